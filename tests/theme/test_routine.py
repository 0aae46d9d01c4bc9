from plugins.model.card import Link
from plugins.model.moment import parse_moment
from tests.theme.conftest import words

RULE = {"words": "setiap pekan", "until": parse_moment("2026-12-31")}
NEXT = Link("Selasa, 1 Desember 2026", "/agenda/dinkes/2026/12/01-senam/")
FIRST = Link("Selasa, 3 November 2026", "/agenda/dinkes/2026/11/03-senam/")


def test_a_routine_says_how_often_until_when_and_when_next(render):
    assert words(render("routine", next=NEXT, first=None, **RULE)) == (
        "Kegiatan rutin setiap pekan sampai 31 Desember 2026. Kali berikutnya menurut jadwal: "
        "Selasa, 1 Desember 2026."
    )


def test_a_later_time_leads_to_the_first(render):
    html = render("routine", next=None, first=FIRST, **RULE)

    assert 'href="/agenda/dinkes/2026/11/03-senam/"' in html
    assert "Kali berikutnya" not in html


def test_a_next_time_without_a_page_is_no_link(render):
    html = render("routine", next=Link("Selasa, 1 Desember 2026", ""), first=None, **RULE)

    assert "<a" not in html
