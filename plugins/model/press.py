"""What a published post gives to chats and to the press: its card, its pack, its message."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from plugins.model import addresses
from plugins.model.agency import Agency
from plugins.model.body import BodyRef
from plugins.model.chapter import Chapter
from plugins.model.moment import Moment
from plugins.model.newsroom import Newsroom
from plugins.model.post import Post
from plugins.model.preview import Preview
from plugins.model.record import Record, Value
from plugins.model.site import Site

SENTENCES = 2  # of a message
_END = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“0-9])")
# Words whose full stop ends no sentence; single letters are initials.
_SHORT = re.compile(
    r"(?:^|[\s(“])(?:[A-Z]|Kec|Kel|Kab|Jl|No|Drs?|Dra|Ir|Hj|dr|drg|Prof|dll|dsb)\.\Z"
)


class PackPhoto(Value, frozen=True):
    file: str  # in the pack, without its folder
    blob: str
    width: int  # of the original: pixels, upright
    height: int
    alt: str
    caption: str
    credit: str


class Contact(Value, frozen=True):
    """Of an office, never of a person."""

    name: str
    address: str
    phone: str
    email: str
    website: str


class Note(Value, frozen=True):
    """A correction, or a reply with its sender."""

    head: str
    text: str


class Pack(Record, frozen=True):
    """The press pack of one post: everything that stands in its ZIP, as words."""

    href: str
    slug: str
    title: str
    summary: str
    day: Moment  # of the post
    last: Moment  # the last day on which the pack is offered
    date: str
    agency: str
    contact: Contact
    notes: tuple[Note, ...]  # what was corrected, newest first, then the replies
    body: BodyRef
    photos: tuple[PackPhoto, ...]
    address: str  # of the post, absolute
    kit: str  # of the agency's media kit, absolute
    origin: str  # what makes root-relative links of the body absolute
    site: str
    licence: str
    licence_url: str
    sample: bool


def preview_of(post: Post, chapter: Chapter, site: Site) -> Preview:
    agency, pictures = chapter.room.agencies[post.agency], chapter.pictures(post)
    return Preview(
        title=post.title,
        label=agency.short,
        agency=agency.name,
        date=post.date.medium,
        site=site.name,
        photo=pictures[0].fallback.href if pictures else "",
        sample=site.sample,
    ).sealed()


def is_offered(day: int, now: Moment, site: Site) -> bool:
    """Whether the posts of a day still have their press packs."""
    return site.press_days > 0 and now.day <= day + site.press_days


def pack_of(post: Post, room: Newsroom, agency: Agency, site: Site) -> Pack:
    """*agency* is the post's own, with its contact."""
    return Pack(
        href=addresses.pack_href(post.id),
        slug=post.id.rpartition("/")[2],
        title=post.title,
        summary=post.summary,
        day=Moment(post.date.day),
        last=Moment(post.date.day + site.press_days),
        date=post.date.full,
        agency=agency.name,
        contact=contact_of(agency),
        notes=tuple(_notes(post)),
        body=post.body,
        photos=tuple(_photos(post, room)),
        address=site.origin + addresses.post_href(post.id),
        kit=site.origin + addresses.kit_href(post.agency),
        origin=site.origin,
        site=site.name,
        licence=site.licence,
        licence_url=site.licence_url,
        sample=site.sample,
    ).sealed()


def contact_of(agency: Agency) -> Contact:
    return Contact(agency.name, agency.address, agency.phone, agency.email, agency.website)


def size_words(size: int) -> str:
    """740 KB or 3,2 MB: rounded up, for who pays by the megabyte."""
    if size < 1_000_000:
        return f"{-(-size // 1000)} KB"
    return f"{-(-size // 100_000) / 10:.1f} MB".replace(".", ",")


def message_of(title: str, told: str, href: str, site: Site) -> str:
    """Title, two sentences and the address of a post, as people pass news on."""
    bold = f"*[CONTOH] {title}*" if site.sample else f"*{title}*"
    return "\n\n".join(part for part in (bold, first_sentences(told), site.origin + href) if part)


def whatsapp_href(message: str) -> str:
    """What opens WhatsApp with a message, to whomever the reader chooses."""
    return f"https://wa.me/?text={quote(message, safe='')}"


def first_sentences(text: str, most: int = SENTENCES) -> str:
    """The first sentences; fewer where the text was cut within the last one."""
    found = [""]
    for piece in _END.split(text):
        if found[-1] and not _SHORT.search(found[-1]):
            found.append("")
        found[-1] = f"{found[-1]} {piece}".strip()
    whole = [sentence for sentence in found if not sentence.endswith("…")]
    return " ".join((whole or found)[:most])


def _notes(post: Post) -> Iterator[Note]:
    for correction in post.corrections:
        yield Note(f"Ralat, {correction.date.medium}", correction.text)
    for reply in post.replies:
        yield Note(f"Hak jawab {reply.sender}, {reply.date.medium}", reply.text)


def _photos(post: Post, room: Newsroom) -> Iterator[PackPhoto]:
    """Numbered, for `a.png` and `a.jpg` are both JPEG here."""
    for number, use in enumerate(post.photos, 1):
        facts, stem = room.photos[use.blob], use.file.rpartition(".")[0]
        name = f"{number}-{stem}.jpg"
        yield PackPhoto(name, use.blob, facts.width, facts.height, use.alt, use.caption, use.credit)
