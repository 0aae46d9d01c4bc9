"""One output into bytes, with exactly its values and the constants of the site."""

from typing import Any

from jinja2 import Environment, UndefinedError

from plugins.builds.compiled import Compiled
from plugins.builds.lean import make_lean
from plugins.model.body import Body, BodyRef, Html, PhotoSlot, Table
from plugins.model.card import Card, CardsRef
from plugins.model.edition import Assets
from plugins.model.output import Output, Resources
from plugins.model.press import Pack, message_of, size_words, whatsapp_href
from plugins.model.site import Site


class Renderer:
    """Holds the Jinja environment and what every template may see beside its page."""

    def __init__(
        self,
        environment: Environment,
        site: Site,
        assets: Assets,
        compiled: Compiled | None = None,
    ) -> None:
        environment.auto_reload = False  # a build sees one theme; twenty looks a page add up
        make_lean(environment, compiled)
        base, origin = site.base, site.origin
        self.environment = environment
        self.base = base
        self.site = site
        self.constants = {"site": site, "assets": assets}
        self.resources: Resources | None = None
        environment.filters["link"] = lambda href: base + href
        environment.filters["photo"] = lambda href: (site.media or base) + href
        environment.filters["absolute"] = lambda href: origin + href
        environment.filters["blocks"] = self._blocks
        environment.filters["read"] = self._cards
        environment.filters["size"] = self._size
        environment.filters["message"] = self._message
        environment.filters["whatsapp"] = whatsapp_href
        environment.tests["tagged"] = lambda block, tag: block.__struct_config__.tag == tag

    def render(self, output: Output, resources: Resources) -> bytes:
        if callable(output.renderer):
            return output.renderer(output.values, resources)
        self.resources = resources
        template = self.environment.get_template(output.renderer)
        try:
            return template.render(page=output.values, **self.constants).encode()
        except AttributeError as error:
            raise UndefinedError(f"{output.renderer}: {error}") from error

    def _blocks(self, ref: BodyRef) -> Body:
        """The blocks of a body, its root-relative links below the base prefix."""
        assert self.resources
        body = self.resources.body(ref)
        return tuple(_based(block, self.base) for block in body) if self.base else body

    def _size(self, pack: Pack) -> str:
        assert self.resources
        return size_words(self.resources.size(pack))

    def _message(self, page: Any) -> str:
        """Made when an article is rendered: a plan compares hundreds that will not be."""
        return message_of(page.title, page.summary or page.excerpt, page.href, self.site)

    def _cards(self, ref: CardsRef) -> tuple[Card, ...]:
        assert self.resources
        return self.resources.cards(ref)


def _based(block: Html | Table | PhotoSlot, base: str) -> Any:
    if isinstance(block, PhotoSlot):
        return block
    return type(block)(block.html.replace('href="/', f'href="{base}/'))
