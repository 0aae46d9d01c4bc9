from plugins.agenda.places import PlaceRow, Places
from plugins.model.coverage import Figures
from plugins.model.moment import parse_moment
from tests.theme.conftest import ESCAPED, HOSTILE, words

NEWS = PlaceRow(
    "seko", "Seko", "/kecamatan/seko/", Figures(covered=2, missed=1), 4,
    parse_moment("2026-11-20"), quiet=False,
)  # fmt: skip
QUIET = PlaceRow("rampi", "Rampi", "/kecamatan/rampi/", Figures(), 0, None, quiet=True)
ACTIVE = PlaceRow(
    "sabbang", "Sabbang", "/kecamatan/sabbang/", Figures(missed=1), 0,
    parse_moment("2026-11-02"), quiet=False,
)  # fmt: skip


def shown(render, *rows: PlaceRow, tiles=((NEWS, None, QUIET),)) -> str:
    return render("places", places=Places("September 2026", 90, rows, tiles))


def test_quiet_places_are_named_in_a_sentence(render):
    assert "tidak ada berita atau kegiatan dari Rampi." in words(shown(render, NEWS, QUIET))


def test_where_none_or_all_are_quiet_the_sentence_says_so(render):
    assert "ada berita atau kegiatan dari setiap kecamatan." in words(shown(render, NEWS))
    assert "dari kecamatan mana pun." in words(shown(render, QUIET))


def test_a_tile_says_its_news_or_its_silence_in_words(render):
    tiles = shown(render, NEWS, QUIET).split("<table")[0]

    assert "Seko 4 berita" in words(tiles)
    assert "Rampi sunyi" in words(tiles)
    assert tiles.count("places__tile--quiet") == tiles.count("places__tile--none") == 1


def test_only_a_place_with_news_is_drawn_as_such(render):
    assert "places__tile--news" in shown(render, NEWS, tiles=((NEWS,),))
    assert "places__tile--news" not in shown(render, ACTIVE, tiles=((ACTIVE,),))


def test_the_table_says_the_same_with_links(render):
    table = shown(render, NEWS, QUIET).split("<tbody>")[1]

    assert words(table.replace("><", "> <")) == (
        "Seko 2 dari 3 4 20 Nov 2026 Rampi – 0 belum ada sunyi"
    )
    assert 'href="/kecamatan/seko/"' in table


def test_without_a_map_the_table_stands_alone(render):
    assert "places__map" not in shown(render, NEWS, tiles=())


def test_a_name_cannot_become_markup(render):
    named = PlaceRow("x", HOSTILE, "/kecamatan/x/", Figures(), 0, None, quiet=True)

    assert shown(render, named, tiles=((named,),)).count(ESCAPED) == 2  # tile and table
