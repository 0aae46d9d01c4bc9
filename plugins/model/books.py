"""What is counted for whole months: the figures behind the ledger and the monthly reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.model.agency import Agency
from plugins.model.coverage import Figures, median
from plugins.model.docket import Docket
from plugins.model.history import History, Revision, by_month
from plugins.model.moment import Moment
from plugins.model.month import Month, month_of
from plugins.model.outline import Outline, Pieces
from plugins.model.record import Value, digest

TREND_MONTHS = 12
PLACE_MONTHS = 3  # the present month and those before it, over which places are compared


class MonthFigures(Value, frozen=True):
    """One month of the whole regency."""

    month: Month
    figures: Figures
    posts: int  # out and not withdrawn
    delay: int  # median days from activity to news; -1 without any
    turnaround: int  # median minutes from proposal to merge; -1 without any


class AgencyMonth(Value, frozen=True):
    """One month of one agency."""

    month: Month
    figures: Figures
    pieces: Pieces
    delay: int  # median days from activity to news; -1 without any


class PlaceFigures(Value, frozen=True):
    """One kecamatan: what the public may know of the last months."""

    figures: Figures  # of PLACE_MONTHS months
    posts: int  # of the same months
    last: int  # ordinal of the day of the last post or held activity of all time; 0 without


@dataclass(frozen=True)
class Books:
    """What one month's pages need beside the month itself."""

    total: MonthFigures
    by_agency: Mapping[str, AgencyMonth]  # of agencies that have anything in the month
    before: MonthFigures  # of the month before; a trend would let one late post touch a year
    before_by_agency: Mapping[str, AgencyMonth]
    active: frozenset[str]  # the agencies that exist in the month
    vacant: frozenset[str]  # those of them without an officer at its end, or now
    targets: Mapping[str, int]  # posts a month; only of agencies with a target of their own
    waits: tuple[int, ...]  # minutes from proposal to merge, ascending
    findings: Mapping[str, int]  # how often the gate names each code in the month
    revisions: Mapping[str, Revision]  # of its activities and their series, where git knows them
    agenda_before: Month | None  # the last month before it with visible activities
    agenda_after: Month | None  # the first one after it

    @property
    def key(self) -> bytes:
        """A digest of what the month itself does not tell."""
        mappings = (self.before_by_agency, self.targets, self.findings, self.revisions)
        return digest(
            self.before,
            tuple(sorted(self.active)),
            tuple(sorted(self.vacant)),
            self.waits,
            self.agenda_before,
            self.agenda_after,
            *(tuple(sorted(mapping.items())) for mapping in mappings),
        )


class Almanac:
    """The counts of all months together; asked for one month, one agency or all places."""

    def __init__(
        self,
        outlines: Iterable[Outline],
        dockets: Iterable[Docket],
        agencies: Mapping[str, Agency],
        history: History,
    ) -> None:
        self._outlines = {outline.month: outline for outline in outlines}
        self._dockets = {docket.month: docket for docket in dockets}
        self._agencies = agencies
        self._history = history
        self._with_agenda = [m for m, docket in self._dockets.items() if docket.visible]
        self._by_agency: dict[Month, dict[str, AgencyMonth]] = {}  # two months' books ask for one
        self._revisions = by_month(history.revisions)

    def books(
        self, month: Month, now: Moment, findings: Mapping[str, int], series: Iterable[str] = ()
    ) -> Books:
        """*series* are the recurring activities of other months that have times in this one."""
        active = {a.slug: a for a in self._agencies.values() if a.exists_in(month)}
        end = Moment(min(month.last_day, now.day))
        return Books(
            total=self._month(month),
            by_agency=self.by_agency(month),
            before=self._month(month.back(1)),
            before_by_agency=self.by_agency(month.back(1)),
            active=frozenset(active),
            vacant=frozenset(slug for slug, a in active.items() if not a.officers_on(end)),
            targets={slug: agency.target for slug, agency in active.items() if agency.target},
            waits=self.waits(month),
            findings=findings,
            revisions=self._of_month(month, series),
            agenda_before=max((m for m in self._with_agenda if m < month), default=None),
            agenda_after=min((m for m in self._with_agenda if m > month), default=None),
        )

    def trend(self, month: Month) -> tuple[MonthFigures, ...]:
        """The months up to this one, oldest first, also those of which nothing is known."""
        return tuple(self._month(month.back(back)) for back in reversed(range(TREND_MONTHS)))

    def by_agency(self, month: Month) -> dict[str, AgencyMonth]:
        """One month of every agency that has a post or an activity in it."""
        if month not in self._by_agency:
            self._by_agency[month] = self._counted(month)
        return self._by_agency[month]

    def _counted(self, month: Month) -> dict[str, AgencyMonth]:
        docket, outline = self._dockets.get(month), self._outlines.get(month)
        figures = docket.by_agency if docket else {}
        delays = docket.delays_by_agency if docket else {}
        pieces = outline.by_agency if outline else {}
        return {
            slug: AgencyMonth(
                month,
                figures.get(slug, Figures()),
                pieces.get(slug, Pieces()),
                median(delays.get(slug, ())),
            )
            for slug in sorted({*figures, *pieces})
        }

    def waits(self, month: Month) -> tuple[int, ...]:
        """Minutes from proposal to merge, of what was merged in the month, ascending."""
        return tuple(self._history.waits.get(month.name, ()))

    def agency_months(self) -> dict[str, tuple[AgencyMonth, ...]]:
        """Every agency's months, newest first."""
        found: dict[str, list[AgencyMonth]] = defaultdict(list)
        for month in sorted({*self._outlines, *self._dockets}, reverse=True):
            for slug, counted in self.by_agency(month).items():
                found[slug].append(counted)
        return {slug: tuple(months) for slug, months in found.items()}

    def places(self, now: Moment) -> dict[str, PlaceFigures]:
        """Every kecamatan that was ever named, over the last months."""
        recent = {month_of(now).back(back) for back in range(PLACE_MONTHS)}
        figures: dict[str, Figures] = defaultdict(Figures)
        posts: dict[str, int] = defaultdict(int)
        last: dict[str, int] = defaultdict(int)
        for docket in self._dockets.values():
            for slug, day in docket.last_by_district.items():
                last[slug] = max(last[slug], day)
            for slug, some in docket.by_district.items() if docket.month in recent else ():
                figures[slug] += some
        for outline in self._outlines.values():
            for slug, pieces in outline.by_district.items():
                last[slug] = max(last[slug], pieces.last)
                posts[slug] += pieces.posts if outline.month in recent else 0
        known = sorted({*figures, *last})
        return {slug: PlaceFigures(figures[slug], posts[slug], last[slug]) for slug in known}

    def last_posts(self) -> dict[str, int]:
        """The ordinal of the day of each agency's newest post, also of those it supports."""
        found: dict[str, int] = {}
        for outline in self._outlines.values():
            for slug, pieces in outline.by_agency.items():
                found[slug] = max(pieces.last, found.get(slug, 0))
        return found

    def scheduled(self, week: int) -> frozenset[str]:
        """The agencies with an activity in the week that begins on a Monday."""
        return frozenset(
            slug
            for docket in self._dockets.values()
            for slug, weeks in docket.weeks.items()
            if week in weeks
        )

    def _of_month(self, month: Month, series: Iterable[str]) -> dict[str, Revision]:
        known = self._history.revisions
        others = {identity: known[identity] for identity in series if identity in known}
        return {**self._revisions.get(month.name, {}), **others}

    def _month(self, month: Month) -> MonthFigures:
        docket, outline = self._dockets.get(month), self._outlines.get(month)
        return MonthFigures(
            month=month,
            figures=docket.total if docket else Figures(),
            posts=outline.posts if outline else 0,
            delay=median(docket.delays) if docket else -1,
            turnaround=median(self.waits(month)),
        )
