"""Every labelled text is judged as its label says, and no rule could go unnoticed."""

from collections.abc import Iterator

import pytest

from plugins.checks import gate, rulebook
from plugins.checks.rulebook import Finding, Rule, Scope
from plugins.model.addresses import place_of
from plugins.model.manuscript import Manuscript
from plugins.reading.records import read_manuscript
from plugins.reading.settings import ROOT
from tests.checks.corpus import __main__ as precision
from tests.checks.corpus import pieces as corpus

FEWEST_CLEAN, FEWEST_FAULTY = 210, 180
PATHS = [*corpus.singles(), *corpus.togethers()]
NAMES = [str(path.relative_to(corpus.FOLDER)) for path in PATHS]
pytestmark = pytest.mark.xdist_group("corpus")  # all texts are judged once, in one process


@pytest.mark.parametrize("name", NAMES)
def test_every_piece_is_judged_as_it_is_labelled(name):
    (piece,) = (piece for piece in corpus.pieces() if piece.name == name)

    assert corpus.complaint(piece) == ""


def test_there_are_enough_pieces_to_say_something():
    clean = [piece for piece in corpus.pieces() if piece.is_clean]

    assert len(clean) >= FEWEST_CLEAN
    assert len(corpus.pieces()) - len(clean) >= FEWEST_FAULTY


@pytest.mark.parametrize("entry", corpus.graded(), ids=lambda entry: entry.code)
def test_every_rule_has_two_faulty_pieces(entry: Rule):
    assert sum(entry.code in piece.label for piece in corpus.pieces()) >= 2


@pytest.mark.parametrize("entry", corpus.graded(), ids=lambda entry: entry.code)
def test_without_a_rule_some_piece_fails(entry: Rule, monkeypatch):
    monkeypatch.delitem(rulebook._BOOK, entry.code)

    assert any(corpus.complaint(piece) for piece in _judged_again(entry))


@pytest.mark.parametrize("entry", corpus.graded(), ids=lambda entry: entry.code)
def test_with_a_rule_turned_round_some_piece_fails(entry: Rule, monkeypatch):
    def turned(subject: object) -> Iterator[Finding]:
        """Yields where the rule is silent."""
        if not list(entry.function(subject)):
            yield Finding("Terbalik.", "Terbalik.", path="rubrik.yaml")

    turned_rule = Rule(entry.code, entry.severity, entry.scope, turned)
    monkeypatch.setitem(rulebook._BOOK, entry.code, turned_rule)

    assert any(corpus.complaint(piece) for piece in _judged_again(entry))


def test_no_sample_is_blocked():
    files = [*(ROOT / "content").glob("berita/**/*.md"), *(ROOT / "content").glob("agenda/**/*.md")]
    faults = [fault for file in files for fault in gate.inspect(_sample(file))]

    assert [fault.text for fault in faults if fault.blocks] == []


def test_the_page_of_the_figures_is_not_stale():
    assert precision.PAGE.read_text(encoding="utf-8") == precision.page(corpus.pieces())


def test_a_percentage_is_given_of_thirty_pieces_and_more_only():
    assert precision.share(29, 29) == "29 dari 29"
    assert precision.share(29, 30) == "29 dari 30 (96 %)"


def _judged_again(entry: Rule) -> Iterator[corpus.Piece]:
    """The pieces labelled with a rule; the others cannot tell that it is gone."""
    paths = corpus.togethers() if entry.scope is Scope.NEWSROOM else corpus.singles()
    judge = corpus.together if entry.scope is Scope.NEWSROOM else corpus.single
    return (judge(path) for path in paths if entry.code in corpus.label_of(path))


def _sample(file) -> Manuscript:
    path = str(file.relative_to(ROOT / "content"))
    place = place_of(path)
    assert place
    photos = tuple((photo.name, "") for photo in file.parent.glob("*.jpg"))
    return read_manuscript(path, place, file.read_bytes(), photos)
