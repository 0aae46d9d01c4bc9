"""What outputs depend on beside their values: templates, our code, libraries, the site."""

import re
from pathlib import Path

from plugins.model.edition import Assets
from plugins.model.output import Output
from plugins.model.record import digest
from plugins.model.site import Site
from plugins.reading.shape import code_digest

ROOMS = (
    "model", "reading", "photos", "assets", "news", "agencies", "agenda", "intake",
    "discovery", "builds",
)  # fmt: skip
# The theme lint sees to it that templates name others literally.
_NAMED = re.compile(r"""\{%[-+]?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")


class Constants:
    """The digest that belongs into the fingerprint of each output."""

    def __init__(self, theme: Path, site: Site, assets: Assets) -> None:
        self.folder = theme / "templates"
        self.common = digest(site.digest, assets.digest, code_digest(ROOMS))
        self._sources: dict[str, str] = {}
        self._known: dict[str, bytes] = {}

    def of(self, output: Output) -> bytes:
        """A costly output follows from its values and the code of photos alone.

        A final one follows from its path, which names its recipe: a new version of a library
        must not make every photo of ten years anew.
        """
        if output.final:
            return b""
        if output.costly:
            return digest(code_digest(("photos",)))
        if callable(output.renderer):
            return self.common
        return self.template(output.renderer)

    def template(self, name: str) -> bytes:
        """Of a template with everything it extends, includes and imports."""
        if name not in self._known:
            sources = tuple((part, self._source(part)) for part in sorted(self._closure(name)))
            self._known[name] = digest(self.common, sources)
        return self._known[name]

    def all(self) -> bytes:
        """Of the whole theme, for what is planned as one."""
        files = sorted(self.folder.rglob("*.html"))
        return digest(
            self.common, tuple((str(f.relative_to(self.folder)), f.read_bytes()) for f in files)
        )

    def _closure(self, name: str) -> set[str]:
        found: set[str] = set()
        waiting = [name]
        while waiting:
            part = waiting.pop()
            if part not in found:
                found.add(part)
                waiting += _NAMED.findall(self._source(part))
        return found

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = (self.folder / name).read_text(encoding="utf-8")
        return self._sources[name]
