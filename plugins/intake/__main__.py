"""python -m plugins.intake: the doors to content/, each behind the make target of its name."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.intake.approve import ApprovalError, approve, listing, open_proposals, send_back
from plugins.intake.begin import begin
from plugins.intake.desk import everything, near
from plugins.intake.handover import HandoverError
from plugins.intake.normalize import (
    NormalizeError,
    all_paths,
    changed_paths,
    named_paths,
    normalize_files,
)
from plugins.intake.propose import ProposalError, propose
from plugins.intake.writing import (
    AGENDA_KEYS,
    WritingError,
    day_typed,
    event_id,
    has_event,
    month_path,
    write_about,
    write_agenda,
    write_post,
)
from plugins.reading.clock import now
from plugins.reading.git import GitError
from plugins.reading.settings import ROOT, setting
from plugins.reading.terminal import shows_colour

CONTENT = ROOT / "content"
LARGEST_PASTED = 8 * 1024 * 1024  # bytes of standard input


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        told: str = options.run(options)
    except (
        ProposalError,
        ApprovalError,
        NormalizeError,
        WritingError,
        HandoverError,
    ) as error:
        print(error, file=sys.stderr)
        return 1
    except GitError as error:
        print(
            f"Berhenti, dan tidak ada yang terkirim. Tanyakan kepada pengelola: {error}",
            file=sys.stderr,
        )
        return 1
    print(told)
    return 0


def _post(options: argparse.Namespace) -> str:
    if options.event:
        return _post_about(options)
    seat = setting("SEAT")
    return write_post(CONTENT, near(CONTENT), options.agency, options.title, now(), seat)


def _post_about(options: argparse.Namespace) -> str:
    room = near(CONTENT, [month_path(options.event)])
    if not has_event(options.event, room):
        room = everything(CONTENT)  # to say which one was meant
    return write_about(
        CONTENT, room, options.event, options.agency, options.title, now(),
        setting("SEAT"), setting("BUREAU"),
    )  # fmt: skip


def _agenda(options: argparse.Namespace) -> str:
    given = {key: getattr(options, key) for key in AGENDA_KEYS}
    return write_agenda(CONTENT, near(CONTENT, recent=1), options.agency, given)


def _import(options: argparse.Namespace) -> str:
    from plugins.intake.importing import ImportingError, import_agenda

    if not options.file:
        raise WritingError("Sebutkan berkasnya: make agenda-impor BERKAS=agenda.csv PD=dinkes")
    try:
        return import_agenda(ROOT, Path(options.file), options.agency, options.check)
    except ImportingError as error:
        raise WritingError(str(error)) from error


def _tidy(options: argparse.Namespace) -> str:
    here = Path(options.repository)
    if options.files:
        paths = named_paths(here, options.files)
    else:
        paths = all_paths(here) if options.all else changed_paths(here)
    return normalize_files(here, paths, dry_run=options.check, colour=shows_colour(sys.stdout))


def _propose(_options: argparse.Namespace) -> str:
    from plugins.intake.previews import preview_of

    told, branch = propose(Path())
    return f"{told}\nPratinjau: {preview_of(Path(), branch)}" if branch else told


def _approve(options: argparse.Namespace) -> str:
    if options.back:
        return send_back(Path(), options.back, options.reason)
    if options.approve:
        return approve(Path(), options.approve)
    return listing(Path(), open_proposals(Path()))


def _take(options: argparse.Namespace) -> str:
    from plugins.intake.arrival import Given
    from plugins.intake.handing import STDIN, Wanted, photo_names, take

    if not options.file:
        raise WritingError("Sebutkan kirimannya: make terima BERKAS=kiriman.zip")
    choice = options.choice.strip() or "0"
    if not (choice.isascii() and choice.isdigit() and len(choice) < 6):
        raise WritingError(f"AMBIL=“{choice}” bukan nomor. Tulis seperti AMBIL=2.")
    given = Given(
        agency=options.agency.strip(),
        title=options.title.strip(),
        day=day_typed(options.day, "TANGGAL") if options.day.strip() else None,
        writer=options.writer.strip(),
        event=event_id(options.event),
    )
    pasted = sys.stdin.buffer.read(LARGEST_PASTED) if options.file == STDIN else b""
    wanted = Wanted(options.file, photo_names(options.photos), int(choice), given)
    return take(Path(), wanted, pasted, now())


def _cards(options: argparse.Namespace) -> str:
    from plugins.intake.officercards import CardsError, write_cards
    from plugins.reading.settings import read_settings, site_of

    settings = {**read_settings(), "SITEURL": options.url.strip().rstrip("/")}
    try:
        return write_cards(
            near(CONTENT, recent=0), site_of(settings), now(), Path(options.to), options.agency
        )
    except CardsError as error:
        raise WritingError(str(error)) from error


def _submission(options: argparse.Namespace) -> str:
    from plugins.intake.githubapi import ApiError
    from plugins.intake.issuesteps import step
    from plugins.intake.package import PackageError
    from plugins.intake.submission import SubmissionError

    try:
        return step(options.step, Path(options.repository), Path(options.folder))
    except (ApiError, PackageError, SubmissionError) as error:
        raise WritingError(str(error)) from error


def _begin(_options: argparse.Namespace) -> str:
    return begin(ROOT)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.intake", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    post = commands.add_parser("berita", help="make a post from a template")
    post.add_argument("--agency", default="")
    post.add_argument("--title", default="")
    post.add_argument("--event", default="", metavar="ID", help="the activity it is about")
    post.set_defaults(run=_post)
    agenda = commands.add_parser("agenda", help="make an activity")
    agenda.add_argument("--agency", required=True)
    for key in AGENDA_KEYS:
        agenda.add_argument(f"--{key}", default="")
    agenda.set_defaults(run=_agenda)
    importing = commands.add_parser("agenda-impor", help="make activities of a CSV or ICS file")
    importing.add_argument("file", nargs="?", default="")
    importing.add_argument("--agency", default="")
    importing.add_argument("--check", action="store_true", help="show, and write nothing")
    importing.set_defaults(run=_import)
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
    _add_hand_over(commands)
    issue = commands.add_parser("kiriman", help="an issue of a form on GitHub into a proposal")
    issue.add_argument("step", choices=("susun", "kirim", "tutup", "buang"))
    issue.add_argument("--folder", default="kiriman", metavar="DIR", help="between the steps")
    issue.add_argument("--repository", default=".", metavar="DIR")
    issue.set_defaults(run=_submission)
    commands.add_parser("mulai", help="empty the samples").set_defaults(run=_begin)
    return parser


def _add_hand_over(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    taking = commands.add_parser("terima", help="make a proposal of what was handed over")
    taking.add_argument(
        "file", nargs="?", default="", help="ZIP, .docx, .txt; - for standard input"
    )
    taking.add_argument("--photos", default="", metavar="FILES", help="files and folders")
    taking.add_argument("--choice", default="", metavar="N", help="of a chat")
    for name, key in (("agency", "SLUG"), ("title", "TEXT"), ("day", "DAY"), ("writer", "NAME")):
        taking.add_argument(f"--{name}", default="", metavar=key, help="instead of a guess")
    taking.add_argument("--event", default="", metavar="ID", help="the activity it is about")
    taking.set_defaults(run=_take)
    cards = commands.add_parser("kartu", help="cards for officers, and their roster")
    cards.add_argument("--url", default="", metavar="ADDRESS", help="of the site")
    cards.add_argument("--agency", default="", metavar="SLUG", help="only this one's card")
    cards.add_argument("--to", default="kartu", metavar="DIR")
    cards.set_defaults(run=_cards)


if __name__ == "__main__":
    sys.exit(main())
