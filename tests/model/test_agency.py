"""Agencies and who serves when."""

from plugins.model.agency import AgencyKind
from tests.model.makers import at, make_agency, make_officer


def test_an_officer_serves_from_the_first_day_to_the_last():
    officer = make_officer(since="2026-01-10", until=at("2026-03-31"))
    days = ("2026-01-09", "2026-01-10", "2026-03-31", "2026-04-01")

    assert [officer.serves_on(at(day)) for day in days] == [False, True, True, False]


def test_an_officer_without_an_end_still_serves():
    assert make_officer(since="2020-01-01").serves_on(at("2046-01-01"))


def test_the_hour_does_not_matter_for_service():
    officer = make_officer(since="2026-01-10", until=at("2026-01-10"))

    assert officer.serves_on(at("2026-01-10 23:59"))


def test_an_agency_names_only_the_officers_of_the_day():
    old = make_officer("lama", "2020-01-01", until=at("2025-12-31"))
    new = make_officer("baru", "2026-01-01")
    agency = make_agency(officers=(old, new))

    assert agency.officers_on(at("2025-12-31")) == (old,)
    assert agency.officers_on(at("2026-01-01")) == (new,)


def test_every_kind_has_words():
    assert all(kind.words for kind in AgencyKind)
    assert AgencyKind.RUMAH_SAKIT.words == "Rumah sakit"
