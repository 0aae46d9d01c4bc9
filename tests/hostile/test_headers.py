"""Hostile headers are refused at the line and column where they stand."""

import pytest

from tests.hostile.headers import (
    AGENCY_LINES,
    CATEGORIES,
    DATES,
    EVENT_LINES,
    LINES,
    TITLES,
    UNKNOWN_KEYS,
)
from tests.hostile.newsroom import (
    AGENCY,
    EVENT,
    PHOTO,
    POST,
    agency,
    event,
    places,
    post,
    refusals_of,
)

TENTANG = {"halaman/tentang.md": "---\njudul: Tentang\n---\n\nIsi.\n", PHOTO: None}


@pytest.mark.parametrize("line", UNKNOWN_KEYS)
def test_a_key_that_is_not_ours_is_refused_whatever_pelican_makes_of_it(line, tmp_path):
    found = refusals_of(tmp_path, {POST: post(line), PHOTO: None})

    assert places(found, POST) == ["5:1 K101"]


@pytest.mark.parametrize(("line", "place"), LINES.items())
def test_a_hostile_value_is_refused(line, place, tmp_path):
    found = refusals_of(tmp_path, {POST: post(line), **TENTANG})

    assert places(found, POST) == [place]


@pytest.mark.parametrize(("title", "place"), TITLES.items())
def test_a_hostile_title_is_refused(title, place, tmp_path):
    found = refusals_of(tmp_path, {POST: post(title=title), PHOTO: None})

    assert places(found, POST) == [place]


@pytest.mark.parametrize(("date", "place"), DATES.items())
def test_a_date_is_never_guessed(date, place, tmp_path):
    text = post().replace("2026-11-24 09:30", date)
    found = refusals_of(tmp_path, {POST: text, PHOTO: None})

    assert places(found, POST) == [place]


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31"])
def test_a_date_at_the_end_of_the_calendar_is_refused(date, tmp_path):
    text = post().replace("2026-11-24 09:30", date)
    found = refusals_of(tmp_path, {POST: text, PHOTO: None})

    assert places(found, POST) == ["3:10 W204", "3:10 W205"]


@pytest.mark.parametrize(("line", "place"), EVENT_LINES.items())
def test_a_hostile_activity_is_refused(line, place, tmp_path):
    found = refusals_of(tmp_path, {EVENT: event(line)})

    assert places(found, EVENT) == [place]


@pytest.mark.parametrize(("line", "place"), AGENCY_LINES.items())
def test_a_hostile_agency_record_is_refused(line, place, tmp_path):
    found = refusals_of(tmp_path, {AGENCY: agency(line)})

    assert places(found, AGENCY) == [place]


@pytest.mark.parametrize(("text", "place"), CATEGORIES.items())
def test_hostile_categories_are_refused(text, place, tmp_path):
    found = places(refusals_of(tmp_path, {"rubrik.yaml": text}), "rubrik.yaml")

    assert place in found
    assert {refusal.split(":")[0] for refusal in found} <= {"1", "2"}
