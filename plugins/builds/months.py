"""What the pages of one month are made of, and the key under which they were planned."""

from plugins.builds.library import Library
from plugins.builds.memo import Memo
from plugins.builds.survey import Survey
from plugins.model.books import Almanac, Books
from plugins.model.fronts import ARCHIVE
from plugins.model.history import History
from plugins.model.month import Month, month_named
from plugins.model.monthedition import (
    RELATED_DAYS,
    MonthEdition,
    boundary_links,
    make_month_edition,
)
from plugins.model.press import contact_of, is_offered
from plugins.model.record import digest


class Months:
    """Knows which other months each month looks into, and which look into it."""

    def __init__(self, library: Library, survey: Survey, history: History) -> None:
        self.library = library
        self.survey = survey
        outlines = [memo.outline for memo in survey.memos.values() if memo.outline]
        dockets = [memo.docket for memo in survey.memos.values() if memo.docket]
        self.almanac = Almanac(outlines, dockets, library.room.agencies, history)
        self.boundary = boundary_links(outlines)

    def edition(self, name: str) -> MonthEdition:
        site, now = self.library.site, self.library.now
        month = month_named(name)
        chapter = self.library.chapter(month)
        return make_month_edition(
            site=site,
            now=now,
            chapter=chapter,
            coverage=self.survey.coverage(chapter, now, site.grace_days, site.bureau),
            boundary=self.boundary[month],
            earlier=self.library.chapters(self._earlier(month)),
            others=self.library.chapters(sorted(self._others(name))),
            books=self._books(name),
            series=self.library.series(name),
            agencies=self.library.room.agencies,
        )

    def key(self, name: str, constants: bytes) -> bytes:
        """Everything that the pages of a month can depend on, as one digest."""
        month = month_named(name)
        related = sorted({month, *self._earlier(month), *self._others(name)})
        newer, older = self.boundary[month]
        return digest(
            constants,
            tuple(_memo_key(self.survey.memos[other.name]) for other in related),
            tuple(sorted(newer.items())),
            tuple(sorted(older.items())),
            self._books(name).key,
            self._press_key(name),
        )

    def _books(self, name: str) -> Books:
        findings = self.survey.memos[name].verdict.findings
        sources = self.library.sources(name)
        return self.almanac.books(month_named(name), self.library.now, findings, sources)

    def _press_key(self, name: str) -> bytes:
        """Of the press packs of a month: the days whose posts have one, and the contacts in them.

        An ordinary month of long ago has none, whoever moves to another office.
        """
        outline, site, now = self.survey.memos[name].outline, self.library.site, self.library.now
        every = outline.days.get(ARCHIVE, ()) if outline else ()
        days = tuple(day for day in every if is_offered(day, now, site))
        if not outline or not days:
            return b""
        agencies = self.library.room.agencies
        return digest(days, tuple(contact_of(agencies[slug]) for slug in sorted(outline.newest)))

    def _earlier(self, month: Month) -> list[Month]:
        """The months in which related posts are looked for."""
        return [other for other in month.before(RELATED_DAYS) if other.name in self.survey.memos]

    def _others(self, name: str) -> set[Month]:
        """The months that a month names, and those that name it."""
        memos = self.survey.memos
        there = {other for other in memos[name].verdict.others if other in memos}
        back = {other for other, memo in memos.items() if name in memo.verdict.others}
        return {month_named(other) for other in (there | back) - {name}}


def _memo_key(memo: Memo) -> bytes:
    return digest(memo.outline_key, memo.docket_key)
