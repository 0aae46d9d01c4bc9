"""What media published about the regency in one month, as Humas types it into a table."""

from plugins.model.body import BodyRef
from plugins.model.moment import Moment
from plugins.model.record import Record, Value

COLUMNS = ("tanggal", "media", "judul", "tautan", "nada", "berita")
REQUIRED = ("tanggal", "media", "judul")
TONES = ("positif", "netral", "negatif")


class Mention(Value, frozen=True):
    day: Moment
    outlet: str
    title: str
    url: str = ""  # http or https; empty for what was only printed or spoken
    tone: str = ""  # one of TONES
    post: str = ""  # id of the post it came from


class MediaMonth(Record, frozen=True, tag="media"):
    month: str  # 2026-11
    mentions: tuple[Mention, ...]  # in the order of the table
    body: BodyRef = BodyRef()  # a table has none
