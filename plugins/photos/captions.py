"""Caption, credit and licence inside a JPEG, as picture desks read them: IPTC-IIM and XMP.

Written here byte by byte: Pillow writes no IPTC, and what stands in the file is then known
to be these fields and nothing else. Old desks read IIM alone, new ones prefer XMP.
"""

from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

LONGEST = 8000  # characters of one field in XMP; a segment ends at 65,533 bytes
_START, _SOI = b"\xff", b"\xff\xd8"
_APP0, _APP1, _APP13 = 0xE0, 0xE1, 0xED
_PHOTOSHOP = b"Photoshop 3.0\0"
_RESOURCE = b"8BIM\x04\x04\0\0"  # IPTC-NAA record, without a name
_UTF8 = b"\x1c\x01\x5a\0\x03\x1b%G"  # 1:90: the texts below are UTF-8
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NAMES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" '
    'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"'
)


class Caption(NamedTuple):
    headline: str
    text: str
    alt: str
    credit: str
    source: str  # the agency
    licence: str
    licence_url: str


def captioned(jpeg: bytes, caption: Caption) -> bytes:
    """A JPEG of ours with the texts behind its first segment, which stays in front."""
    segments = _segment(_APP1, _XMP + _xmp(caption)) + _segment(_APP13, _iptc(caption))
    at = len(_SOI)
    if jpeg[2:4] == bytes((0xFF, _APP0)):
        at += 2 + int.from_bytes(jpeg[4:6], "big")
    return jpeg[:at] + segments + jpeg[at:]


def _segment(marker: int, data: bytes) -> bytes:
    return _START + bytes((marker,)) + (len(data) + 2).to_bytes(2, "big") + data


def _iptc(caption: Caption) -> bytes:
    fields = (  # dataset of record 2, text, longest in bytes (IIM 4.2)
        (105, caption.headline, 256),
        (110, caption.credit, 32),
        (115, caption.source, 32),
        (116, caption.licence, 128),
        (120, caption.text, 2000),
    )
    record = _UTF8 + b"".join(_datasets(fields))
    padding = b"\0" * (len(record) % 2)
    return _PHOTOSHOP + _RESOURCE + len(record).to_bytes(4, "big") + record + padding


def _datasets(fields: Iterable[tuple[int, str, int]]) -> Iterable[bytes]:
    for dataset, text, longest in fields:
        if data := _cut(text.encode(), longest):
            yield bytes((0x1C, 2, dataset)) + len(data).to_bytes(2, "big") + data


def _cut(data: bytes, longest: int) -> bytes:
    """At most so many bytes, and no half letter at the end."""
    return data[:longest].decode("utf-8", "ignore").encode()


def _xmp(caption: Caption) -> bytes:
    plain = (
        ("photoshop:Headline", caption.headline),
        ("photoshop:Credit", caption.credit),
        ("photoshop:Source", caption.source),
        ("xmpRights:WebStatement", caption.licence_url),
    )
    worded = (
        ("dc:description", caption.text),
        ("dc:rights", caption.licence),
        ("Iptc4xmpCore:AltTextAccessibility", caption.alt),
    )
    attributes = " ".join(f"{name}={quoteattr(text[:LONGEST])}" for name, text in plain if text)
    elements = "".join(_worded(name, text) for name, text in worded if text)
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">'
        f'<rdf:Description rdf:about="" {_NAMES} {attributes}>{elements}</rdf:Description>'
        "</rdf:RDF></x:xmpmeta>"
    ).encode()


def _worded(name: str, text: str) -> str:
    words = f'<rdf:li xml:lang="x-default">{escape(text[:LONGEST])}</rdf:li>'
    return f"<{name}><rdf:Alt>{words}</rdf:Alt></{name}>"
