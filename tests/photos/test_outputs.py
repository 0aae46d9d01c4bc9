"""The renditions of the photos that published posts show."""

from plugins.model.post import PhotoUse, Withdrawal
from plugins.photos.outputs import month_outputs, outputs
from tests.model.makers import at, edition_of, made_of, make_post, month_outputs_of

ONE = PhotoUse("a.jpg", "Kader", "", "", "1" * 40)
TWO = PhotoUse("b.jpg", "Warga", "", "", "2" * 40)


def blobs(*posts) -> list[str]:
    return [output.values.blob[0] for output in month_outputs_of(month_outputs, *posts)]


def test_every_photo_of_a_published_post_gets_its_renditions():
    assert "".join(blobs(make_post(photos=(ONE, TWO)))) == "1" * 5 + "2" * 5


def test_a_photo_that_two_posts_share_is_made_once():
    made = blobs(make_post("a", photos=(ONE,)), make_post("b", photos=(ONE,)))

    assert "".join(made) == "1" * 5


def test_photos_of_withdrawn_and_of_hidden_posts_are_not_made():
    withdrawn = make_post("a", photos=(ONE,), withdrawal=Withdrawal(at("2026-11-24"), "Salah."))
    hidden = make_post("b", photos=(TWO,), publish_at=at("2026-12-01"))

    assert blobs(withdrawn, hidden) == []


def test_no_photo_belongs_to_all_months():
    assert list(outputs(edition_of(make_post(photos=(ONE,))))) == []


def test_renditions_are_made_once_ever_and_those_of_one_photo_together():
    made = month_outputs_of(month_outputs, make_post(photos=(ONE, TWO)))

    assert {(output.costly, output.final) for output in made} == {(True, True)}
    assert {output.kin for output in made} == {ONE.blob, TWO.blob}


def test_renditions_lie_in_the_folder_of_photos():
    made = month_outputs_of(month_outputs, make_post(photos=(ONE,)))

    assert {output.path.split("/")[0] for output in made} == {"foto"}
    assert {output.daily for output in made} == {False}


def test_the_pictures_of_a_page_are_the_files_that_are_made():
    post = make_post(photos=(ONE,))
    (month,) = made_of(post).months
    (picture,) = month.chapter.pictures(post)
    hrefs = {rendition.href for rendition in (*picture.webp, picture.fallback)}

    assert hrefs == {"/" + output.path for output in month_outputs(month)}
