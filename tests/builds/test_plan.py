"""The outputs of all rooms, before anything is written."""

from pathlib import Path

import pytest

from plugins.builds.plan import PlanError, checked, plan_month, plan_site
from plugins.model.output import Output
from plugins.reading.board import Board, Room, SecondRoom
from plugins.reading.tree import FolderTree
from tests.model.makers import SITE, at, edition_of, made_of, make_post


def outputs_at(*paths: str) -> list[Output]:
    return [Output(path, "a.html", None) for path in paths]


def room_of(*paths: str, month: tuple[str, ...] = ()) -> Room:
    return Room(lambda edition: outputs_at(*paths), lambda edition: outputs_at(*month))


def count(edition, published):
    return outputs_at(f"{len(published)}.txt")


def board_of(*rooms: Room, second: tuple[SecondRoom, ...] = ()) -> Board:
    tree = FolderTree(Path())
    return Board(SITE, at("2026-11-25"), tree, rooms=list(rooms), second_rooms=list(second))


def site_paths(*rooms: Room, second: tuple[SecondRoom, ...] = ()) -> list[str]:
    return [output.path for output in plan_site(edition_of(), board_of(*rooms, second=second))]


def month_paths(*rooms: Room, second: tuple[SecondRoom, ...] = ()) -> list[str]:
    (month,) = made_of(make_post()).months
    return [output.path for output in plan_month(month, board_of(*rooms, second=second))]


def test_outputs_of_all_rooms_stand_in_the_order_of_their_paths():
    rooms = room_of("c.html", "a.html"), room_of("b.html")

    assert site_paths(*rooms) == ["a.html", "b.html", "c.html"]
    assert month_paths(*rooms) == []


def test_the_pages_of_a_month_are_planned_apart():
    rooms = room_of("a.html", month=("b.html",)), room_of(month=("c.html",))

    assert site_paths(*rooms) == ["a.html"]
    assert month_paths(*rooms) == ["b.html", "c.html"]


def test_the_second_stage_sees_what_the_first_will_publish():
    rooms = (room_of("a.html", "b.html", month=("c.html",)),)
    second = (SecondRoom(count, count), SecondRoom(lambda e, p: [], lambda e, p: []))

    assert site_paths(*rooms, second=second) == ["2.txt", "a.html", "b.html"]
    assert month_paths(*rooms, second=second) == ["1.txt", "c.html"]


def test_two_outputs_for_one_path_are_refused():
    with pytest.raises(PlanError, match="two outputs want the path"):
        site_paths(room_of("a/index.html"), room_of("a/index.html"))
    with pytest.raises(PlanError, match="two outputs want the path"):
        month_paths(room_of(month=("a.html", "b.html", "a.html")))


def test_the_second_stage_may_not_want_a_path_of_the_first_either():
    again = SecondRoom(lambda edition, published: published, lambda edition, published: [])
    with pytest.raises(PlanError, match="two outputs want the path"):
        site_paths(room_of("a.html"), second=(again,))


@pytest.mark.parametrize(
    "path",
    [
        "../a.html", "a/../b.html", "/a.html", "a//b.html", "./a.html", ".htaccess", "a", "a/", "",
        "a/.git/b.html", "A.html", "a b.html", "a\\b.html", "a.html\n", "é.html", "a?.html",
        "-a.html", "a\0.html", "~/a.html", "c:/a.html", "a.", "CNAME", ".jejak",
    ],
)  # fmt: skip
def test_a_path_that_is_not_plain_is_refused(path):
    with pytest.raises(PlanError, match="is not a plain path below the output"):
        checked(outputs_at(path))


@pytest.mark.parametrize(
    "path", ["a.html", "a/b-c/index.html", "foto/ab/0f.webp", "sitemap/2026-11.xml"]
)
def test_a_plain_path_passes(path):
    assert checked(outputs_at(path)) == outputs_at(path)
