"""What HTML may hold, judged by a parser that has nothing to do with the one that made it."""

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree

from justhtml import JustHTML

BODY = frozenset(
    "a blockquote br em h2 h3 h4 hr li ol p strong table tbody td th thead tr ul".split()
)
PAGE = BODY | frozenset(
    "article aside body caption code dd details div dl dt figcaption figure footer h1 head header "
    "html img link main meta nav path picture pre rect section source span summary "
    "svg time title".split()
)
ATTRIBUTES = frozenset(
    "alt aria-current aria-hidden aria-label as charset class content crossorigin d "
    "data-sortable data-value datetime decoding download fetchpriority height href "
    "http-equiv id lang loading media name "
    "preserveaspectratio property rel role rx scope sizes src srcset tabindex title type "
    "viewbox width x y".split()
)
SCHEMES = frozenset({"", "https", "http", "mailto", "tel"})
LOADED = frozenset({"src", "srcset"})  # what a browser fetches without being asked


def strange_in_body(markup: str) -> list[str]:
    """What a rendered text may not hold: any element, attribute or scheme beyond the few."""
    root = JustHTML(markup, fragment=True, sanitize=False).root
    return [
        *(f"<{node.name}>" for node in elements(root) if node.name not in BODY),
        *(f"{node.name}.{key}" for node, key, _ in attributes(root) if key != "href"),
        *(value for _, key, value in attributes(root) if key == "href" and not _is_link(value)),
    ]


def strange_in_page(page: str) -> list[str]:
    """What a page of the site may not hold, whoever wrote it."""
    document = JustHTML(page, sanitize=False, collect_errors=True)
    root = document.root
    named = [(node.name, key.lower(), value or "") for node, key, value in attributes(root)]
    return [
        *(f"<{node.name}>" for node in elements(root) if node.name not in PAGE),
        *(f"{name}.{key}" for name, key, _ in named if key not in ATTRIBUTES),
        *(value for _, key, value in named if key == "href" and not _is_link(value)),
        *(value for _, key, value in named if key in LOADED and _is_elsewhere(value)),
        *(value for name, key, value in named if (name, key) == ("link", "href")
          and _is_elsewhere(value) and not value.startswith("http://localhost/")),
        *(value for _, key, value in named if key == "http-equiv" and "Policy" not in value),
    ]  # fmt: skip


def strange_in_feed(feed: bytes) -> list[str]:
    """A feed is well-formed, and what it brings as HTML keeps the rules of a text."""
    nodes = list(ElementTree.fromstring(feed).iter())
    texts = [node.text or "" for node in nodes if "html" in node.get("type", "text")]
    return [strange for text in texts for strange in strange_in_body(text)]


def elements(root) -> Iterator:
    for child in root.children or ():
        if child.name and child.name[0] not in "#!":
            yield child
        yield from elements(child) if getattr(child, "children", None) else ()


def attributes(root) -> Iterator:
    for node in elements(root):
        for key, value in (node.attrs or {}).items():
            yield node, key, value


def words(markup: str) -> str:
    return JustHTML(markup, fragment=True, sanitize=False).to_text()


def _is_link(value: str) -> bool:
    """As a browser reads an address: it drops tabs and line ends, and reads \\ as /."""
    seen = "".join(c for c in (value or "") if c not in "\t\r\n").strip(" ").replace("\\", "/")
    return urlsplit(seen).scheme.lower() in SCHEMES and not seen.startswith("//")


def _is_elsewhere(value: str) -> bool:
    return not value.startswith("/") or value.startswith("//")
