"""Bukti dukung: what an agency did and published in a month."""

import csv
import io

from plugins.agenda.evidence import (
    EvidencePage,
    evidence_csv,
    evidence_month_outputs,
    evidence_outputs,
)
from plugins.agenda.ledgerfiles import ledger_outputs
from plugins.builds.plan import checked
from plugins.model.event import Publicity
from plugins.model.output import Output
from plugins.model.post import PhotoUse, Withdrawal
from tests.model.makers import (
    AGENCIES,
    at,
    edition_of,
    make_agency,
    make_event,
    make_post,
    month_outputs_of,
)

EVENT = make_event(partners=("kec-masamba",))
NEWS = make_post(events=(EVENT.id,))


def outputs(*contents, **fields) -> dict[str, Output]:
    found = month_outputs_of(evidence_month_outputs, *contents, **fields)
    return {output.path: output for output in found}


def page(slug: str, *contents, month: str = "2026/11", **fields) -> EvidencePage:
    return outputs(*contents, **fields)[f"cakupan/{slug}/{month}/index.html"].values


def rows(slug: str, *contents, **fields) -> list[dict[str, str]]:
    output = outputs(*contents, **fields)[f"cakupan/{slug}/2026/11/bukti.csv"]
    text = evidence_csv(output.values, None).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_there_is_a_list_and_a_table_only_where_the_agency_has_something():
    assert sorted(outputs(EVENT)) == [
        "cakupan/dinkes/2026/11/bukti.csv", "cakupan/dinkes/2026/11/index.html",
        "cakupan/kec-masamba/2026/11/bukti.csv", "cakupan/kec-masamba/2026/11/index.html",
    ]  # fmt: skip


def test_all_of_it_is_declared_daily_for_states_move_with_the_days():
    found = [*outputs(EVENT, NEWS).values(), *evidence_outputs(edition_of(EVENT, NEWS))]

    assert all(output.daily for output in found)


def test_a_month_lists_activities_with_their_news_and_posts_oldest_first():
    other = make_post("lain", "2026-11-02 08:00")
    found = page("dinkes", EVENT, NEWS, other)

    assert [a.line.id for a in found.activities] == [EVENT.id]
    assert [link.href for link in found.activities[0].posts] == [f"/berita/{NEWS.id}/"]
    assert [post.title for post in found.posts] == [other.title, NEWS.title]


def test_news_of_another_month_stands_with_its_activity_and_is_listed_in_its_own():
    late = make_post(date="2026-12-02", events=(EVENT.id,))
    contents = (EVENT, late)

    found = page("dinkes", *contents, now="2026-12-05 08:00")
    assert ([link.label for link in found.activities[0].posts], found.posts) == ([late.title], ())
    december = page("dinkes", *contents, month="2026/12", now="2026-12-05 08:00")
    assert (december.activities, [p.title for p in december.posts]) == ((), [late.title])


def test_what_is_shared_stands_with_each_agency_once_and_says_so():
    joint = make_post("gotong", partners=("kec-masamba", "kec-masamba"))
    lead, support = page("dinkes", EVENT, joint), page("kec-masamba", EVENT, joint)

    assert (lead.shared_activities, lead.shared_posts) == (0, 0)
    assert (support.shared_activities, support.shared_posts) == (1, 1)
    assert len(support.activities) == len(support.posts) == 1


def test_an_activity_that_is_not_public_is_a_count_and_nothing_else():
    secret = make_event("rahasia", "2026-11-01", title="RAHASIA", publicity=Publicity.TIDAK)
    found = page("dinkes", secret, EVENT, NEWS)

    assert (found.hidden, found.counted.figures.recorded) == (1, 2)
    assert not any("rahasia" in repr(o).lower() for o in outputs(secret, EVENT, NEWS).values())


def test_why_there_is_no_news_is_said():
    waived = make_event("a", "2026-11-01", waived="digabung")
    cancelled = make_event("b", "2026-11-02", status="batal", reason="Hujan deras.")

    assert [a.reason for a in page("dinkes", waived, cancelled).activities] == [
        "digabung dengan kegiatan lain", "Hujan deras.",
    ]  # fmt: skip


def test_a_withdrawn_post_and_one_under_embargo_are_evidence_of_nothing():
    withdrawn = make_post("a", withdrawal=Withdrawal(at("2026-11-25"), "Salah."))
    later = make_post("b", publish_at=at("2026-11-26"))

    assert outputs(withdrawn, later) == {}


def test_a_post_brings_its_lead_photo():
    use = PhotoUse("a.jpg", "Kader", "", "", "1" * 40)

    assert page("dinkes", make_post(photos=(use,))).posts[0].picture.alt == "Kader"
    assert page("dinkes", make_post()).posts[0].picture is None


def test_the_table_has_a_row_for_each_with_absolute_addresses():
    assert rows("kec-masamba", EVENT, NEWS) == [
        {
            "jenis": "kegiatan", "tanggal": "2026-11-24", "hari": "Selasa, 24 November 2026",
            "judul": "Acara imunisasi", "tempat": "Posyandu Melati",
            "keadaan": "sudah diberitakan", "alasan": "", "peran": "bersama",
            "tautan": f"https://contoh.test/agenda/{EVENT.id}/",
            "berita": f"https://contoh.test/berita/{NEWS.id}/",
        }
    ]  # fmt: skip
    assert [(r["jenis"], r["peran"]) for r in rows("dinkes", EVENT, NEWS)] == [
        ("kegiatan", "utama"), ("berita", "utama"),
    ]  # fmt: skip


def test_a_title_that_looks_like_a_formula_stays_text_in_the_table():
    assert rows("dinkes", make_event(title="=1+1"))[0]["judul"] == "'=1+1"


def test_a_front_leads_to_the_months_newest_first():
    older = make_post("lama", "2026-09-01")
    fronts = {o.values.agency.label: o for o in evidence_outputs(edition_of(EVENT, older))}
    front = fronts["Dinas Kesehatan"]

    assert (front.path, front.daily) == ("cakupan/dinkes/index.html", True)
    assert [month.href for month in front.values.months] == [
        "/cakupan/dinkes/2026/11/", "/cakupan/dinkes/2026/09/",
    ]  # fmt: skip
    assert fronts["Dinas Perhubungan"].values.months == ()


def test_a_front_does_not_see_the_day():
    morning, later = (
        list(evidence_outputs(edition_of(EVENT, NEWS, now=now)))
        for now in ("2026-11-24 10:00", "2027-01-01 00:00")
    )

    assert morning == later


def test_an_agency_with_the_name_of_a_year_takes_no_address_of_a_report():
    agencies = (*AGENCIES, make_agency("2026"))
    event = make_event(agency="2026")
    edition = edition_of(event, agencies=agencies)
    months = outputs(event, agencies=agencies)
    reports = {f"cakupan/2026/{month:02}/index.html" for month in range(1, 13)}
    site = checked([*ledger_outputs(edition), *evidence_outputs(edition)])

    assert not reports & {*months, *(output.path for output in site)}
