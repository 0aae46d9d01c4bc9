"""python -m plugins.intake: make berita, rapikan, usul, setuju, mulai."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from plugins.intake.approve import ApprovalError, approve, listing, open_proposals, send_back
from plugins.intake.begin import begin
from plugins.intake.propose import ProposalError, propose
from plugins.intake.tidying import (
    TidyingError,
    all_paths,
    changed_paths,
    named_paths,
    tidy_files,
)
from plugins.model.draft import new_post
from plugins.reading.clock import now
from plugins.reading.reader import load
from plugins.reading.settings import ROOT, read_settings
from plugins.reading.terminal import shows_colour
from plugins.reading.tree import GitError, tree_at

CONTENT = ROOT / "content"


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        told: str = options.run(options)
    except (ProposalError, ApprovalError, TidyingError, GitError) as error:
        print(error, file=sys.stderr)
        return 1
    print(told)
    return 0


def _post(options: argparse.Namespace) -> str:
    newsroom = load(tree_at(CONTENT), lambda _: ())
    agency = newsroom.agencies.get(options.agency)
    if agency is None:
        near = get_close_matches(options.agency, newsroom.agencies, n=3, cutoff=0.4)
        raise ProposalError(
            f"Tidak ada perangkat daerah “{options.agency}”. "
            f"{'Maksud Anda ' + ', '.join(near) + '?' if near else 'Isi PD=…, misalnya PD=dinkes.'}"
        )
    if not options.title.strip():
        raise ProposalError('Isi judulnya: make berita PD=dinkes JUDUL="Posyandu Melati …"')
    used = Counter(p.category for p in newsroom.posts.values() if p.agency == agency.slug)
    category = max(used, key=lambda slug: (used[slug], slug), default=min(newsroom.categories))
    path, text = new_post(agency, options.title.strip(), now(), category, read_settings()["SEAT"])
    file = CONTENT / path
    if file.exists():
        raise ProposalError(f"Sudah ada: content/{path}. Pakai judul lain.")
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return (
        f"Dibuat: content/{path}\n"
        "Sunting berkas itu, taruh foto di folder yang sama, lalu: make usul"
    )


def _tidy(options: argparse.Namespace) -> str:
    here = Path(options.repository)
    if options.files:
        paths = named_paths(here, options.files)
    else:
        paths = all_paths(here) if options.all else changed_paths(here)
    return tidy_files(here, paths, keep=options.check, colour=shows_colour(sys.stdout))


def _propose(_options: argparse.Namespace) -> str:
    return propose(Path())


def _approve(options: argparse.Namespace) -> str:
    if options.back:
        return send_back(Path(), options.back, options.reason)
    if options.approve:
        return approve(Path(), options.approve)
    return listing(open_proposals(Path()))


def _begin(_options: argparse.Namespace) -> str:
    return begin(ROOT)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.intake", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    post = commands.add_parser("berita", help="make a post from a template")
    post.add_argument("--agency", required=True)
    post.add_argument("--title", required=True)
    post.set_defaults(run=_post)
    tidying = commands.add_parser("rapikan", help="write files in the normal form")
    tidying.add_argument("files", nargs="*", metavar="FILE", help="default: what differs from main")
    tidying.add_argument("--all", action="store_true", help="every post, activity and agency")
    tidying.add_argument("--check", action="store_true", help="show, and write nothing")
    tidying.add_argument("--repository", default=".", metavar="DIR")
    tidying.set_defaults(run=_tidy)
    commands.add_parser("usul", help="check and propose changes").set_defaults(run=_propose)
    approving = commands.add_parser("setuju", help="list, approve or return proposals")
    approving.add_argument("--approve", default="", metavar="BRANCH")
    approving.add_argument("--return", dest="back", default="", metavar="BRANCH")
    approving.add_argument("--reason", default="")
    approving.set_defaults(run=_approve)
    commands.add_parser("mulai", help="empty the samples").set_defaults(run=_begin)
    return parser


if __name__ == "__main__":
    sys.exit(main())
