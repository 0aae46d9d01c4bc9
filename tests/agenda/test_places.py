"""The place lens."""

import msgspec
import pytest

from plugins.agenda.places import Places, enumeration, places_of
from plugins.model.agency import AgencyKind
from plugins.model.coverage import Figures
from plugins.model.event import Publicity
from tests.model.makers import AGENCIES, SITE, at, edition_of, make_agency, make_event, make_post

MAPPED = msgspec.structs.replace(SITE, district_map=(("rampi", "", "masamba"),)).sealed()


def places(*contents, **fields) -> Places:
    return places_of(edition_of(*contents, **fields))


def test_every_kecamatan_has_a_row_also_the_one_nothing_is_heard_of():
    (row,) = places().rows

    assert (row.name, row.href, row.figures) == ("Masamba", "/kecamatan/masamba/", Figures())
    assert (row.last, row.quiet) == (None, True)


def test_this_month_and_the_two_before_it_are_counted():
    event = make_event(day="2026-09-01", district="masamba")
    posts = [make_post(d, f"2026-{d}-24", districts=("masamba",)) for d in ("08", "09", "10")]
    found = places(event, *posts)

    assert found.since == "September 2026"
    assert (found.rows[0].figures, found.rows[0].posts) == (Figures(missed=1), 2)


def test_quiet_is_after_ninety_days_without_news_or_activity():
    post = make_post(date="2026-08-27", districts=("masamba",))

    assert not places(post, now="2026-11-25 08:00").rows[0].quiet
    assert places(post, now="2026-11-26 08:00").rows[0].quiet
    assert places(post, now="2026-11-26 08:00").rows[0].last == at("2026-08-27")


def test_what_is_not_public_breaks_no_silence():
    secret = make_event(district="masamba", day="2026-11-20", publicity=Publicity.TIDAK)

    assert places(secret).rows[0].quiet


def test_tiles_lie_as_the_settings_say_and_an_unknown_one_stays_empty():
    found = places(site=MAPPED)

    assert found.tiles == ((None, None, found.rows[0]),)
    assert places().tiles == ()


def test_rows_are_in_the_order_of_names():
    more = (
        *AGENCIES,
        make_agency("kec-bone-bone", name="Kecamatan Bone-Bone", kind=AgencyKind.KECAMATAN),
    )

    assert [row.name for row in places(agencies=more).rows] == ["Bone-Bone", "Masamba"]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["Seko"], "Seko"),
        (["Rampi", "Seko"], "Rampi dan Seko"),
        (["Rampi", "Rongkong", "Seko"], "Rampi, Rongkong, dan Seko"),
    ],
)
def test_names_are_listed_as_they_are_said(names, words):
    assert enumeration(names) == words
