"""A typst template and its values into a PDF, in any process.

typst works in threads of its own, which a forked child does not inherit: it would wait for
them forever. So a child of a process that has used typst asks a fresh one.
"""

import os
import subprocess
import sys
from pathlib import Path

import msgspec

from plugins.model.record import Value

_user = 0  # process id of who used typst first, here or in an ancestor
_PROGRAM = (
    "import sys, pathlib; from plugins.agenda.typesetting import compiled; "
    "sys.stdout.buffer.write(compiled(pathlib.Path(sys.argv[1]), sys.stdin.read()))"
)
_ROOT = Path(__file__).resolve().parents[2]


def typeset(template: Path, values: Value) -> bytes:
    """The same values give the same bytes: no fonts of the machine, and no date."""
    global _user
    data = msgspec.json.encode(values).decode()
    if _user not in (0, os.getpid()):
        return _elsewhere(template, data)
    _user = os.getpid()
    return compiled(template, data)


def compiled(template: Path, data: str) -> bytes:
    import typst  # noqa: PLC0415 - eighty megabytes that few runs need

    made: bytes = typst.compile(
        template.read_bytes(),
        sys_inputs={"data": data},
        ignore_system_fonts=True,
        format="pdf",
        timestamp=0,
    )
    return made


def _elsewhere(template: Path, data: str) -> bytes:
    command = [sys.executable, "-c", _PROGRAM, str(template)]
    done = subprocess.run(command, input=data.encode(), cwd=_ROOT, capture_output=True, check=True)
    return done.stdout
