"""Colour where a person reads a terminal, and nowhere else."""

import io

import pytest

from plugins.reading.terminal import paint, shows_colour


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_terminal_shows_colour_and_a_pipe_does_not():
    assert shows_colour(Terminal())
    assert not shows_colour(io.StringIO())


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_person_may_ask_for_none(monkeypatch, name, value):
    monkeypatch.setenv(name, value)

    assert not shows_colour(Terminal())


def test_paint_is_put_around_words_only_when_wanted():
    assert paint("galat", "red") == "\033[31mgalat\033[0m"
    assert paint("galat", "red", wanted=False) == "galat"
    assert paint("", "red") == ""
