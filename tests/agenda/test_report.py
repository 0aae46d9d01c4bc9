"""The monthly report: what it counts, and what it must not name."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.agenda.report import Report, ReportLine
from plugins.agenda.report_counts import report_of
from plugins.agenda.report_files import AgencyTable, as_csv, as_json, read_report, schema
from plugins.agenda.report_outputs import report_month_outputs
from plugins.model.coverage import figures_by_agency, join, namings_of
from plugins.model.event import Publicity
from plugins.model.history import History
from plugins.model.media import MediaMonth, Mention
from plugins.model.post import Correction, PhotoUse, Review, Waiver, Withdrawal
from tests.model.makers import AGENCIES, SITE, at, made_of, make_agency, make_event, make_post

NOW = "2026-12-05 08:00"
EVENT = make_event("imunisasi", "2026-11-10", district="masamba")
NEWS = make_post("imunisasi", "2026-11-12", events=(EVENT.id,), districts=("masamba",))


def report(*contents, now: str = NOW, **fields) -> Report:
    return report_of(made_of(*contents, now=now, **fields).months[-1])


def line(found: Report, slug: str = "dinkes") -> ReportLine:
    return next(line for line in found.lines if line.slug == slug)


def test_an_agency_has_its_activities_its_posts_and_their_ratio():
    found = line(report(EVENT, NEWS, make_event("rapat", "2026-11-20"), make_post("lain")))

    assert (found.recorded, found.held, found.covered, found.missed) == (2, 2, 1, 1)
    assert (found.posts, found.linked, found.delay, found.late) == (2, 1, 2, 0)
    assert (found.last, found.rest) == ("2026-11-24", 6)


def test_news_after_the_grace_is_late():
    late = make_post("imunisasi", "2026-11-14", events=(EVENT.id,))
    found = report(EVENT, late)

    assert (line(found).late, found.delays) == (1, (0, 0, 0, 0, 1))


def test_a_target_is_the_agencys_own_or_the_sites():
    agencies = (make_agency("dinkes", target=1), *AGENCIES[1:])
    found = report(NEWS, agencies=agencies)

    assert (line(found).target, line(found).reached) == (1, True)
    assert (line(found, "dishub").target, line(found, "dishub").reached) == (SITE.target, False)


def test_photos_corrections_and_withdrawals_are_counted():
    use = PhotoUse("a.jpg", "Kader", "", "", "1" * 40)
    corrected = make_post("a", photos=(use, use), corrections=(Correction(at("2026-11-25"), "x"),))
    gone = make_post("b", withdrawal=Withdrawal(at("2026-11-25"), "Salah."))
    found = report(corrected, gone)

    assert (line(found).photos, line(found).corrections, line(found).withdrawn) == (2, 1, 1)
    assert (found.quality.photos, found.quality.without_alt, found.quality.without_caption) == (
        2, 0, 2,
    )  # fmt: skip


def test_findings_waivers_and_reviews_are_counted_by_their_code():
    waived = make_post("a", waivers=(Waiver("B101", "nama"),))
    reviewed = make_post("b", reviews=(Review("D903", "08**", "humas", "kantor"),))
    found = report(waived, reviewed, make_event(waivers=(Waiver("B101", "nama"),)))

    assert [(f.code, f.count) for f in found.quality.waivers] == [("B101", 2), ("D903", 1)]


def test_agencies_with_nothing_stand_last_and_are_named():
    found = report(NEWS, make_event(agency="pkm-baebunta"))

    assert [one.slug for one in found.lines[:2]] == ["dinkes", "pkm-baebunta"]
    assert [one.slug for one in found.silent] == ["humas", "dishub", "kec-masamba"]


def test_only_agencies_with_five_activities_are_ranked():
    many = [make_event(f"e{n}", f"2026-11-{n + 1:02}", agency="dishub") for n in range(5)]
    news = [
        make_post(f"p{n}", f"2026-11-{n + 1:02}", agency="dishub", events=(e.id,))
        for n, e in enumerate(many[:4])
    ]

    assert [one.slug for one in report(EVENT, NEWS, *many, *news).best] == ["dishub"]


def test_the_month_before_stands_beside_it():
    found = report(make_post("lama", "2026-10-03"), EVENT, NEWS)

    assert (found.before.month, found.before.posts, found.total.posts) == ("2026-10", 1, 1)


def test_a_late_post_of_the_month_before_moves_the_page_and_no_file():
    old = (EVENT, NEWS, make_post("lama", "2026-10-03"))
    outputs = [
        {o.path: o.values for o in report_month_outputs(made_of(*contents, now=NOW).months[-1])}
        for contents in (old, (*old, make_post("telat", "2026-10-04")))
    ]

    assert [path for path in outputs[0] if outputs[0][path] != outputs[1][path]] == [
        "cakupan/2026/11/index.html"
    ]


def test_the_bureau_shows_its_own_median_wait():
    found = report(NEWS, history=History({}, {"2026-11": (30, 90, 600)}))

    assert found.total.turnaround == 90


def test_every_kecamatan_is_listed_also_without_anything():
    found = report(EVENT, NEWS, make_event("lain", "2026-11-11"))

    assert [(share.label, share.posts, share.held) for share in found.districts] == [
        ("Masamba", 1, 1)
    ]


def test_what_media_published_stands_by_day_and_leads_to_our_post():
    second = Mention(at("2026-11-20"), "RRI", "Panen")
    first = Mention(
        at("2026-11-13"), "Radar", "Campak", "https://radar.example/", "netral", NEWS.id
    )
    table = MediaMonth(month="2026-11", mentions=(second, first)).sealed()
    found = report(EVENT, NEWS, media={"2026-11": table})

    assert [(m.day, m.outlet, m.post) for m in found.media] == [
        ("2026-11-13", "Radar", f"/berita/{NEWS.id}/"), ("2026-11-20", "RRI", ""),
    ]  # fmt: skip


def test_a_closed_month_does_not_depend_on_the_day():
    contents = (EVENT, NEWS, make_event("rapat", "2026-11-20"))

    assert report(*contents) == report(*contents, now="2027-03-01 12:00")


SECRET = {
    "title": "RAHASIA", "place": "RAHASIA", "reason": "RAHASIA", "note": "RAHASIA",
    "publicity": Publicity.TIDAK, "district": "rahasia", "partners": ("dishub",),
}  # fmt: skip


def test_what_is_not_public_is_counted_and_never_named():
    secret = make_event("rahasia", "2026-11-10", **SECRET)
    made = made_of(secret, make_post("umum", events=(secret.id,)), make_post("b"), now=NOW)
    found = report_of(made.months[-1])
    outputs = list(report_month_outputs(made.months[-1]))

    assert (found.total.recorded, found.events, found.hidden, line(found, "dishub").recorded) == (
        1, (), 1, 1,
    )  # fmt: skip
    assert "rahasia" not in repr([output.values for output in outputs]).lower()


def test_persons_are_not_named():
    post = make_post(writer="Nama Penulis", editor="Nama Redaktur")
    (month,) = made_of(EVENT, post, now=NOW).months

    assert "Nama Penulis" not in repr([output.values for output in report_month_outputs(month)])
    assert "Nama Redaktur" not in repr([output.values for output in report_month_outputs(month)])


def test_a_withdrawn_post_leaves_a_number_and_no_word():
    gone = make_post("x", title="RAHASIA", withdrawal=Withdrawal(at("2026-11-25"), "RAHASIA"))

    assert "RAHASIA" not in repr(report(gone, NEWS))


def test_a_month_in_which_nothing_is_public_was_counted_all_the_same():
    (month,) = made_of(make_event(publicity=Publicity.TIDAK), now=NOW).months

    assert len(list(report_month_outputs(month))) == 4


def test_json_can_be_read_back_whole_and_fits_its_schema():
    found = report(EVENT, NEWS)
    told = json.loads(as_json(found, None))
    known = json.loads(schema(None, None))["$defs"]["Report"]

    assert read_report(as_json(found, None)) == found
    assert told["jumlah"]["sudah_diberitakan"] == 1
    assert told.keys() == known["properties"].keys()


def rows_of(found: Report) -> list[dict[str, str]]:
    data = as_csv(AgencyTable(found.month, found.lines), None).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(data)))


def test_csv_has_a_row_for_each_agency_and_runs_no_formula():
    agencies = (make_agency("dinkes", name="=HYPERLINK()"), *AGENCIES[1:])
    rows = rows_of(report(EVENT, NEWS, agencies=agencies))

    assert len(rows) == len(AGENCIES)
    assert rows[0]["perangkat_daerah"] == "'=HYPERLINK()"
    assert (rows[0]["cakupan"], rows[0]["sudah_diberitakan"]) == ("1 dari 1", "1")
    assert rows[1]["cakupan"] == ""


@st.composite
def months(draw):
    """Activities and posts of November, in every state there is."""
    agencies = st.sampled_from([agency.slug for agency in AGENCIES])
    days = st.integers(1, 28).map("2026-11-{:02}".format)
    events = [
        make_event(
            f"e{n}", draw(days), agency=draw(agencies),
            partners=draw(st.sampled_from(((), ("kec-masamba",), ("dinkes", "dishub")))),
            status=draw(st.sampled_from(("", "", "", "batal"))),
            waived=draw(st.sampled_from(("", "", "digabung"))),
            publicity=draw(st.sampled_from(Publicity)),
        )
        for n in range(draw(st.integers(0, 8)))
    ]  # fmt: skip
    named = st.sampled_from([e.id for e in events]) if events else st.nothing()
    posts = [
        make_post(
            f"p{n}", draw(days), agency=draw(agencies),
            events=tuple(draw(st.lists(named, max_size=2, unique=True))) if events else (),
        )
        for n in range(draw(st.integers(0, 8)))
    ]  # fmt: skip
    return events, posts, f"2026-1{draw(st.integers(1, 2))}-{draw(st.integers(1, 28)):02} 09:00"


@given(months())
@settings(max_examples=40, deadline=None, derandomize=True)
def test_the_sums_agree_with_the_join_the_ledger_and_the_csv(given):
    events, posts, now = given
    if not events and not posts:
        return
    made = made_of(*events, *posts, now=now)
    found = report_of(made.months[-1])
    coverage = join(events, namings_of(posts), at(now), SITE.grace_days, SITE.bureau)
    joined = figures_by_agency(events, coverage)
    books = made.months[-1].books

    assert {one.slug: one.figures for one in found.lines if one.recorded} == joined
    assert found.total.figures == books.total.figures
    assert sum(found.delays) == found.total.covered
    assert found.total.recorded == len(events) == len(found.events) + found.hidden
    assert found.total.posts == len(posts) == len(found.posts)
    assert sum(share.posts for share in found.categories) == len(posts)
    assert [int(row["belum_diberitakan"]) for row in rows_of(found)] == [
        one.missed for one in found.lines
    ]


@pytest.mark.parametrize(
    ("now", "state"), [("2026-11-12 09:00", "waiting"), ("2026-11-14 09:00", "missed")]
)
def test_time_moves_an_activity_from_waiting_to_missed(now, state):
    found = report(EVENT, now=now)

    assert (getattr(found.total, state), len(found.open)) == (1, 1)
