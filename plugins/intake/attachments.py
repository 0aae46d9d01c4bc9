"""Photos that were dropped into an issue: only from the forge's own hosts, and only so much.

The addresses come from strangers, so nothing else is ever asked: no other host, no other port,
no redirect to elsewhere, and never with a token.
"""

import re
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from html import unescape
from http.client import HTTPException
from typing import IO, Any, NamedTuple
from urllib.parse import urlsplit

LARGEST = 25 * 1024 * 1024  # bytes of one; what GitHub takes is 10 to 25 MB
MOST = 12  # as many photos as a post may list
MOST_BYTES = 120 * 1024 * 1024  # of all together
SECONDS = 30.0  # without an answer
GITHUB = "https://github.com"
HOSTS = frozenset(
    {"user-images.githubusercontent.com", "private-user-images.githubusercontent.com"}
)
# Where github.com sends those who ask for an attachment.
STORES = HOSTS | {
    "objects.githubusercontent.com",
    "github-production-user-asset-6210df.s3.amazonaws.com",
}
_ID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_ASSET = re.compile(rf"/user-attachments/assets/({_ID})\Z|/[\w.-]+/[\w.-]+/assets/\d+/({_ID})\Z")
_FILE = re.compile(r"/user-attachments/files/\d+/[^/?#]{1,200}\Z")
_ADDRESS = r"https?://[^\s()<>\"']{1,1000}"
_MARKDOWN = re.compile(
    rf"!?\[([^\]\n]{{0,500}})\]\(<?({_ADDRESS})>?(?:[ \t]+\"[^\"\n]{{0,200}}\")?\)"
)
_TAG = re.compile(r"<img\b[^<>]{0,2000}>", re.IGNORECASE)
_SOURCE = re.compile(rf"\bsrc=[\"']?({_ADDRESS})", re.IGNORECASE)
_BARE = re.compile(rf"(?m)^[ \t]*({_ADDRESS})[ \t]*$")


class Found(NamedTuple):
    """One reference in a text."""

    start: int
    end: int
    url: str
    ours: bool  # an attachment of the forge; else of some other host
    image: bool  # written as a picture


class Fetched(NamedTuple):
    data: bytes
    trouble: str = ""  # Indonesian; why there is none


class Forge(NamedTuple):
    """Where attachments lie."""

    server: str = GITHUB
    signed: Mapping[str, str] = {}  # by id: the addresses that a private repository needs

    def is_own(self, url: str) -> bool:
        """Whether people may name it."""
        parts = urlsplit(url)
        if url.startswith(f"{self.server}/"):
            return bool(_ASSET.match(parts.path) or _FILE.match(parts.path))
        return _is_at(parts, HOSTS)

    def may_lead_to(self, url: str) -> bool:
        """Whether the forge may send us there."""
        return url.startswith(f"{self.server}/") or _is_at(urlsplit(url), STORES)


def references(text: str, forge: Forge) -> list[Found]:
    """Attachments and pictures in the order of the text, none within another."""
    found: list[Found] = []
    for match in _MARKDOWN.finditer(text):
        image = match[0].startswith("!")
        if image or forge.is_own(match[2]):
            found.append(Found(*match.span(), match[2], forge.is_own(match[2]), image))
    for match in _TAG.finditer(text):
        source = _SOURCE.search(match[0])
        url = unescape(source[1]) if source else ""
        found.append(Found(*match.span(), url, forge.is_own(url), True))
    for match in _BARE.finditer(text):
        if forge.is_own(match[1]):
            found.append(Found(*match.span(), match[1], True, False))
    kept: list[Found] = []
    for one in sorted(found):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def fetch_all(urls: Iterable[str], forge: Forge) -> dict[str, Fetched]:
    """Each once, in order, until there are too many."""
    made: dict[str, Fetched] = {}
    room = MOST_BYTES
    for url in dict.fromkeys(urls):
        if len(made) >= MOST:
            made[url] = Fetched(b"", f"sudah ada {MOST} lampiran")
            continue
        made[url] = fetch(url, forge, min(LARGEST, room))
        room -= len(made[url].data)
    return made


def fetch(url: str, forge: Forge, limit: int = LARGEST) -> Fetched:
    if not forge.is_own(url):
        return Fetched(b"", "bukan lampiran GitHub")
    if _FILE.match(urlsplit(url).path):
        return Fetched(b"", "dokumen, bukan foto")
    match = _ASSET.match(urlsplit(url).path)
    signed = forge.signed.get((match[1] or match[2]) if match else "", "")
    opener = urllib.request.build_opener(_Careful(forge))
    try:
        with opener.open(signed or url, timeout=SECONDS) as answer:
            return _read(answer, limit)
    except urllib.error.HTTPError as error:
        return Fetched(b"", f"tidak dapat diambil ({error.code})")
    except (OSError, HTTPException, ValueError):
        return Fetched(b"", "tidak dapat diambil")


def signed_addresses(html: str, forge: Forge) -> dict[str, str]:
    """By id, from the text of an issue as GitHub shows it to those who may see it."""
    sources = (unescape(match[1]) for match in _SOURCE.finditer(html))
    named = ((re.search(_ID, urlsplit(url).path), url) for url in sources)
    return {match[0]: url for match, url in named if match and forge.may_lead_to(url)}


def _read(answer: IO[bytes], limit: int) -> Fetched:
    data = answer.read(limit + 1)
    if len(data) > limit:
        return Fetched(b"", f"lebih dari {LARGEST // 1024 // 1024} MB")
    return Fetched(data)


def _is_at(parts: Any, hosts: frozenset[str]) -> bool:
    return parts.scheme == "https" and parts.netloc in hosts


class _Careful(urllib.request.HTTPRedirectHandler):
    """Follows the forge to its own stores, and nobody else to anywhere."""

    max_redirections = 3

    def __init__(self, forge: Forge) -> None:
        self.forge = forge

    def redirect_request(self, *asked: Any) -> Any:
        newurl = asked[-1]
        if not self.forge.may_lead_to(newurl):
            raise OSError(f"sent to {newurl!r}, which is no store of the forge")
        return super().redirect_request(*asked)
