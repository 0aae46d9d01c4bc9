"""What is known of each month from earlier builds, each part under the key of its inputs.

A part whose key is not the wanted one is not used. A file that does not fit is empty:
everything is worked out again.
"""

from pathlib import Path

import msgspec

from plugins.model.docket import Docket
from plugins.model.event import Event
from plugins.model.fault import Fault
from plugins.model.outline import Outline
from plugins.model.record import digest_of_bytes

_DIGEST = 16  # bytes


class Verdict(msgspec.Struct, frozen=True):
    """What the gate said of a month, and which other months it had to look into."""

    key: bytes
    section: bytes  # key of the month's own content
    day: int  # on which it was asked; an earlier one may judge otherwise
    others: tuple[str, ...]  # months that the posts and activities of this one name
    faults: tuple[Fault, ...]  # those that block
    findings: dict[str, int]  # how often each code was given, also where it does not block
    fatal: tuple[Fault, ...]
    quarantined: tuple[str, ...]  # paths below content/
    embargoes: tuple[int, ...]  # minutes at which posts come out, ascending
    turns: tuple[int, ...]  # minutes at which states move, ascending
    aliases: tuple[str, ...]  # older addresses that its posts claim
    series: tuple[Event, ...]  # its recurring activities, whether accepted or not
    events: int  # how many activities it may show


class Memo(msgspec.Struct, frozen=True):
    """One month; outline and docket are absent until they were worked out."""

    verdict: Verdict
    outline_key: bytes = b""
    outline: Outline | None = None
    docket_key: bytes = b""
    docket: Docket | None = None


_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decode = msgspec.msgpack.Decoder(dict[str, Memo]).decode
_decode_one = msgspec.msgpack.Decoder(Memo).decode


def load_memos(file: Path) -> dict[str, Memo]:
    try:
        data = file.read_bytes()
        if data[:_DIGEST] != digest_of_bytes(data[_DIGEST:]):
            return {}
        return _decode(data[_DIGEST:])
    except (OSError, msgspec.MsgspecError):
        return {}


def save_memos(file: Path, memos: dict[str, Memo]) -> None:
    data = _encode(memos)
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".sebagian")
    partial.write_bytes(digest_of_bytes(data) + data)
    partial.replace(file)


def encode_memo(memo: Memo) -> bytes:
    return _encode(memo)


def decode_memo(data: bytes) -> Memo:
    return _decode_one(data)
