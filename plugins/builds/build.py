"""Render what changed, keep what did not, remove what is gone; on all cores."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import msgspec

from plugins.builds import manifest as manifests
from plugins.builds.constants import Constants
from plugins.builds.earlier import Earlier
from plugins.builds.fingerprint import fingerprint
from plugins.builds.keep import Keep
from plugins.builds.library import Library
from plugins.builds.manifest import BuildManifest, Planned
from plugins.builds.months import Months
from plugins.builds.plan import plan_month, plan_site
from plugins.builds.render import Renderer
from plugins.builds.survey import Survey
from plugins.builds.writer import Writer
from plugins.model.body import Body, BodyRef
from plugins.model.calendar import CalendarEntry, CalendarRef
from plugins.model.card import Card, CardsRef
from plugins.model.edition import Edition, make_edition, near_months
from plugins.model.output import Output
from plugins.model.press import Pack
from plugins.reading import pool
from plugins.reading.board import Board
from plugins.reading.sections import SHARED

SITE = "situs"  # the manifest's section for what all months share
NO_KEY = b"\0" * 16  # of that section, which is planned anew at each build
JOB_SECONDS = 3600.0  # for one month or one lot, far beyond what any takes
LOT = 64  # pages that one job renders
FEW = 3  # months that are planned here, and only their pages handed out


class Result(msgspec.Struct, frozen=True):
    """What became of one job."""

    section: bytes  # a month as the manifest keeps it; empty for a lot of pages
    written: list[str]


class Lot(NamedTuple):
    """Pages to render, all of one section."""

    section: str
    outputs: Sequence[Output]


class Plan(NamedTuple):
    """A section as it should be, and those of its outputs that are not so yet."""

    planned: Planned
    changed: list[Output]


@dataclass(frozen=True)
class Tally:
    written: tuple[str, ...]  # paths of outputs, sorted
    kept: int
    gone: tuple[str, ...]


class Desk:
    """The Resources of one job: bodies and originals of one section, and everybody's cards."""

    def __init__(
        self, library: Library, section: str, weigh: Callable[[Pack, "Desk"], int]
    ) -> None:
        self.library = library
        self.section = section
        self._weigh = weigh

    def body(self, ref: BodyRef) -> Body:
        return self.library.body(self.section, ref)

    def cards(self, ref: CardsRef) -> tuple[Card, ...]:
        return self.library.cards(ref)

    def calendar(self, ref: CalendarRef) -> tuple[CalendarEntry, ...]:
        return self.library.calendar(ref)

    def size(self, pack: Pack) -> int:
        return self._weigh(pack, self)

    def blob(self, blob_id: str) -> bytes:
        return self.library.reader.tree.read_blob(blob_id, self.section)


class Build:
    def __init__(
        self,
        library: Library,
        survey: Survey,
        board: Board,
        renderer: Renderer,
        constants: Constants,
        output: Path,
        cache: Path,
        workers: int = 0,
        earlier: Earlier | None = None,
    ) -> None:
        self.library = library
        self.months = Months(library, survey, board.history)
        self.names = list(survey.memos)
        self.board = board
        self.renderer = renderer
        self.constants = constants
        self.output = output
        self.manifests = cache / "manifes"
        self.keep = Keep(cache / "simpanan")
        self.earlier = earlier or Earlier(())
        self.writer = Writer(output)
        self.workers = workers
        self.old = manifests.load(self.manifests, output)
        self.was_empty = self.writer.is_empty()

    def run(self, edition: Edition, report: Callable[[int, int], None]) -> Tally:
        """Bring the output to the edition. *report* hears of jobs done and jobs in all."""
        theme = self.constants.all()
        keys = {name: self.months.key(name, theme) for name in self.names}
        stale = [name for name, key in keys.items() if not self._is_planned(name, key)]
        site = self._plan(SITE, NO_KEY, plan_site(edition, self.board))
        if self.old and not stale and not site.changed and _holds_just(self.old, keys, site):
            return Tally((), len(self.old.paths()), ())
        manifests.unmark(self.output)
        fresh, written = self._work({name: keys[name] for name in stale}, site, report)
        kept = self.old.sections if self.old else {}
        sections = {name: fresh[name] if name in fresh else kept[name] for name in (*keys, SITE)}
        new = BuildManifest(sections)
        gone = self._remove(new)
        manifests.save(sections, self.manifests, self.output)
        self.keep.forget_before(self.library.now.day)
        return Tally(tuple(written), len(new.paths()) - len(written), gone)

    def paths(self) -> set[str]:
        """Every output of the tree as it now stands."""
        now = manifests.load(self.manifests, self.output)
        return now.paths() if now else set()

    def _is_planned(self, name: str, key: bytes) -> bool:
        return self.old is not None and self.old.planned_under(name, key)

    def _plan(self, name: str, key: bytes, outputs: Sequence[Output]) -> Plan:
        marks = {output.path: self._fingerprint(output) for output in outputs}
        old = self.old.section(name) if self.old else None
        known = old.outputs if old else {}
        changed = [output for output in outputs if known.get(output.path) != marks[output.path]]
        return Plan(Planned(key, marks), changed)

    def _plan_month(self, name: str, key: bytes) -> Plan:
        return self._plan(name, key, plan_month(self.months.edition(name), self.board))

    def _work(
        self, stale: dict[str, bytes], site: Plan, report: Callable[[int, int], None]
    ) -> tuple[dict[str, bytes], list[str]]:
        """Plan the stale months and render what changed; return sections and paths.

        Few months are planned here and their pages handed out in lots; of many, each is
        planned and rendered by one job.
        """
        lots = _lots(SHARED, site.changed)
        fresh = {SITE: manifests.pack(site.planned)}
        if len(stale) <= FEW:
            for name, key in stale.items():
                plan = self._plan_month(name, key)
                fresh[name] = manifests.pack(plan.planned)
                lots += _lots(name, plan.changed)
            stale = {}
        jobs: list[Callable[[], Result]] = [self._month_job(*item) for item in stale.items()]
        jobs += [self._lot_job(lot) for lot in lots]
        results = self._do(jobs, report)
        fresh |= dict(zip(stale, (result.section for result in results), strict=False))
        return fresh, sorted({path for result in results for path in result.written})

    def _do(
        self, jobs: Sequence[Callable[[], Result]], report: Callable[[int, int], None]
    ) -> list[Result]:
        if len(jobs) == 1:
            return [jobs[0]()]
        found: dict[int, Result] = {}
        decode = msgspec.msgpack.Decoder(Result).decode
        work = pool.run(jobs, lambda job: msgspec.msgpack.encode(job()), JOB_SECONDS, self.workers)
        for number, payload in work:
            if payload is None:
                raise RuntimeError("a worker was lost while the site was built")
            found[number] = decode(payload)
            report(len(found), len(jobs))
        return [found[number] for number in range(len(jobs))]

    def _month_job(self, name: str, key: bytes) -> Callable[[], Result]:
        def work() -> Result:
            plan = self._plan_month(name, key)
            written = self._render(Lot(name, plan.changed))
            return Result(manifests.pack(plan.planned), written)

        return work

    def _lot_job(self, lot: Lot) -> Callable[[], Result]:
        def work() -> Result:
            return Result(b"", self._render(lot))

        return work

    def _render(self, lot: Lot) -> list[str]:
        desk = Desk(self.library, lot.section, self._weigh)
        for output in _by_kin(lot.outputs):
            if output.costly:
                data = self._kept(output, desk)
            else:
                data = self.renderer.render(output, desk)
            self.writer.write(output.path, data)
        return [output.path for output in lot.outputs]

    def _kept(self, output: Output, desk: Desk) -> bytes:
        """Costly outputs survive a theme change, and what is lost of output and cache."""
        mark = self._fingerprint(output)
        data = self.keep.get(mark, output.last)
        if data is None:
            data = self.earlier.get(output.path) if output.final else None
            data = data or self.renderer.render(output, desk)
            self.keep.put(mark, data, output.last)
        return data

    def _weigh(self, pack: Pack, desk: Desk) -> int:
        """The bytes of a press pack. It is made where no build has made it yet, for a page
        can only name its size then."""
        assert self.board.pack_output
        output = self.board.pack_output(pack)
        size = self.keep.size(self._fingerprint(output), output.last)
        return len(self._kept(output, desk)) if size is None else size

    def _fingerprint(self, output: Output) -> bytes:
        return fingerprint(output, self.constants.of(output))

    def _remove(self, new: BuildManifest) -> tuple[str, ...]:
        """Remove what no section wants any more; in a tree of unknown make, all else."""
        if self.old is None:
            gone = set() if self.was_empty else set(self.writer.others(new.paths()))
        else:
            gone = self._dropped(self.old, new)
        self.writer.remove(sorted(gone))
        return tuple(sorted(gone))

    def _dropped(self, old: BuildManifest, new: BuildManifest) -> set[str]:
        touched = [n for n, data in old.sections.items() if new.sections.get(n) != data]
        gone = {path for name in touched for path in old.section_paths(name)}
        gone -= {path for name in touched for path in new.section_paths(name)}
        if gone:  # another month may show the same photo
            gone -= new.paths()
        return gone


def edition_of(library: Library, survey: Survey, board: Board) -> Edition:
    """What all months share, with the months that today's pages look into opened."""
    assert board.assets
    outlines = [memo.outline for memo in survey.memos.values() if memo.outline]
    dockets = [memo.docket for memo in survey.memos.values() if memo.docket]
    site, now = board.site, board.now
    chapters = library.chapters(sorted(near_months(now, outlines, dockets)))
    return make_edition(
        site=site,
        now=now,
        assets=board.assets,
        room=library.room,
        outlines=outlines,
        dockets=dockets,
        near=[(c, survey.coverage(c, now, site.grace_days, site.bureau)) for c in chapters],
        history=board.history,
    )


def _holds_just(old: BuildManifest, keys: dict[str, bytes], site: Plan) -> bool:
    """Whether a tree has no section and no shared page too many."""
    if set(old.sections) != {SITE, *keys}:
        return False
    return old.section_paths(SITE) == set(site.planned.outputs)


def _lots(section: str, outputs: Sequence[Output]) -> list[Lot]:
    """What takes long with its kin, first, so that all cores have some; pages by the dozen."""
    kin = [output for output in outputs if output.kin]
    pages = [output for output in outputs if not output.kin]
    lots = [Lot(section, list(group)) for _, group in groupby(_by_kin(kin), _kin)]
    return lots + [Lot(section, pages[at : at + LOT]) for at in range(0, len(pages), LOT)]


def _by_kin(outputs: Iterable[Output]) -> list[Output]:
    return sorted(outputs, key=lambda output: (output.kin, output.path))


def _kin(output: Output) -> str:
    return output.kin
