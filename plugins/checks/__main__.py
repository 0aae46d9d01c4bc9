"""python -m plugins.checks: the gate for people, hooks and workflows."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from plugins.checks import gate, proposal
from plugins.checks.around import links_of, rooms_around
from plugins.checks.closing import Answer, closing_of
from plugins.checks.formats import FORMATS
from plugins.checks.github import as_summary
from plugins.checks.masking import public
from plugins.checks.memory import FOLDER, memory, passing
from plugins.checks.report import Manner
from plugins.checks.rulebook import PREFIX, rules
from plugins.checks.waiving import reviews_of
from plugins.model.fault import Fault
from plugins.model.moment import Moment, parse_moment
from plugins.reading.clock import now as present
from plugins.reading.git import GitError
from plugins.reading.reader import Reader, load, load_agencies
from plugins.reading.settings import setting
from plugins.reading.terminal import shows_colour
from plugins.reading.tree import CommitTree, FolderTree, Tree, WorkTree

AnyTree = TypeVar("AnyTree", bound=Tree)
CLEAN, FAULTY, UNUSABLE = 0, 1, 2

FORMS = (
    "text for people (default); lines path:line:col CODE message; github annotations and the "
    "summary of the job; json for editors, see docs/dev/gate.md"
)
EPILOG = """\
exit codes:
  0  nothing blocks (warnings and advice may be listed)
  1  at least one GALAT
  2  the gate could not run: wrong arguments, or git refused
"""


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.explain:
        return _explain(options.explain)
    try:
        faults, answers = check(options)
    except (GitError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    if options.files:
        faults = [fault for fault in faults if _concerns(fault.path, options.files)]
        answers = [answer for answer in answers if _concerns(answer.path, options.files)]
    _tell([public(fault) for fault in faults], [public(a) for a in answers], options.format)
    return FAULTY if any(fault.blocks for fault in faults) else CLEAN


def _tell(faults: Sequence[Fault], answers: Sequence[Answer], form: str) -> None:
    # The address comes from outside, as in publishconf.py; pelicanconf.py has none.
    url = os.environ.get("SITEURL", "").rstrip("/") or setting("SITEURL")
    manner = Manner(url, shows_colour(sys.stdout))
    print(FORMATS[form](faults, manner, answers))
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and page:
        with Path(page).open("a", encoding="utf-8") as stream:
            stream.write(as_summary(faults, manner, answers))


def check(options: argparse.Namespace) -> tuple[list[Fault], list[Answer]]:
    """The faults of everything; of a branch those it brings, and what it does to the agenda."""
    rules()  # before reading forks: each child would import them for itself
    now = options.now or present()
    bureau = setting("BUREAU")
    if options.base:
        return _check_proposal(options, now, bureau)
    with _opened(_tree(options)) as tree, memory(options.cache) as store:
        return gate.judge(load(tree, gate.inspect, cache=store), tree, now, bureau), []


def _check_proposal(
    options: argparse.Namespace, now: Moment, bureau: str
) -> tuple[list[Fault], list[Answer]]:
    repository, head = Path(options.repository), options.head or "HEAD"
    start = proposal.merge_base(repository, options.base, head)
    changed = proposal.changes(repository, start, head)
    touched = frozenset(change.path.removeprefix(PREFIX) for change in changed)
    with _opened(CommitTree(repository, start)) as tree:
        with memory(options.cache) as store:
            links = links_of(Reader(tree, gate.inspect, store), options.cache)
        own = tree.beside(head)
        with passing(store) as beside:
            base = load_agencies(tree.beside(options.base), gate.inspect, cache=beside)
            start_of, head_of = (Reader(side, gate.inspect, beside) for side in (tree, own))
            old, new = rooms_around(start_of, head_of, links)
        closed = closing_of(changed, old, new, now, bureau)
        reviews = proposal.added_reviews(old, new, own)
        kept = proposal.kept_addresses(changed, new)
        asked = proposal.propose(changed, options.login, base, now, bureau, reviews, kept)
        # What a branch says of itself does not count until a redaktur has sent it.
        trusted = None if asked.edits else reviews_of(old)
        faults = gate.judge(new, own, now, bureau, trusted, touched)
        others = _not_of({change.path for change in changed}, faults)
        before = set(old.faults)
        if not others <= before:  # most often the files that were not touched say the same
            before = set(gate.judge(old, tree, now, bureau, touched=touched))
    mine = [fault for fault in faults if fault not in others or fault not in before]
    return sorted({*mine, *gate.judge_proposal(asked)}), closed


def _not_of(touched: Set[str], faults: Iterable[Fault]) -> set[Fault]:
    """The faults of files that a branch does not touch; it may still have caused them."""
    return {fault for fault in faults if fault.path not in touched}


def _concerns(path: str, files: Sequence[str]) -> bool:
    """Whether it is one of the files, or lies in a folder that is named."""
    return any(path == f or path.startswith(f.rstrip("/") + "/") for f in files)


@contextmanager
def _opened(tree: AnyTree) -> Iterator[AnyTree]:
    try:
        yield tree
    finally:
        if isinstance(tree, CommitTree):
            tree.close()


def _tree(options: argparse.Namespace) -> Tree:
    repository = Path(options.repository)
    if options.base or options.head:
        return CommitTree(repository, options.head or "HEAD")
    content = repository / PREFIX
    return WorkTree(content) if (repository / ".git").exists() else FolderTree(content)


def _explain(code: str) -> int:
    found = [rule for rule in rules() if rule.code == code.upper()]
    if not found:
        print(f"Tidak ada aturan {code}. Daftar kode: {' '.join(r.code for r in rules())}")
        return UNUSABLE
    from plugins.checks import explain

    print(explain.as_text(found[0]))
    return CLEAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m plugins.checks",
        description="Check content before it is published.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("files", nargs="*", metavar="FILE", help="tell only what concerns these files or folders")
    add("--base", metavar="REV", help="only what the branch changes since it left REV")
    add("--head", metavar="REV", help="check this commit instead of the work tree")
    add("--as", dest="login", default="", metavar="LOGIN", help="ask whether LOGIN may do this")
    add("--repository", default=".", metavar="DIR", help="the git repository (default: here)")
    add("--cache", type=Path, default=FOLDER, metavar="DIR", help="what is known from earlier runs")
    add("--format", choices=FORMATS, default="text", help=FORMS)
    add("--explain", metavar="CODE", help="print what a rule wants and why")
    add(
        "--now",
        type=parse_moment,
        metavar="MOMENT",
        help="pretend it is this moment, such as '2026-11-24 09:30'",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
