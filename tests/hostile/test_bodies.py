"""Hostile texts: refused in their place, and tame even where the gate is not asked."""

import pytest

from plugins.model.body import PhotoSlot
from plugins.reading.body import render
from plugins.reading.header import FORBIDDEN
from tests.hostile.bodies import HARMLESS, REFUSED
from tests.hostile.newsroom import EVENT, PHOTO, POST, event, places, post, refusals_of
from tests.hostile.oracle import strange_in_body


@pytest.mark.parametrize(("body", "expected"), REFUSED.items())
def test_a_hostile_text_is_refused_where_it_stands(body, expected, tmp_path):
    found = refusals_of(tmp_path, {POST: post(body=body), PHOTO: None})

    assert places(found, POST) == expected


@pytest.mark.parametrize("body", HARMLESS)
def test_a_harmless_text_is_not_refused(body, tmp_path):
    assert refusals_of(tmp_path, {POST: post(body=body), PHOTO: None}) == []


@pytest.mark.parametrize("body", [*REFUSED, *HARMLESS])
def test_the_renderer_tames_what_the_gate_would_refuse(body):
    """The gate is only one lock; these characters alone never reach a renderer."""
    blocks = render(FORBIDDEN.sub("", body)).body
    markup = "\n".join(block.html for block in blocks if not isinstance(block, PhotoSlot))

    assert strange_in_body(markup) == []


def test_the_text_of_an_activity_is_judged_like_that_of_a_post(tmp_path):
    found = refusals_of(tmp_path, {EVENT: event() + "\n<script>alert(1)</script>\n"})

    assert places(found, EVENT) == ["6:1 M601", "6:17 M601"]
