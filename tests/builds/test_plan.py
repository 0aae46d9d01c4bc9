"""The outputs of all rooms, before anything is written."""

from pathlib import Path

import pytest

from plugins.agencies.outputs import outputs as agencies
from plugins.agenda.outputs import outputs as agenda
from plugins.builds.plan import PlanError, plan
from plugins.discovery.outputs import outputs as discovery
from plugins.model.output import Output
from plugins.model.post import PhotoUse, Withdrawal
from plugins.news.outputs import outputs as news
from plugins.photos.outputs import outputs as photos
from plugins.reading.board import Board
from plugins.reading.tree import FolderTree
from tests.model.makers import SITE, at, edition_of, make_event, make_page, make_post


def board_of(*rooms, second=()) -> Board:
    return Board(
        SITE, at("2026-11-25"), FolderTree(Path()), rooms=list(rooms), second_rooms=list(second)
    )


def room_of(*paths: str):
    return lambda edition: [Output(path, "a.html", None) for path in paths]


def paths(*rooms, second=()) -> list[str]:
    return [output.path for output in plan(edition_of(), board_of(*rooms, second=second))]


def test_outputs_stand_in_the_order_of_their_rooms():
    assert paths(room_of("c.html", "a.html"), room_of("b.html")) == ["c.html", "a.html", "b.html"]


def test_the_second_stage_sees_what_the_first_will_publish():
    def count(edition, published):
        yield Output(f"{len(published)}.txt", "a.html", None)

    assert paths(room_of("a.html", "b.html"), second=[count, lambda e, p: []]) == [
        "a.html", "b.html", "2.txt",
    ]  # fmt: skip


@pytest.mark.parametrize("second", [False, True])
def test_two_outputs_for_one_path_are_refused(second):
    again = room_of("a/index.html")
    board = (
        board_of(again, second=[lambda edition, published: again(edition)])
        if second
        else board_of(again, again)
    )
    with pytest.raises(PlanError, match="two outputs want the path"):
        plan(edition_of(), board)


@pytest.mark.parametrize(
    "path",
    [
        "../a.html", "a/../b.html", "/a.html", "a//b.html", "./a.html", ".htaccess", "a",
        "a/", "", "a/.git/b.html", "A.html", "a b.html", "a\\b.html", "a.html\n", "é.html",
        "a?.html", "-a.html", "a\0.html", "~/a.html", "c:/a.html", "a.", "CNAME",
    ],
)  # fmt: skip
def test_a_path_that_is_not_plain_is_refused(path):
    with pytest.raises(PlanError, match="is not a plain path below the output"):
        paths(room_of(path))


@pytest.mark.parametrize(
    "path", ["a.html", "a/b-c/index.html", "foto/ab/0f.webp", "sitemap/2026-11.xml"]
)
def test_a_plain_path_passes(path):
    assert paths(room_of(path)) == [path]


def test_the_rooms_of_the_site_agree_about_a_whole_newsroom():
    use = PhotoUse("a.jpg", "Kader", "", "", "1" * 40)
    event = make_event(partners=("kec-masamba",))
    edition = edition_of(
        make_post("a", events=(event.id,), tags=("imunisasi",), photos=(use,), aliases=("/lama/",)),
        make_post("b", "2026-10-01", agency="pkm-baebunta", districts=("masamba",)),
        make_post("c", withdrawal=Withdrawal(at("2026-11-25"), "Salah.")),
        event,
        make_page(),
    )
    outputs = plan(edition, board_of(news, agencies, agenda, photos, second=[discovery]))

    assert len(outputs) == 50
    assert outputs == plan(edition, board_of(news, agencies, agenda, photos, second=[discovery]))
