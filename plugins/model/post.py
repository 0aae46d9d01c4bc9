"""A post (berita) as meant: typed and complete."""

from plugins.model.body import BodyRef
from plugins.model.moment import Moment
from plugins.model.record import Record, Value


class PhotoUse(Value, frozen=True):
    """A photo as a post uses it. The texts are the officer's, the blob is the file's."""

    file: str
    alt: str
    caption: str
    credit: str
    blob: str = ""  # git blob id of the original


class Correction(Value, frozen=True):
    date: Moment
    text: str


class Reply(Value, frozen=True):
    """A hak jawab: the answer of someone whom the post concerns."""

    date: Moment
    sender: str
    text: str


class Withdrawal(Value, frozen=True):
    date: Moment
    reason: str


class Waiver(Value, frozen=True):
    """A rule that the editor let pass, with the reason that the public record keeps."""

    code: str
    reason: str


class Review(Value, frozen=True):
    """One finding of personal data or of a child that a redaktur lets pass."""

    code: str
    finding: str  # as the message quotes it, masked; new data is a new finding
    login: str
    reason: str


class Post(Record, frozen=True, tag="post"):
    id: str  # dinkes/2026/11/imunisasi-campak
    agency: str
    title: str
    date: Moment
    category: str
    summary: str = ""
    tags: tuple[str, ...] = ()
    writer: str = ""
    editor: str = ""
    events: tuple[str, ...] = ()  # ids of the activities it belongs to
    partners: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    classification: str = ""
    publish_at: Moment | None = None
    photos: tuple[PhotoUse, ...] = ()
    corrections: tuple[Correction, ...] = ()  # newest first
    replies: tuple[Reply, ...] = ()
    withdrawal: Withdrawal | None = None
    aliases: tuple[str, ...] = ()  # older addresses that lead here
    waivers: tuple[Waiver, ...] = ()
    reviews: tuple[Review, ...] = ()
    body: BodyRef = BodyRef()

    @property
    def updated(self) -> Moment:
        """The latest of publication, corrections, replies and withdrawal."""
        moments = [self.date, *(c.date for c in self.corrections), *(r.date for r in self.replies)]
        if self.withdrawal:
            moments.append(self.withdrawal.date)
        return max(moments, key=lambda moment: moment.minutes)

    def is_out(self, now: Moment) -> bool:
        """Whether the embargo, if there is one, has passed."""
        return self.publish_at is None or self.publish_at.minutes <= now.minutes

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agency and its partners, each once."""
        return tuple(dict.fromkeys((self.agency, *self.partners)))
