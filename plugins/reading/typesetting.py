"""A typst template and its values into a PDF, always in a child of its own or of the build.

typst works in threads of its own, which a forked child does not inherit: the child of a
process that has used typst would wait for them forever. So no process that may fork uses it;
a child may not.
"""

from functools import partial
from pathlib import Path

import msgspec

from plugins.model.record import Value
from plugins.reading import pool

SECONDS = 60.0  # for one document, far beyond what any takes


def typeset(template: Path, values: Value) -> bytes:
    """The same values give the same bytes: no fonts of the machine, and no date."""
    data = msgspec.json.encode(values).decode()
    ((_number, made),) = pool.run([data], partial(_compiled, template), SECONDS)
    if made is None:
        raise RuntimeError(f"typst did not end with {template.name!r} in {SECONDS:.0f} seconds")
    return made


def _compiled(template: Path, data: str) -> bytes:
    import typst  # noqa: PLC0415 - eighty megabytes that few runs need

    made: bytes = typst.compile(
        template.read_bytes(),
        sys_inputs={"data": data},
        ignore_system_fonts=True,
        format="pdf",
        timestamp=0,
    )
    return made
