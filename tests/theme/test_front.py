"""Which post leads the front page: it is the theme's largest picture."""

from plugins.news.home import _lead
from tests.theme.conftest import make_card


def test_the_newest_post_with_a_photo_leads(picture):
    cards = (make_card("Baru"), make_card("Berfoto", picture), make_card("Lama", picture))

    assert _lead(cards) is cards[1]


def test_a_photo_further_down_does_not_lift_an_old_post(picture):
    cards = (*(make_card(f"Teks {n}") for n in range(4)), make_card("Lama", picture))

    assert _lead(cards) is cards[0]


def test_an_empty_newsroom_has_no_lead():
    assert _lead(()) is None
