from plugins.agenda.evidence import Activity, Publication
from plugins.model.card import Link
from plugins.model.event import EventState
from plugins.model.moment import parse_moment
from tests.theme.conftest import ESCAPED, HOSTILE, environment_of, make_line, site_named, words


def activity(state: EventState = EventState.SUDAH, **fields) -> Activity:
    plain = {"line": make_line(state), "shared": False, "reason": "", "posts": ()}
    return Activity(**{**plain, **fields})


def published(base: str = "", **fields) -> str:
    plain = {
        "title": "Panen raya", "href": "/berita/distan/2026/11/panen/",
        "date": parse_moment("2026-11-24 09:30"), "shared": False, "picture": None,
    }  # fmt: skip
    source = '{% from "components/evidence.html" import publications %}{{ publications(posts=p) }}'
    environment = environment_of(site_named(f"https://uji.example{base}"))
    return environment.from_string(source).render(p=(Publication(**{**plain, **fields}),))


def test_an_activity_says_day_title_place_state_news_and_where_it_stands(render):
    news = (Link("Panen raya", "/berita/distan/2026/11/panen/"),)

    assert words(render("evidence", activities=(activity(posts=news),))) == (
        "Selasa, 24 November 2026 Temu lapang Balai penyuluhan Sudah diberitakan "
        "Berita: Panen raya https://uji.example/agenda/distan/2026/11/24-temu/"
    )


def test_a_shared_one_names_who_leads_and_a_reason_follows_its_state(render):
    told = words(
        render("evidence", activities=(activity(EventState.BATAL, shared=True, reason="Hujan."),))
    )

    assert "2026 bersama Distan Temu lapang" in told
    assert "Batal (Hujan)" in told


def test_a_post_says_when_and_its_address_in_full(render):
    assert words(published("/lutra")) == (
        "Selasa, 24 November 2026, pukul 09.30 WITA Panen raya "
        "https://uji.example/lutra/berita/distan/2026/11/panen/"
    )
    assert "bersama" in words(published(shared=True))


def test_a_post_shows_its_photo_where_it_has_one(picture):
    assert 'alt="Anak &#34;tertawa&#34;"' in published(picture=picture)
    assert "<img" not in published()


def test_no_text_can_become_markup(render):
    line = make_line(title=HOSTILE)
    html = render("evidence", activities=(activity(line=line, reason=HOSTILE),))

    assert html.count(ESCAPED) == 2
    assert ESCAPED in published(title=HOSTILE)
