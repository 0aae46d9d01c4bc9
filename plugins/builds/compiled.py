"""Templates as Python, kept between builds: for one post two children need fourteen of them.

What is kept is the text that Jinja writes, four fifths of the work, and not Python's own
code of it, which is no plain data. Nothing is used before the digest of its bytes and of all
that shaped them has been seen to be the right one; anything else is a miss.
"""

import contextlib
import os
from pathlib import Path

from jinja2 import Environment, Template

from plugins.model.record import digest, digest_of_bytes

_DIGEST = 16  # bytes
_OPTIONS = (
    "autoescape", "trim_blocks", "lstrip_blocks", "keep_trailing_newline", "newline_sequence",
    "block_start_string", "block_end_string", "variable_start_string", "variable_end_string",
    "comment_start_string", "comment_end_string", "line_statement_prefix",
    "line_comment_prefix", "optimized",
)  # fmt: skip


class Compiled:
    """One file for each template, whose first bytes say what it was compiled of."""

    def __init__(self, folder: Path, common: bytes) -> None:
        """*common* stands for code, libraries and site: Jinja folds links of the site in."""
        self.folder = folder
        self.common = common

    def template(self, environment: Environment, name: str) -> Template:
        """Errors: those of Jinja's loader and compiler."""
        assert environment.loader
        source, place, _ = environment.loader.get_source(environment, name)
        key = digest(self.common, _syntax(environment), name, source)
        python = self._load(name, key)
        if python is None:
            python = environment.compile(source, name, place, raw=True)
            self._save(name, key, python.encode())
        code = compile(python, place or "<template>", "exec")
        known = environment.make_globals(None)
        return environment.template_class.from_code(environment, code, known)

    def _load(self, name: str, key: bytes) -> str | None:
        try:
            kept = self._file(name).read_bytes()
        except OSError:
            return None
        data = kept[_DIGEST:]
        return data.decode() if kept[:_DIGEST] == digest_of_bytes(key + data) else None

    def _save(self, name: str, key: bytes, data: bytes) -> None:
        """Two children may do so at once; a build goes on where nothing can be kept."""
        file = self._file(name)
        partial = file.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(digest_of_bytes(key + data) + data)
            partial.replace(file)

    def _file(self, name: str) -> Path:
        return self.folder / (name.replace("/", "-") + ".cetakan")


def _syntax(environment: Environment) -> tuple[str, ...]:
    """The options of an environment that decide what its compiler makes of a source."""
    return tuple(f"{option}={getattr(environment, option)!r}" for option in _OPTIONS)
