"""python -m plugins.agenda: what Humas makes of a built site, beside the site itself."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.reading.clock import now


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    code: int = options.run(options)
    return code


def _month(options: argparse.Namespace) -> int:
    """Refuse a month that cannot be read, before anything is built for it."""
    from plugins.agenda.report_copy import ReportError, month_of_text

    try:
        month_of_text(options.month)
    except ReportError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _report(options: argparse.Namespace) -> int:
    from plugins.agenda.report_copy import ReportError, copy_report, month_of_text, stamp_of

    stamp = stamp_of(Path(), options.commit, now())
    try:
        month = month_of_text(options.month)
        files = copy_report(Path(options.site), month, Path(options.to), stamp)
    except ReportError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(map(str, files)))
    return 0


def _reminders(options: argparse.Namespace) -> int:
    from plugins.agenda.reminders import (
        ReminderError,
        read_ledger,
        reminders_of,
        write_reminders,
    )

    site, folder = Path(options.site), Path(options.to)
    try:
        ledger = read_ledger(site)
        reminders = reminders_of(ledger)
        write_reminders(reminders, folder, site)
    except ReminderError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(reminders)} pengingat di {folder}/")
    if not ledger.situs:
        print("Tautannya belum lengkap. Tambahkan: SETTINGS=publishconf.py SITEURL=https://…")
    return 0


def _export(options: argparse.Namespace) -> int:
    from plugins.agenda.gather import NothingToExportError, gather

    try:
        files = gather(Path(options.site), Path(options.to))
    except NothingToExportError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(map(str, files)))
    return 0


def _issues(options: argparse.Namespace) -> int:
    from plugins.agenda.issues import ForgeError, keep_issues

    try:
        done = keep_issues(Path(options.source))
    except ForgeError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(done) or "Tidak ada yang berubah.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.agenda", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, told: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=told)
        made.set_defaults(run=run)
        return made

    month = command("bulan", _month, "fail where a month cannot be read")
    report = command("laporan", _report, "copy the report of a month, with a PDF to print")
    for made in (month, report):
        made.add_argument("month", help="2026-11")
    reminders = command("pengingat", _reminders, "write reminders ready to paste")
    export = command("ekspor", _export, "put the exports of all months together")
    issues = command("isu", _issues, "keep one issue for each agency that owes news")
    for made, to in ((report, "laporan"), (reminders, ".pengingat"), (export, "ekspor")):
        made.add_argument("--site", default="output", help="the folder of the built site")
        made.add_argument("--to", default=to, help="the folder to write into")
    issues.add_argument("--source", default=".pengingat", help="the folder of the reminders")
    report.add_argument("--commit", default="", help="the commit that was built, if one was")
    return parser


if __name__ == "__main__":
    sys.exit(main())
