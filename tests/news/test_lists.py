"""Lists of posts and their month pages."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.card import CardsRef, Link
from plugins.model.output import Output
from plugins.model.post import Withdrawal
from plugins.news.lists import IndexPage, ListPage, MonthPage, list_month_outputs, list_outputs
from tests.model.makers import Made, at, made_of, make_post


def outputs_of(made: Made) -> list[Output]:
    months = [output for month in made.months for output in list_month_outputs(month)]
    return [*list_outputs(made.edition), *months]


def pages(*contents, **fields) -> dict[str, object]:
    return {output.path: output.values for output in outputs_of(made_of(*contents, **fields))}


def slugs(cards) -> list[str]:
    return [card.id.rsplit("/", 1)[1] for card in cards]


def holds_posts(page) -> bool:
    cards = getattr(page, "cards", ())
    return cards.count > 0 if isinstance(cards, CardsRef) else bool(cards)


def test_a_post_stands_on_fronts_and_months_of_its_lists():
    shown = pages(make_post(tags=("imunisasi",), districts=("masamba",)))

    assert sorted(path for path, page in shown.items() if holds_posts(page)) == [
        "arsip/2026/11/index.html",
        "arsip/index.html",
        "kecamatan/masamba/2026/11/index.html",
        "kecamatan/masamba/index.html",
        "rubrik/kesehatan/2026/11/index.html",
        "rubrik/kesehatan/index.html",
        "tag/imunisasi/2026/11/index.html",
        "tag/imunisasi/index.html",
    ]


def test_a_front_names_its_kind_its_feed_and_its_months():
    shown = pages(make_post("a"), make_post("b", "2026-10-01"))["rubrik/kesehatan/index.html"]

    assert isinstance(shown, ListPage)
    assert (shown.kicker, shown.title, shown.feed) == (
        "Rubrik", "Kesehatan", "/rubrik/kesehatan/feed.atom",
    )  # fmt: skip
    assert shown.up == Link("Semua rubrik", "/rubrik/")
    assert shown.months == (
        Link("November 2026", "/rubrik/kesehatan/2026/11/"),
        Link("Oktober 2026", "/rubrik/kesehatan/2026/10/"),
    )


def test_a_month_leads_back_to_its_front():
    shown = pages(make_post(tags=("ibu-hamil",)))["tag/ibu-hamil/2026/11/index.html"]

    assert isinstance(shown, MonthPage)
    assert (shown.href, shown.kicker, shown.front, shown.title) == (
        "/tag/ibu-hamil/2026/11/", "Topik", Link("ibu hamil", "/tag/ibu-hamil/"), "November 2026",
    )  # fmt: skip


def test_a_front_shows_the_newest_twenty_and_its_months_show_all():
    posts = [make_post(f"p{n:02}", f"2026-11-{n + 1:02}") for n in range(25)]
    made = made_of(*posts, now="2026-11-30 08:00")
    shown = {output.path: output.values for output in outputs_of(made)}
    front = made.cards(shown["arsip/index.html"].cards)

    assert slugs(front) == [f"p{n:02}" for n in range(24, 4, -1)]
    assert len(shown["arsip/2026/11/index.html"].cards) == 25


def test_every_category_and_place_has_a_front_even_without_posts():
    shown = pages()

    assert shown["rubrik/pemerintahan/index.html"].cards.count == 0
    assert shown["kecamatan/masamba/index.html"].title == "Berita dari Masamba"
    assert shown["arsip/index.html"].months == ()


def test_a_tag_has_a_page_only_while_a_post_has_it():
    withdrawn = make_post(tags=("lama",), withdrawal=Withdrawal(at("2026-11-25"), "Salah."))

    assert "tag/lama/index.html" not in pages(withdrawn)


def test_indexes_name_all_lists_of_their_kind():
    shown = pages(make_post(tags=("zat", "anak")))

    assert shown["tag/index.html"] == IndexPage(
        "/tag/",
        "Topik",
        "Berita menurut topik, dari A sampai Z.",
        (Link("anak", "/tag/anak/"), Link("zat", "/tag/zat/")),
    )
    assert [link.label for link in shown["rubrik/index.html"].links] == [
        "Kesehatan",
        "Pemerintahan",
    ]
    assert [link.label for link in shown["kecamatan/index.html"].links] == ["Masamba"]


def test_no_list_sees_the_day():
    assert not any(output.daily for output in outputs_of(made_of(make_post())))


def test_another_month_is_not_touched_by_a_late_post():
    old = [make_post("a", "2026-09-01"), make_post("b", "2026-11-01")]
    before, after = pages(*old), pages(*old, make_post("telat", "2026-09-15"))

    assert sorted(path for path in before if before[path] != after[path]) == [
        "arsip/2026/09/index.html",
        "arsip/index.html",
        "rubrik/kesehatan/2026/09/index.html",
        "rubrik/kesehatan/index.html",
    ]


@given(
    st.lists(
        st.tuples(st.dates(at("1900-01-01").date), st.sets(st.sampled_from("abc"))), max_size=30
    )
)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_every_post_stands_on_exactly_one_month_page_of_each_of_its_lists(rows):
    posts = [
        make_post(f"p{n}", str(day), tags=tuple(sorted(tags))) for n, (day, tags) in enumerate(rows)
    ]
    shown = pages(*posts)

    for post in posts:
        slug = post.id.rsplit("/", 1)[1]
        for front in ("arsip/", "rubrik/kesehatan/", *(f"tag/{tag}/" for tag in post.tags)):
            months = [
                path
                for path, page in shown.items()
                if path.startswith(front)
                and isinstance(page, MonthPage)
                and slug in slugs(page.cards)
            ]
            assert months == [f"{front}{post.date.year:04}/{post.date.month:02}/index.html"]
