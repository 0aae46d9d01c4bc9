"""Whatever is in the agenda: every page and file counts the same, and counts it once."""

import csv
import io
import json
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.agencies.outputs import outputs as agency_outputs
from plugins.agenda.evidence import EvidencePage, evidence_csv
from plugins.agenda.ledger import LedgerPage, ledger_page
from plugins.agenda.outputs import month_outputs, outputs
from plugins.model.coverage import Figures, figures
from plugins.model.event import Event, EventState, Publicity
from plugins.model.month import month_of, month_of_id
from plugins.model.output import Output
from plugins.model.post import Post, Withdrawal
from tests.model.makers import Made, at, made_of, make_event, make_post

SLUGS = ("dinkes", "dishub", "humas", "kec-masamba", "pkm-baebunta")
NOW = "2026-11-25 08:00"
days = st.integers(-30, 7).map(lambda back: at("2026-11-25").later(back).iso_day)
partners = st.lists(st.sampled_from(SLUGS), max_size=2, unique=True).map(tuple)


@dataclass(frozen=True)
class Agenda:
    events: tuple[Event, ...]
    posts: tuple[Post, ...]

    @cached_property
    def made(self) -> Made:
        return made_of(*self.events, *self.posts, now=NOW)

    @cached_property
    def ledger(self) -> LedgerPage:
        return ledger_page(self.made.edition)

    @cached_property
    def files(self) -> dict[str, Output]:
        found = [*outputs(self.made.edition), *agency_outputs(self.made.edition)]
        found += [output for month in self.made.months for output in month_outputs(month)]
        return {output.path: output for output in found}

    @cached_property
    def states(self) -> dict[str, EventState]:
        return {i: s.state for m in self.made.months for i, s in m.statuses.items()}

    def evidence(self) -> dict[tuple[str, str], EvidencePage]:
        """By agency and month."""
        pages = [o.values for o in self.files.values() if isinstance(o.values, EvidencePage)]
        return {(page.front.split("/")[2], page.month.name): page for page in pages}

    def states_of(self, slug: str) -> list[EventState]:
        """Of the agency's activities of the ledger's month."""
        month = month_of(at(NOW))
        mine = [e for e in self.events if slug in e.agencies and month_of_id(e.id) == month]
        return [self.states[event.id] for event in mine]


@st.composite
def agendas(draw) -> Agenda:
    """Up to five activities of November and October, and posts that name some of them."""
    events = []
    for number in range(draw(st.integers(1, 5))):
        first, last = sorted((draw(days), draw(days)))
        event = make_event(
            f"acara-{number}", first, last=last, agency=draw(st.sampled_from(SLUGS)),
            partners=draw(partners), district=draw(st.sampled_from(("", "masamba"))),
            status=draw(st.sampled_from(("", "", "", "batal", "ditunda"))),
            waived=draw(st.sampled_from(("", "", "digabung"))),
            publicity=draw(st.sampled_from(Publicity)), title=f"Acara nomor {number}",
        )  # fmt: skip
        events.append(event)
    ids = [event.id for event in events]
    posts = [
        make_post(
            f"berita-{number}", draw(days), agency=draw(st.sampled_from(SLUGS)),
            partners=draw(partners),
            events=tuple(draw(st.lists(st.sampled_from(ids), max_size=3, unique=True))),
            withdrawal=draw(st.sampled_from((None, None, None, Withdrawal(at(NOW), "Salah.")))),
        )
        for number in range(draw(st.integers(0, 5)))
    ]  # fmt: skip
    return Agenda(tuple(events), tuple(posts))


quick = settings(max_examples=40, deadline=None, derandomize=True)


@given(agendas())
@quick
def test_every_activity_is_in_one_state_and_the_sums_of_states_are_the_ledger(agenda):
    now = [agenda.states[e.id] for e in agenda.events if month_of_id(e.id).name == "2026-11"]

    assert agenda.states.keys() == {event.id for event in agenda.events}
    assert agenda.ledger.total == figures(now)
    assert agenda.ledger.trend[-1].figures == figures(now)
    for row in agenda.ledger.rows:
        assert row.figures == figures(agenda.states_of(row.slug))


@given(agendas())
@quick
def test_table_and_json_have_the_numbers_of_the_page(agenda):
    by_path = {path: o.renderer(o.values, None) for path, o in _data(agenda).items()}
    told = json.loads(by_path["cakupan/cakupan.json"])
    text = by_path["cakupan/cakupan.csv"].decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text)))

    for row, said, line in zip(agenda.ledger.rows, told["perangkat_daerah"], table, strict=True):
        assert row.slug == said["pd"] == line["pd"]
        for key, number in _numbers(row.figures).items():
            assert said[key] == number == int(line[key])
        assert said["berita"] == row.posts == int(line["berita"])
        assert said["berita_tanpa_agenda"] == row.unplanned == int(line["berita_tanpa_agenda"])
        assert said["cakupan"] == row.figures.rate.words == line["cakupan"]
    assert {key: told["jumlah"][key] for key in _numbers(Figures())} == _numbers(
        agenda.ledger.total
    )


@given(agendas())
@quick
def test_agency_pages_and_evidence_have_the_numbers_of_the_ledger(agenda):
    evidence = agenda.evidence()
    for row in agenda.ledger.rows:
        page = evidence.get((row.slug, "2026-11"))
        front = agenda.files[f"cakupan/{row.slug}/index.html"].values
        months = {month.counted.month.name: month.counted for month in front.months}

        assert agenda.files[f"perangkat-daerah/{row.slug}/index.html"].values.figures == row.figures
        assert (page is None) == ("2026-11" not in months)
        if page:
            assert page.counted.figures == months["2026-11"].figures == row.figures
            assert len(page.activities) + page.hidden == row.figures.recorded
            assert len(page.posts) == row.posts


@given(agendas())
@quick
def test_everything_stands_once_on_the_page_of_each_agency_it_belongs_to(agenda):
    on_page: Counter[tuple[str, str]] = Counter()
    in_table: Counter[tuple[str, str]] = Counter()
    for (slug, month), page in agenda.evidence().items():
        on_page.update((slug, activity.line.href) for activity in page.activities)
        on_page.update((slug, post.href) for post in page.posts)
        path = f"cakupan/{slug}/{month.replace('-', '/')}/bukti.csv"
        text = evidence_csv(agenda.files[path].values, None).decode("utf-8-sig")
        rows = csv.DictReader(io.StringIO(text))
        in_table.update((slug, row["tautan"].removeprefix("https://contoh.test")) for row in rows)
    public = [e for e in agenda.events if not _hidden(e)]
    out = [post for post in agenda.posts if post.withdrawal is None]
    wanted = {(slug, f"/agenda/{e.id}/") for e in public for slug in e.agencies}
    wanted |= {(slug, f"/berita/{post.id}/") for post in out for slug in post.agencies}

    assert on_page == in_table == Counter(wanted)


@given(agendas(), st.data())
@quick
def test_one_more_post_never_lowers_a_rate(agenda, data):
    event = data.draw(st.sampled_from(agenda.events))
    post = make_post("tambahan", event.first.iso_day, agency=event.agency, events=(event.id,))
    after = Agenda(agenda.events, (*agenda.posts, post)).ledger

    for row, later in _pairs(agenda.ledger, after):
        assert later.figures.held >= row.figures.held
        assert later.figures.covered >= row.figures.covered
        assert later.figures.rate.percent >= row.figures.rate.percent
        without, later_without = row.figures.rate_without_waived, later.figures.rate_without_waived
        assert later_without.percent >= without.percent


@given(agendas(), st.data())
@quick
def test_a_waiver_never_raises_the_number_covered(agenda, data):
    event = data.draw(st.sampled_from(agenda.events))
    waived = msgspec.structs.replace(event, waived="rapat-internal").sealed()
    events = tuple(waived if e is event else e for e in agenda.events)
    after = Agenda(events, agenda.posts).ledger

    for row, later in _pairs(agenda.ledger, after):
        assert later.figures.covered <= row.figures.covered
        assert later.figures.held == row.figures.held


@given(agendas())
@quick
def test_an_activity_that_is_not_public_stands_nowhere(agenda):
    hidden = [event for event in agenda.events if _hidden(event)]
    seen = " ".join(path + repr(output.values) for path, output in agenda.files.items())

    for event in hidden:
        assert event.title not in seen
        assert event.id not in seen


def _hidden(event: Event) -> bool:
    if event.publicity is Publicity.SETELAH_SELESAI:
        return event.ends_at > at(NOW).minutes
    return event.publicity is Publicity.TIDAK


def _data(agenda: Agenda) -> dict[str, Output]:
    names = ("cakupan/cakupan.json", "cakupan/cakupan.csv")
    return {name: agenda.files[name] for name in names}


def _numbers(found: Figures) -> dict[str, int]:
    return {
        "tercatat": found.recorded, "terlaksana": found.held, "sudah_diberitakan": found.covered,
        "menunggu_berita": found.waiting, "belum_diberitakan": found.missed,
        "tidak_diberitakan": found.waived, "belum_selesai": found.ahead,
        "ditunda_atau_batal": found.called_off,
    }  # fmt: skip


def _pairs(before: LedgerPage, after: LedgerPage):
    later = {row.slug: row for row in after.rows}
    return [(row, later[row.slug]) for row in before.rows]
