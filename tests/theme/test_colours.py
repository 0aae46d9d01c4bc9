"""The contrast of every pair of colours that meet, on both grounds (WCAG 2.2 AA)."""

import re

import pytest

from tests.theme.conftest import THEME

TEXT = 4.5
SHAPE = 3.0  # the outline of the focus, the frame of a button

PAIRS = [
    *[(colour, ground, TEXT) for ground in ("paper", "surface")
      for colour in ("ink", "muted", "green", "clay", "amber", "grey")],
    ("ink", "notice", TEXT),
    ("amber", "notice", TEXT),
    ("paper", "green", TEXT),  # a button under the pointer
    ("paper", "ink", TEXT),  # the way past the masthead
    ("green", "paper", SHAPE),  # focus
    ("green", "surface", SHAPE),
    ("green", "notice", SHAPE),
]  # fmt: skip


def tokens(dark: bool) -> dict[str, str]:
    """Colours by name; the dark ones stand over the light ones."""
    light, _, rest = (THEME / "css/tokens.css").read_text(encoding="utf-8").partition("@media")
    found = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", light))
    return {**found, **dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", rest))} if dark else found


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_twenty_one():
    assert round(contrast("#000000", "#ffffff"), 2) == 21


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("colour", "ground", "least"), PAIRS)
def test_colours_that_meet_are_told_apart(dark, colour, ground, least):
    found = tokens(dark)

    assert contrast(found[colour], found[ground]) >= least


def test_both_grounds_name_the_same_colours_that_text_takes():
    names = {"paper", "surface", "ink", "muted", "green", "clay", "amber", "grey", "notice"}
    dark = (THEME / "css/tokens.css").read_text(encoding="utf-8").partition("@media")[2]

    assert names <= set(re.findall(r"--([a-z]+): #", dark))


def test_the_bars_of_the_browser_take_the_colour_of_the_paper():
    base = (THEME / "templates/base.html").read_text(encoding="utf-8")
    found = dict(re.findall(r'theme-color" media="\(.*: (\w+)\)" content="(#\w+)"', base))

    assert found == {"light": tokens(False)["paper"], "dark": tokens(True)["paper"]}
