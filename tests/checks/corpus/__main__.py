"""python -m tests.checks.corpus: docs/dev/precision.md, from the labelled texts."""

import argparse
import sys
from collections.abc import Sequence

from plugins.checks import explain
from plugins.checks.rulebook import Rule
from plugins.reading.settings import ROOT
from tests.checks.corpus.pieces import Piece, complaint, graded, pieces

PAGE = ROOT / "docs" / "dev" / "precision.md"
FEWEST = 30  # pieces; a percentage of fewer misleads
_TOP = """\
# How often the rules are right

Measured on the labelled texts of `tests/checks/corpus/`: {faulty} faulty and {clean} clean
pieces, written for this purpose in the manner of officers, each a whole post. Whoever wrote
the rules wrote most of the texts too, so the table shows what a change of a rule breaks, not
how a rule fares with strangers' texts. Precision: of the pieces in which the rule spoke, in
how many it should have. Recall: of the pieces labelled with it, in how many it spoke. Under
{fewest} pieces no percentage is given. This page is made by `make precision`; do not edit it.

| rule | severity | finds | labelled (n) | precision | recall |
| --- | --- | --- | ---: | ---: | ---: |
"""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.checks.corpus", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when stale")
    options = parser.parse_args(arguments)
    complaints = [told for piece in pieces() if (told := complaint(piece))]
    print("\n".join(complaints) or "every piece is as labelled")
    if options.check:
        return int(bool(complaints) or PAGE.read_text(encoding="utf-8") != page(pieces()))
    PAGE.write_text(page(pieces()), encoding="utf-8")
    return int(bool(complaints))


def page(corpus: Sequence[Piece]) -> str:
    clean = sum(piece.is_clean for piece in corpus)
    top = _TOP.format(faulty=len(corpus) - clean, clean=clean, fewest=FEWEST)
    return top + "".join(row(rule, corpus) for rule in graded())


def row(rule: Rule, corpus: Sequence[Piece]) -> str:
    labelled = [piece for piece in corpus if rule.code in piece.label]
    spoke = [piece for piece in corpus if rule.code in piece.found]
    right = sum(rule.code in piece.label for piece in spoke)
    link = f"[{rule.code}](../panduan/aturan/{rule.code}.md)"
    title = explain.page(rule).title.rstrip(".")
    rates = f"{share(right, len(spoke))} | {share(right, len(labelled))}"
    return f"| {link} | {rule.severity} | {title} | {len(labelled)} | {rates} |\n"


def share(part: int, whole: int) -> str:
    """“12 dari 12”; with enough pieces also as a whole percentage, rounded down."""
    fraction = f"{part} dari {whole}"
    return f"{fraction} ({part * 100 // whole} %)" if whole >= FEWEST else fraction


if __name__ == "__main__":
    sys.exit(main())
