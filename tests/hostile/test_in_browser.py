"""The hostile site in a real browser: nothing of an author runs, and no other host is asked."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.browsing import chromium, served

pytestmark = pytest.mark.xdist_group("hostile")

# Before any script of a page: whatever a hostile text would do, it leaves a trace here.
WATCH = "window.tertembus = []; window.alert = (x) => window.tertembus.push(String(x));"


@pytest.fixture(scope="module")
def address(hostile_site) -> Iterator[str]:
    with served(hostile_site) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


class Witness:
    """What a browser did beside showing pages."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.asked: list[str] = []
        self.dialogs: list[str] = []
        self.complaints: list[str] = []
        page.add_init_script(WATCH)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda message: self.complaints.append(message.text))

    def visit(self, path: str) -> list[str]:
        """Show one page, move the mouse over its links, and return what scripts left."""
        self.page.goto(self.address + path)
        self.page.evaluate(
            "for (const element of document.querySelectorAll('body *'))"
            " element.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))"
        )
        return self.page.evaluate("window.tertembus")

    @property
    def elsewhere(self) -> list[str]:
        return [url for url in self.asked if not url.startswith(self.address + "/")]


def paths_of(site) -> list[str]:
    """Every page but those of the rules, which hold nothing of any author."""
    pages = (str(page.relative_to(site)) for page in sorted(site.rglob("index.html")))
    return ["/" + p.removesuffix("index.html") for p in pages if not p.startswith("panduan/")]


@pytest.mark.parametrize("policy", ["with the policy of the site", "without any policy"])
def test_no_page_runs_a_script_opens_a_dialog_or_asks_another_host(
    browser, address, hostile_site, policy
):
    context = browser.new_context(bypass_csp=policy.startswith("without"))
    witness = Witness(context.new_page(), address)
    left = {path: found for path in paths_of(hostile_site) if (found := witness.visit(path))}
    context.close()

    assert len(witness.asked) > 80
    assert left == {}
    assert witness.dialogs == []
    assert witness.elsewhere == []
    assert witness.complaints == []  # a blocked script or photo would be told here


def test_the_witness_would_see_a_script(browser, address):
    context = browser.new_context(bypass_csp=True)
    witness = Witness(context.new_page(), address)
    witness.page.route("**/jahat", lambda route: route.fulfill(
        content_type="text/html",
        body="<a href=/ onmouseover='alert(2)'>a</a><script>alert(1)</script>"
        "<img src=http://127.0.0.1:9/a.gif>",
    ))  # fmt: skip
    left = witness.visit("/jahat")
    context.close()

    assert left == ["1", "2"]
    assert witness.elsewhere == ["http://127.0.0.1:9/a.gif"]
