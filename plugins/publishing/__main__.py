"""python -m plugins.publishing: the hub, its worker and hooks, and gh-pages."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.publishing.layout import Layout


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    code: int = options.run(options)
    return code


def _hub(options: argparse.Namespace) -> int:
    from plugins.publishing import hub

    return hub.run(Path(options.folder), options.port)


def _git(options: argparse.Namespace) -> int:
    """Only the server, for an installation whose worker is a service of its own."""
    from plugins.publishing.server import PortTakenError, listen

    try:
        listen(Layout(Path(options.folder).resolve()), options.host, options.port).run()
    except PortTakenError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _install(options: argparse.Namespace) -> int:
    from plugins.publishing.installation import install

    install(Layout(Path(options.folder).resolve()), Path(options.source).resolve())
    return 0


def _worker(options: argparse.Namespace) -> int:
    from plugins.publishing.deploy import Deployer, make_command
    from plugins.publishing.worker import BusyError, Worker

    layout = Layout(Path(options.folder).resolve())
    command = make_command(Path(sys.prefix), layout.cache)
    try:
        Worker(Deployer(layout, options.url, command)).run()
    except BusyError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _previews(options: argparse.Namespace) -> int:
    from plugins.publishing.previews import keep_previews

    for branch in keep_previews(Layout(Path(options.folder).resolve()), options.url):
        print(f"Pratinjau siap: {branch}", flush=True)
    return 0


def _pre_receive(options: argparse.Namespace) -> int:
    from plugins.publishing.hooks import pre_receive

    return pre_receive(Layout(Path(options.folder)), sys.stdin)


def _post_receive(options: argparse.Namespace) -> int:
    from plugins.publishing.hooks import post_receive

    return post_receive(Layout(Path(options.folder)), sys.stdin)


def _account(options: argparse.Namespace) -> int:
    """Set a new password and show it once."""
    from plugins.publishing.accounts import Accounts, new_password

    password = new_password()
    Accounts(Layout(Path(options.folder)).accounts).set(options.login, password)
    print(f"Akun {options.login}, sandi baru: {password}")
    return 0


def _serve(options: argparse.Namespace) -> int:
    from plugins.publishing import working

    return working.run(options.command, Path(options.output), options.port)


def _ready(_options: argparse.Namespace) -> int:
    """Refuse to publish samples as if they were news."""
    from plugins.reading.settings import read_settings

    if read_settings()["CONTOH"]:
        print("Isi situs ini masih contoh. Jalankan dulu: make mulai", file=sys.stderr)
        return 1
    return 0


def _pages(options: argparse.Namespace) -> int:
    from plugins.publishing.pages import publish

    print(publish(Path(), Path(options.output), options.remote))
    return 0


def _seal(options: argparse.Namespace) -> int:
    """Put the manifest into a built tree; the commit is the one that HEAD names."""
    from plugins.model.report import decode_report
    from plugins.publishing import manifest
    from plugins.reading.git import git

    report = decode_report(Path(options.report).read_bytes())
    commit = git(Path(), "rev-parse", "HEAD").decode().strip()
    output = Path(options.output)
    manifest.save(manifest.describe(output, commit, report), output)
    return 0


def _tell(options: argparse.Namespace) -> int:
    """Say loudly, after the rest is published, what was left out; ends with 3 then."""
    from plugins.model.report import decode_report

    report = decode_report(Path(options.report).read_bytes())
    for fault in report.faults:
        place = f"file={fault.path},line={fault.line},col={fault.column}"
        print(f"::error {place},title={fault.code}::{fault.message} {fault.hint}")
    return 3 if report.quarantined else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.publishing", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, told: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=told)
        made.set_defaults(run=run)
        return made

    hub = command("hub", _hub, "run git server, gate, deploys and the site")
    serving = command("git", _git, "serve git and the site, without demo accounts")
    installing = command("install", _install, "make the bare repository and its hooks")
    worker = command("worker", _worker, "deploy on request and when time has come")
    previews = command("previews", _previews, "make previews of what waits, remove the others")
    account = command("account", _account, "set a new password for a login")
    hooks = [
        command("pre-receive", _pre_receive, "the hook that judges a push"),
        command("post-receive", _post_receive, "the hook that asks for a deploy"),
    ]
    for made in (hub, serving, installing, worker, previews, account, *hooks):
        made.add_argument("--folder", required=True, help="where the installation lies")
    for made in (hub, serving):
        made.add_argument("--port", type=int, default=8080)
    serving.add_argument("--host", default="127.0.0.1")
    installing.add_argument("--source", default=".", help="the repository to begin from")
    for made in (worker, previews):
        made.add_argument("--url", required=True, help="of the public site")
    account.add_argument("login")
    serve = command("serve", _serve, "build and serve while working")
    serve.add_argument("--port", type=int, default=8080)
    serve.add_argument("--output", default="output")
    serve.add_argument("command", nargs="+", help="what builds the site, after --")
    command("ready", _ready, "fail while the content is samples")
    pages = command("pages", _pages, "put the output on the gh-pages branch")
    pages.add_argument("--output", default="output")
    pages.add_argument("--remote", default="origin")
    seal = command("seal", _seal, "put the manifest into a built tree")
    seal.add_argument("--output", default="output")
    tell = command("tell", _tell, "say what was left out; ends with 3 then")
    for made in (seal, tell):
        made.add_argument("--report", required=True)
    return parser


if __name__ == "__main__":
    sys.exit(main())
