"""Which faults the header of a post or activity lets pass: `abaikan` and `ditinjau`."""

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from plugins.checks.rulebook import PREFIX, Rule, Stale, Waiving, rules
from plugins.model.addresses import event_path, post_path
from plugins.model.event import Event
from plugins.model.fault import Fault
from plugins.model.newsroom import Newsroom
from plugins.model.post import Post, Review

Reviews = Mapping[str, frozenset[Review]]  # by id of the post
_QUOTED = re.compile("“(.*?)”", re.DOTALL)
FEWEST_WORDS = 3  # of a reason


def reviews_of(newsroom: Newsroom) -> Reviews:
    return {post.id: frozenset(post.reviews) for post in newsroom.posts.values() if post.reviews}


def is_reason(text: str) -> bool:
    """Whether a reason says something: some words, not a stroke or “oke”."""
    return len(re.findall(r"[^\W\d_]{2,}", text)) >= FEWEST_WORDS


def quoted_finding(fault: Fault) -> str:
    """What a message quotes first: the masked number, or the words about a child."""
    match = _QUOTED.search(fault.message)
    return match[1] if match else ""


def waive(faults: Iterable[Fault], newsroom: Newsroom, trusted: Reviews) -> list[Fault]:
    """The same faults, each with its reason where the header lets it pass."""
    book = {rule.code: rule for rule in rules()}
    writers = _writers(newsroom)
    return [_waived(fault, book, writers.get(fault.path), trusted) for fault in faults]


def stale(faults: Iterable[Fault], newsroom: Newsroom) -> Iterator[Stale]:
    """The entries that name what does not occur."""
    faults = list(faults)
    there = {(fault.path, fault.code) for fault in faults}
    told = {(fault.path, fault.code, quoted_finding(fault)) for fault in faults}
    known = {rule.code for rule in rules()}
    for path, writer in _writers(newsroom).items():
        short = path.removeprefix(PREFIX)
        for waiver in writer.waivers:
            if waiver.code in known and (path, waiver.code) not in there:
                yield Stale(short, "abaikan", waiver.code, waiver.code)
        for review in writer.reviews if isinstance(writer, Post) else ():
            if review.code in known and (path, review.code, review.finding) not in told:
                yield Stale(short, "ditinjau", review.code, review.finding)


def _writers(newsroom: Newsroom) -> dict[str, Post | Event]:
    """What has entries of either kind, by path in the repository."""
    found: dict[str, Post | Event] = {}
    for post in newsroom.posts.values():
        if post.waivers or post.reviews:
            found[PREFIX + post_path(post.id)] = post
    for event in newsroom.events.values():
        if event.waivers:
            found[PREFIX + event_path(event.id)] = event
    return found


def _waived(
    fault: Fault, book: Mapping[str, Rule], writer: Post | Event | None, trusted: Reviews
) -> Fault:
    rule = book.get(fault.code)
    if writer is None or rule is None or rule.waiving is Waiving.NEVER:
        return fault
    if rule.waiving is Waiving.WRITTEN:
        reasons = [w.reason for w in writer.waivers if w.code == fault.code]
    else:
        own = writer.reviews if isinstance(writer, Post) else ()
        value = quoted_finding(fault)
        reasons = [
            f"{review.reason} ({review.login})"
            for review in own
            if review in trusted.get(writer.id, ())
            and (review.code, review.finding) == (fault.code, value)
        ]
    reason = next(filter(is_reason, reasons), "")
    return msgspec.structs.replace(fault, waived=reason) if reason else fault
