"""The packets in which git-receive-pack answers, and one of ours where it speaks English.

git checks the objects of a push before it asks any hook. What it refuses there (a damaged
pack, one beyond receive.maxInputSize, a tree with the name .git) never reaches our words,
so they are put into its answer.
"""

import re
from collections.abc import Iterator
from typing import IO

ANSWER = "application/x-git-receive-pack-result"
REFUSED = (
    "DITOLAK: Kiriman ini rusak, terlalu besar, atau memuat nama berkas yang tidak boleh. "
    "Tidak ada yang berubah. Ambil salinan baru, lalu kirim beritanya lagi."
)
_DIGITS = 4  # hexadecimal; the length of a packet, which counts them too
_PROGRESS = b"\x02"  # the band that a client shows after “remote:”
_NOT_UNPACKED = re.compile(rb"\x01[0-9a-f]{4}unpack (?!ok\n)")


def explained(stream: IO[bytes]) -> Iterator[bytes]:
    """The same packets, each as it comes; before a refusal to unpack, what it means."""
    while digits := stream.read(_DIGITS):
        try:
            length = int(digits, 16)
        except ValueError:  # no packet, so nothing that we could put a word into
            yield digits + stream.read()
            return
        rest = stream.read(max(0, length - _DIGITS))
        if _NOT_UNPACKED.match(rest):
            yield packet(_PROGRESS + REFUSED.encode() + b"\n")
        yield digits + rest


def packet(data: bytes) -> bytes:
    return b"%04x" % (len(data) + _DIGITS) + data
