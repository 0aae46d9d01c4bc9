"""The renditions of the photos that published posts show."""

from plugins.model.output import Output
from plugins.model.post import PhotoUse, Withdrawal
from plugins.photos.outputs import month_outputs, outputs
from tests.model.makers import at, edition_of, made_of, make_post, month_outputs_of

ONE = PhotoUse("a.jpg", "Kader", "", "", "1" * 40)
TWO = PhotoUse("b.jpg", "Warga", "", "", "2" * 40)


def below(folder: str, *posts) -> list[Output]:
    made = month_outputs_of(month_outputs, *posts)
    return [output for output in made if output.path.startswith(f"{folder}/")]


def blobs(*posts) -> list[str]:
    return [output.values.blob[0] for output in below("foto", *posts)]


def test_every_photo_of_a_published_post_gets_its_renditions():
    assert "".join(blobs(make_post(photos=(ONE, TWO)))) == "1" * 5 + "2" * 5


def test_a_photo_that_two_posts_share_is_made_once():
    made = blobs(make_post("a", photos=(ONE,)), make_post("b", photos=(ONE,)))

    assert "".join(made) == "1" * 5


def test_photos_of_withdrawn_and_of_hidden_posts_are_not_made():
    withdrawn = make_post("a", photos=(ONE,), withdrawal=Withdrawal(at("2026-11-24"), "Salah."))
    hidden = make_post("b", photos=(TWO,), publish_at=at("2026-12-01"))

    assert blobs(withdrawn, hidden) == []


def test_of_all_months_there_is_one_card_and_no_photo():
    edition = edition_of(make_post(photos=(ONE,)))

    assert ["/" + o.path for o in outputs(edition)] == [edition.site.preview.href]


def test_every_published_post_gets_a_card_and_a_pack():
    plain, pictured = make_post("a"), make_post("b", photos=(ONE,))
    withdrawn = make_post("c", withdrawal=Withdrawal(at("2026-11-24"), "Salah."))
    hidden = make_post("d", publish_at=at("2026-12-01"))
    posts = (plain, pictured, withdrawn, hidden)

    assert [output.kin for output in below("kartu", *posts)] == ["", ONE.blob]
    assert [output.path for output in below("pers", *posts)] == [
        "pers/dinkes/2026/11/a.zip", "pers/dinkes/2026/11/b.zip",
    ]  # fmt: skip


def test_two_posts_that_look_the_same_share_a_card():
    assert len(below("kartu", make_post("a", title="Sama"), make_post("b", title="Sama"))) == 1


def test_renditions_and_cards_are_made_once_ever_and_those_of_one_photo_together():
    posts = make_post("a", photos=(ONE, TWO)), make_post("b")
    made = below("foto", *posts) + below("kartu", *posts)

    assert {(output.costly, output.final) for output in made} == {(True, True)}
    assert {output.kin for output in made} == {ONE.blob, TWO.blob, ""}


def test_none_of_them_is_daily():
    made = month_outputs_of(month_outputs, make_post(photos=(ONE,)))

    assert {output.daily for output in made} == {False}


def test_the_pictures_of_a_page_are_the_files_that_are_made():
    post = make_post(photos=(ONE,))
    (month,) = made_of(post).months
    (picture,) = month.chapter.pictures(post)
    hrefs = {rendition.href for rendition in (*picture.webp, picture.fallback)}

    assert hrefs == {"/" + output.path for output in below("foto", post)}
