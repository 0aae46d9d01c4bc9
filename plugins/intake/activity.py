"""An activity as a file in the normal form, read back before it is written."""

from collections.abc import Iterator
from pathlib import Path

from plugins.intake.scalars import scalar
from plugins.model.addresses import SLUG_LENGTH, event_path, place_of
from plugins.model.draft import slug_of
from plugins.model.event import Event
from plugins.model.moment import Moment
from plugins.model.record import Value
from plugins.reading.records import read_manuscript

_TROUBLES = {
    "bad-character": "memuat huruf tersembunyi",
    "too-long": "terlalu panjang",
    "too-many": "terlalu banyak isinya",
}
NAMELESS = "kegiatan"  # the slug of a title without plain letters


class Activity(Value, frozen=True):
    """What a door knows of an activity; whatever was not said is empty."""

    agency: str
    title: str
    first: Moment
    last: Moment | None = None
    starts: int = -1  # minutes since midnight
    ends: int = -1
    place: str = ""
    district: str = ""
    partners: tuple[str, ...] = ()
    participants: str = ""

    @property
    def id(self) -> str:
        slug = slug_of(self.title)
        slug = slug if len(slug) >= SLUG_LENGTH[0] else NAMELESS
        day = self.first.date
        return f"{self.agency}/{day.year:04}/{day.month:02}/{day.day:02}-{slug}"

    @property
    def path(self) -> str:
        """Below content/"""
        return event_path(self.id)


def activity_text(activity: Activity) -> str:
    """The file, with its keys in the order of the normal form."""
    return "\n".join(["---", *_lines(activity), "---", ""])


def unreadable(activity: Activity) -> str:
    """Why the reader would not take the file for this activity; empty where it does."""
    place = place_of(activity.path)
    if place is None:
        return "letaknya tidak mungkin"
    manuscript = read_manuscript(activity.path, place, activity_text(activity).encode())
    if manuscript.problems:
        return _TROUBLES.get(manuscript.problems[0].kind, "tidak terbaca")
    return "" if isinstance(manuscript.content, Event) else "tidak lengkap"


def write_activity(content: Path, activity: Activity) -> bool:
    """Write the file unless there is one already; whether it was written."""
    file = content / activity.path
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8") as stream:
            stream.write(activity_text(activity))
    except FileExistsError:
        return False
    return True


def _lines(activity: Activity) -> Iterator[str]:
    last = activity.last
    yield f"acara: {scalar(activity.title)}"
    yield f"tanggal: {activity.first.iso_day}"
    if last and last.day != activity.first.day:
        yield f"sampai: {last.iso_day}"
    for key, minute in (("mulai", activity.starts), ("selesai", activity.ends)):
        if minute >= 0:
            yield f"{key}: {minute // 60:02}:{minute % 60:02}"
    if activity.place:
        yield f"tempat: {scalar(activity.place)}"
    if activity.district:
        yield f"kecamatan: {activity.district}"
    if activity.partners:
        yield f"bersama: [{', '.join(activity.partners)}]"
    if activity.participants:
        yield f"peserta: {scalar(activity.participants)}"
