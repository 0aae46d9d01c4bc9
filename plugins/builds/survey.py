"""Walk over all months once and learn what the whole site needs, reusing what is known.

Three steps, each under a key of exactly its inputs: the gate's verdict, the outline of
the posts, and the docket of the activities, which needs the outlines of all months.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from plugins.builds.claims import gather
from plugins.builds.library import Library
from plugins.builds.memo import Memo, Verdict, decode_memo, encode_memo
from plugins.model.addresses import event_path, post_path
from plugins.model.chapter import Chapter
from plugins.model.coverage import Coverage, Naming, changes_after, join
from plugins.model.docket import docket_of
from plugins.model.event import Event
from plugins.model.fault import Fault
from plugins.model.history import Revision, by_month
from plugins.model.moment import DAY, Moment
from plugins.model.month import month_named
from plugins.model.newsroom import Newsroom
from plugins.model.outline import outline_of
from plugins.model.record import digest
from plugins.model.recurrence import Occasions
from plugins.reading import pool
from plugins.reading.reader import merge
from plugins.reading.shape import code_digest

MONTH_SECONDS = 600.0  # for one month, far beyond what any takes
INLINE = 2  # so few months are worked out without forking


@dataclass(frozen=True)
class Survey:
    memos: dict[str, Memo]
    namings: dict[str, tuple[Naming, ...]]  # into each month, from all months
    changed: bool  # whether any memo is new

    @property
    def posts(self) -> int:
        """How many are out and not withdrawn."""
        return sum(memo.outline.posts for memo in self.memos.values() if memo.outline)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Those that block."""
        return tuple(f for memo in self.memos.values() for f in memo.verdict.faults)

    @property
    def fatal(self) -> tuple[Fault, ...]:
        return tuple(f for memo in self.memos.values() for f in memo.verdict.fatal)

    @property
    def quarantined(self) -> tuple[str, ...]:
        return tuple(path for memo in self.memos.values() for path in memo.verdict.quarantined)

    def coverage(self, chapter: Chapter, now: Moment, grace_days: int, bureau: str) -> Coverage:
        """The states of a month's activities."""
        events = chapter.room.events.values()
        return join(events, self.namings.get(chapter.month.name, ()), now, grace_days, bureau)


class Surveyor:
    def __init__(self, library: Library, known: dict[str, Memo], workers: int = 0) -> None:
        self.library = library
        self.known = known
        self.workers = workers
        self.code = code_digest(("model", "photos", "builds"))
        self.names = names_digest(library.room)
        self._dated = by_month(library.revisions)
        self.occasions = Occasions()  # of all that was read, also of what the gate stops

    def survey(self) -> Survey:
        reader = self.library.reader
        claims = gather(reader, self.known)
        self.occasions = Occasions(claims.series)
        months = sorted({*reader.months, *self.occasions.months})
        memos = self._verdicts(months, claims.newsroom)
        for name, memo in memos.items():
            self.library.quarantined[name] = frozenset(memo.verdict.quarantined)
        self.library.expect(Occasions(_accepted_series(memos.values())))
        memos = self._outlines(memos)
        namings = _namings(memos.values())
        memos = self._dockets(memos, namings)
        return Survey(memos, namings, memos != self.known)

    def _verdicts(self, months: Iterable[str], claimed: Newsroom) -> dict[str, Memo]:
        def work(name: str) -> Memo:
            memo = self._kept(name, self._verdict(name, claimed))
            self.library.quarantined[name] = frozenset(memo.verdict.quarantined)
            return self._outlined(name, memo)  # while the month is open

        fresh, memos = [], {}
        for name in months:
            memo = self.known.get(name)
            if memo is not None and memo.verdict.key == self._verdict_key(name, memo, claimed):
                memos[name] = memo
            else:
                fresh.append(name)
        memos.update(self._work(fresh, work))
        return {name: memos[name] for name in sorted(memos)}

    def _kept(self, name: str, verdict: Verdict) -> Memo:
        """A new verdict beside the old outline and docket, whose own keys guard them."""
        old = self.known.get(name)
        return msgspec.structs.replace(old, verdict=verdict) if old else Memo(verdict)

    def _verdict_key(self, name: str, memo: Memo, claimed: Newsroom) -> bytes:
        """Only right where the content of the month is what the memo was made of."""
        stale = memo.verdict.section != self._content_key(name)
        if stale or self.library.now.day < memo.verdict.day:
            return b""
        return self._key_of(name, memo.verdict.others, claimed, memo.verdict.quarantined)

    def _key_of(
        self, name: str, others: tuple[str, ...], claimed: Newsroom, quarantined: tuple[str, ...]
    ) -> bytes:
        """What was left out is judged again each day, for time heals a date too far ahead."""
        now = self.library.now
        return digest(
            self._content_key(name),
            self.library.shared_section.key,
            tuple(map(self._content_key, others)),
            tuple(self.occasions.key(month) for month in (name, *others)),
            tuple(post.digest for post in claimed.posts.values()),
            now.day if quarantined else 0,
            self.library.site.bureau,
            self.library.site.grace_days,
        )

    def _content_key(self, name: str) -> bytes:
        """Of what lies in a month; one of recurring activities alone holds nothing."""
        return self.library.reader.keys.get(name, b"")

    def _verdict(self, name: str, claimed: Newsroom) -> Verdict:
        section = self.library.reader.section(name)
        accepted = self.library.judge(section, claimed, self.occasions)
        others = self.library.others_of(section.newsroom)
        out = set(accepted.quarantined)
        posts = [p for p in section.newsroom.posts.values() if post_path(p.id) not in out]
        own = section.newsroom.events
        found = {**self.occasions.of(name), **own}.values()
        events = [event for event in found if event_path(event.id) not in out]
        grace = self.library.site.grace_days
        turns = {minute for event in events for minute in changes_after(event, grace)}
        return Verdict(
            key=self._key_of(name, others, claimed, accepted.quarantined),
            section=section.key,
            day=self.library.now.day,
            others=others,
            faults=tuple(fault for fault in accepted.faults if fault.blocks),
            findings=Counter(fault.code for fault in accepted.faults),
            fatal=accepted.fatal,
            quarantined=accepted.quarantined,
            embargoes=tuple(sorted(p.publish_at.minutes for p in posts if p.publish_at)),
            turns=tuple(sorted(turns)),
            aliases=tuple(a for p in section.newsroom.posts.values() for a in p.aliases),
            series=tuple(event for event in own.values() if event.repeat),
            events=len(events),
        )

    def _outlines(self, memos: dict[str, Memo]) -> dict[str, Memo]:
        keys = {name: self._outline_key(memo) for name, memo in memos.items()}
        stale = [name for name, memo in memos.items() if memo.outline_key != keys[name]]
        return {**memos, **self._work(stale, lambda name: self._outlined(name, memos[name]))}

    def _outlined(self, name: str, memo: Memo) -> Memo:
        key = self._outline_key(memo)
        if memo.outline_key == key:
            return memo
        outline = outline_of(self.library.chapter(month_named(name)))
        return msgspec.structs.replace(memo, outline_key=key, outline=outline)

    def _outline_key(self, memo: Memo) -> bytes:
        passed = bisect_right(memo.verdict.embargoes, self.library.now.minutes)
        return digest(_accepted_key(memo.verdict), self.names, passed, self.code)

    def _dockets(
        self, memos: dict[str, Memo], namings: dict[str, tuple[Naming, ...]]
    ) -> dict[str, Memo]:
        site, now = self.library.site, self.library.now

        def work(name: str) -> Memo:
            month = month_named(name)
            room = self.library.chapter(month).room if memos[name].verdict.events else merge(())
            events = room.events.values()
            found = join(events, namings.get(name, ()), now, site.grace_days, site.bureau)
            series, revisions = self.library.series(name), known[name]
            docket = docket_of(month, events, found, room, now, series, revisions)
            return msgspec.structs.replace(memos[name], docket_key=keys[name], docket=docket)

        known = {name: self._revisions(name) for name in memos}
        keys = {
            name: self._docket_key(name, memo, namings.get(name, ()), known[name])
            for name, memo in memos.items()
        }
        stale = [name for name, memo in memos.items() if memo.docket_key != keys[name]]
        full = [name for name in stale if memos[name].verdict.events]
        empty = [name for name in stale if not memos[name].verdict.events]  # these stay closed
        return {**memos, **{name: work(name) for name in empty}, **self._work(full, work)}

    def _revisions(self, name: str) -> dict[str, Revision]:
        """Those that the calendars of a month can show."""
        known, sources = self.library.revisions, self.library.sources(name)
        return {**self._dated.get(name, {}), **{i: known[i] for i in sources if i in known}}

    def _docket_key(
        self,
        name: str,
        memo: Memo,
        namings: tuple[Naming, ...],
        revisions: dict[str, Revision],
    ) -> bytes:
        site = self.library.site
        passed = bisect_right(memo.verdict.turns, self.library.now.minutes)
        rules = (site.grace_days, site.bureau)
        accepted = _accepted_key(memo.verdict)
        occasions = self.library.occasions_key(name)
        changes = tuple(sorted(revisions.items()))
        return digest(accepted, occasions, self.names, namings, passed, rules, changes, self.code)

    def _work(self, names: list[str], work: Callable[[str], Memo]) -> dict[str, Memo]:
        if len(names) <= INLINE:
            return {name: work(name) for name in names}
        found = {}
        encoded = pool.run(names, lambda n: encode_memo(work(n)), MONTH_SECONDS, self.workers)
        for number, payload in encoded:
            if payload is None:
                raise RuntimeError(f"the month {names[number]!r} could not be worked out")
            found[names[number]] = decode_memo(payload)
        return found


def next_change(survey: Survey, room: Newsroom, now: Moment) -> Moment:
    """Midnight, an embargo, an activity's own hour or a change of officers."""
    first = (now.day + 1) * DAY
    for memo in survey.memos.values():
        for minutes in (memo.verdict.embargoes, memo.verdict.turns):
            later = bisect_right(minutes, now.minutes)
            if later < len(minutes):
                first = min(first, minutes[later])
    turns = (day * DAY for agency in room.agencies.values() for day in agency.turns)
    first = min([first, *(minute for minute in turns if minute > now.minutes)])
    return Moment(first // DAY, first % DAY)


def names_digest(room: Newsroom) -> bytes:
    """Of all that a chapter knows of the shared records."""
    agencies = sorted(room.agencies.values(), key=lambda a: a.slug)
    return digest(tuple(a.named for a in agencies), tuple(room.categories.values()))


def _accepted_series(memos: Iterable[Memo]) -> Iterator[Event]:
    for memo in memos:
        out = memo.verdict.quarantined
        yield from (e for e in memo.verdict.series if event_path(e.id) not in out)


def _accepted_key(verdict: Verdict) -> bytes:
    """Of what the gate let pass; why it did does not matter."""
    return digest(verdict.section, verdict.quarantined)


def _namings(memos: Iterable[Memo]) -> dict[str, tuple[Naming, ...]]:
    found: dict[str, list[Naming]] = {}
    for memo in memos:
        for name, some in memo.outline.namings.items() if memo.outline else ():
            found.setdefault(name, []).extend(some)
    return {name: tuple(some) for name, some in found.items()}
