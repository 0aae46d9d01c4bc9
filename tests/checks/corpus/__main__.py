"""python -m tests.checks.corpus: docs/dev/precision.md, from the labelled texts."""

import argparse
import re
import sys
import time
from collections.abc import Iterator, Sequence

import msgspec

from plugins.checks import explain
from plugins.checks.rulebook import Rule, Scope
from plugins.model.manuscript import Manuscript
from plugins.reading.settings import ROOT
from tests.checks.corpus.pieces import Piece, complaint, graded, manuscript_of, pieces, singles

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
    parser.add_argument("--time", action="store_true", help="measure the rules; write nothing")
    options = parser.parse_args(arguments)
    if options.time:
        print(speed())
        return 0
    complaints = [told for piece in pieces() if (told := complaint(piece))]
    print("\n".join(complaints) or "every piece is as labelled")
    if options.check:
        return int(bool(complaints) or PAGE.read_text(encoding="utf-8") != page(pieces()))
    PAGE.write_text(page(pieces()), encoding="utf-8")
    return int(bool(complaints))


def speed(words: int = 350, runs: int = 5) -> str:
    """The time that the graded rules take for a post of this length, put together of pieces."""
    book = [rule.function for rule in graded(Scope.FILE)]
    posts = list(long_posts(words))
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        for post in posts:
            for function in book:
                list(function(post))
        times.append(time.perf_counter() - begun)
    return f"{min(times) / len(posts) * 1000:.3f} ms for a post of {words} words, {len(book)} rules"


def long_posts(words: int) -> Iterator[Manuscript]:
    """Clean pieces with the paragraphs of the next ones below their own."""
    clean = [manuscript_of(path) for path in singles() if path.parent.name == "clean"]
    for number, first in enumerate(clean[:-6]):
        texts = "\n\n".join(m.source.body.strip() for m in clean[number : number + 6])
        body = re.match(rf"(?:\s*\S+){{1,{words}}}", texts)
        source = msgspec.structs.replace(first.source, body=f"{body[0] if body else texts}\n")
        yield msgspec.structs.replace(first, source=source)


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
