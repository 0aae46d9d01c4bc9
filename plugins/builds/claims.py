"""What the months ask of one another, gathered before any of them is judged."""

from collections.abc import Iterable, Mapping

import msgspec

from plugins.builds.memo import Memo
from plugins.model.event import Event
from plugins.model.newsroom import Newsroom
from plugins.model.post import Post
from plugins.reading.reader import Reader, Section

MANY = 4  # so many changed months are read whole, each by one child


class Claims(msgspec.Struct, frozen=True):
    posts: tuple[Post, ...]  # those that claim older addresses: two may not claim the same
    series: tuple[Event, ...]  # recurring activities, whether the gate lets them pass or not

    @property
    def newsroom(self) -> Newsroom:
        """The posts, as the gate is shown those of other months."""
        posts = {post.id: post for post in self.posts}
        empty: dict[str, object] = {}
        return Newsroom(empty, empty, empty, posts, empty, empty)  # type: ignore[arg-type]


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Claims).decode


def gather(reader: Reader, known: Mapping[str, Memo]) -> Claims:
    """Of all months; one that did not change is opened only where it has older addresses."""
    fresh: list[str] = []
    found: list[Claims] = []
    for name in reader.months:
        memo = known.get(name)
        if memo is None or memo.verdict.section != reader.keys[name]:
            fresh.append(name)
        else:
            posts = _claims_of(reader.section(name)).posts if memo.verdict.aliases else ()
            found.append(Claims(posts, memo.verdict.series))
    if len(fresh) < MANY:
        found += (_claims_of(reader.section(name)) for name in fresh)
    else:
        answers = reader.each(fresh, lambda section: _encode(_claims_of(section)))
        found += (_decode(payload) for _, payload in answers)
    return _together(found)


def _claims_of(section: Section) -> Claims:
    posts, events = section.newsroom.posts.values(), section.newsroom.events.values()
    return Claims(
        tuple(post for post in posts if post.aliases),
        tuple(event for event in events if event.repeat),
    )


def _together(found: Iterable[Claims]) -> Claims:
    """In one order, however the children came to an end."""
    claims = list(found)
    posts = sorted((post for some in claims for post in some.posts), key=lambda p: p.id)
    series = sorted((event for some in claims for event in some.series), key=lambda e: e.id)
    return Claims(tuple(posts), tuple(series))
