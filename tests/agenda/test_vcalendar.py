"""Calendars, byte for byte as the icalendar library would write them."""

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar.parser import Contentline

from plugins.agenda.contentline import LIMIT, escaped, folded
from plugins.agenda.vcalendar import written
from plugins.model.calendar import CalendarEntry
from plugins.model.history import Revision
from tests.agenda.reference import reference
from tests.model.makers import SITE, at, make_event

SITES = tuple(
    msgspec.structs.replace(SITE, **fields)
    for fields in ({}, {"url": ""}, {"sample": True}, {"url": "https://kabar.id/" + "panjang/" * 9})
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
awkward = st.text(st.sampled_from('\\N;,^:"\r\n\ta é界😀'), max_size=160)
some = texts | awkward
hours = st.integers(-1, 1439)
entries = st.builds(
    lambda title, place, people, reason, first, length, starts, ends, status, names, changed: (
        CalendarEntry(
            event=make_event(
                "rapat", str(first), title=title, place=place, participants=people, reason=reason,
                last=at(str(first)).later(length).iso_day, starts=starts, ends=ends, status=status,
                moved_to="dinkes/2026/12/01-rapat" if status == "ditunda" and length else "",
            ),
            agency=names[0],
            agencies=names,
            district=people if length else "",
            revision=Revision(length + 1, changed) if changed else None,
        )
    ),
    some, some, some, some, st.dates(at("1990-01-01").date, at("2199-12-31").date),
    st.integers(0, 3), hours, hours, st.sampled_from(("", "ditunda", "batal")),
    st.lists(some, min_size=1, max_size=3).map(tuple),
    st.none() | st.integers(700_000 * 1440, 800_000 * 1440),
)  # fmt: skip


@given(st.sampled_from(SITES), some, st.lists(entries, max_size=3))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_a_calendar_is_what_the_library_would_write(site, name, found):
    assert written(site, name, found) == reference(site, name, found)


@given(some | st.text(st.sampled_from("\\^a"), min_size=60, max_size=260))
@example("a" * 73 + "\\nb")
@example("é" * 100)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_a_folded_line_is_short_and_unfolds_to_itself(text):
    line = escaped(text)
    parts = folded(line).split("\r\n ")

    assert "".join(parts) == line
    assert all(len(part.encode()) < LIMIT for part in parts)
    assert folded(line).encode() == Contentline(line).to_ical()


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a;b", r"a\;b"), ("a,b", r"a\,b"), ("a\nb", r"a\nb"), ("a\r\nb", r"a\nb"), ("a\\b", r"a\\b")],
)
def test_marks_of_the_grammar_are_escaped(text, shown):
    assert escaped(text) == shown
