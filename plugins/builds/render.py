"""One output into bytes, with exactly its values and the constants of the site."""

from typing import Any

from jinja2 import Environment

from plugins.model.body import Body, BodyRef, Html, PhotoSlot, Table
from plugins.model.edition import Assets
from plugins.model.entry import Entry
from plugins.model.newsroom import Newsroom
from plugins.model.output import Output, Resources
from plugins.model.site import Site
from plugins.reading.tree import Tree


class Store:
    """Bodies and originals by digest: the Resources of one build."""

    def __init__(self, newsroom: Newsroom, tree: Tree) -> None:
        self.bodies = newsroom.bodies
        self.entries: dict[str, Entry] = {entry.blob: entry for entry in newsroom.entries}
        self.tree = tree

    def body(self, ref: BodyRef) -> Body:
        return self.bodies[ref.digest] if ref.digest else ()

    def blob(self, blob_id: str) -> bytes:
        return self.tree.read(self.entries[blob_id])


class Renderer:
    """Holds the Jinja environment and what every template may see beside its page."""

    def __init__(
        self, environment: Environment, site: Site, assets: Assets, store: Resources
    ) -> None:
        self.environment = environment
        self.store = store
        self.constants = {"site": site, "assets": assets}
        environment.filters["link"] = lambda href: site.base + href
        environment.filters["absolute"] = lambda href: site.origin + href
        environment.tests["tagged"] = lambda block, tag: block.__struct_config__.tag == tag
        environment.filters["blocks"] = lambda ref: _based(store.body(ref), site.base)

    def render(self, output: Output) -> bytes:
        if callable(output.renderer):
            return output.renderer(output.values, self.store)
        template = self.environment.get_template(output.renderer)
        return template.render(page=output.values, **self.constants).encode()


def _based(body: Body, base: str) -> Body:
    """Put the base prefix before the root-relative links of a body."""
    return tuple(_based_block(block, base) for block in body) if base else body


def _based_block(block: Html | Table | PhotoSlot, base: str) -> Any:
    if isinstance(block, PhotoSlot):
        return block
    return type(block)(block.html.replace('href="/', f'href="{base}/'))
