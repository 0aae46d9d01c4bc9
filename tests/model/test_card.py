"""Cards by month."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.card import Link, month_links, months_of
from tests.model.makers import edition_of, make_post


def test_cards_are_grouped_by_the_month_of_their_date():
    posts = [
        make_post(str(n), day) for n, day in enumerate(("2026-11-02", "2026-11-01", "2026-09-30"))
    ]
    months = months_of(edition_of(*posts).cards)

    assert [(m.words, len(m.cards)) for m in months] == [
        ("November 2026", 2),
        ("September 2026", 1),
    ]


def test_equal_months_of_different_years_are_different():
    months = months_of(edition_of(make_post("a", "2026-11-01"), make_post("b", "2025-11-01")).cards)

    assert [month.words for month in months] == ["November 2026", "November 2025"]


def test_no_cards_have_no_months():
    assert months_of(()) == ()


def test_month_links_lead_below_the_front():
    months = months_of(edition_of(make_post("a", "2026-03-01")).cards)

    assert month_links("/arsip/", months) == (Link("Maret 2026", "/arsip/2026/03/"),)


@given(st.lists(st.dates(), max_size=30, unique=True))
@settings(max_examples=30, deadline=None, derandomize=True)
def test_every_card_stands_in_exactly_one_month_and_it_is_its_own(days):
    posts = [make_post(f"p{n}", day.isoformat()) for n, day in enumerate(days)]
    cards = edition_of(*posts).cards
    months = months_of(cards)

    assert [card for month in months for card in month.cards] == list(cards)
    assert all((c.date.year, c.date.month) == (m.year, m.month) for m in months for c in m.cards)
    assert len({(m.year, m.month) for m in months}) == len(months)
