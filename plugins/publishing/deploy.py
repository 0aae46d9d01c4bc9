"""One deploy: build a commit into a new release, verify it, switch to it."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.model.report import BuildReport, decode_report
from plugins.publishing import manifest
from plugins.publishing.gatecode import refresh_gate
from plugins.publishing.layout import Layout
from plugins.publishing.releases import Releases, commit_of
from plugins.publishing.verify import AlarmError, verify
from plugins.reading.git import contains, git

MAIN = "refs/heads/main"


class BuildError(RuntimeError):
    """The build of a commit failed; the message is the end of what it printed."""


@dataclass(frozen=True)
class Outcome:
    commit: str
    ok: bool
    message: str  # Indonesian, for the one who pushed
    seconds: float = 0.0


@dataclass(frozen=True)
class Deployer:
    layout: Layout
    url: str  # of the public site
    build_command: Sequence[str]  # receives OUTPUT=, COMMIT= and REPORT= as make does

    def deploy(self, force: bool = False) -> Outcome | None:
        """Bring the live site to main; None where there is nothing to do.

        *force* builds the same commit again, because time has passed.
        """
        commit = self.wanted()
        live = self.live()
        if live is not None and live.commit == commit and not force:
            return None
        started = time.monotonic()
        try:
            report = self._release(commit, live)
        except (BuildError, AlarmError) as error:
            return Outcome(commit, False, f"Situs lama tetap tayang. {error}")
        seconds = time.monotonic() - started
        return Outcome(commit, True, _told(report, self.url, seconds), seconds)

    @property
    def releases(self) -> Releases:
        return Releases(self.layout.site)

    def wanted(self) -> str:
        return git(self.layout.repository, "rev-parse", MAIN).decode().strip()

    def live(self) -> manifest.Manifest | None:
        folder = self.releases.current()
        return manifest.read_or_list(folder, commit_of(folder)) if folder else None

    def _release(self, commit: str, live: manifest.Manifest | None) -> BuildReport:
        if live is not None:
            self._refuse_older(commit, live.commit)
        _check_out(self.layout, commit)
        built = self.releases.begin()
        report = self._build(commit, built)
        made = manifest.describe_changes(built, commit, report)
        verify(built, made, live, report.written)
        manifest.save(made, built)
        self.releases.publish(built, commit)
        refresh_gate(self.layout, commit)
        remind(self.layout, self.url)
        return report

    def _build(self, commit: str, output: Path) -> BuildReport:
        file = self.layout.root / "laporan.json"
        file.unlink(missing_ok=True)
        done = subprocess.run(
            [*self.build_command, f"OUTPUT={output}", f"COMMIT={commit}", f"REPORT={file}"],
            cwd=self.layout.checkout,
            env=build_environment(self.url),
            capture_output=True,
            text=True,
            check=False,
        )
        if not file.exists():  # written when the build is whole, also after a quarantine
            raise BuildError(f"Pembangunan gagal:\n{_tail(done.stdout + done.stderr)}")
        return decode_report(file.read_bytes())

    def _refuse_older(self, commit: str, deployed: str) -> None:
        if not contains(self.layout.repository, commit, deployed):
            raise AlarmError(f"yang tayang ({deployed[:12]}) bukan pendahulu dari {commit[:12]}")


def remind(layout: Layout, url: str) -> bool:
    """Let the deployed code write the reminders for Humas; a site without them is live too."""
    command = [
        sys.executable, "-m", "plugins.agenda", "pengingat",
        "--site", str(layout.live), "--to", str(layout.reminders),
    ]  # fmt: skip
    done = subprocess.run(
        command, cwd=layout.checkout, env=build_environment(url), capture_output=True, check=False
    )
    return done.returncode == 0


def make_command(venv: Path, cache: Path) -> list[str]:
    return [
        "make", "--no-print-directory", "html", "SETTINGS=publishconf.py",
        f"PYTHON={sys.executable}", f"VENV={venv}", f"CACHE={cache}",
    ]  # fmt: skip


def _check_out(layout: Layout, commit: str) -> None:
    """Bring the work tree to a commit; only what differs is touched."""
    if not (layout.checkout / ".git").exists():
        git(layout.repository, "worktree", "prune")
        git(layout.repository, "worktree", "add", "-f", "--detach", str(layout.checkout), commit)
    git(layout.checkout, "checkout", "-q", "--force", "--detach", commit)


def build_environment(url: str) -> dict[str, str]:
    """What a build may see: nothing that a pusher could have set."""
    kept = ("PATH", "HOME", "LANG", "TMPDIR", "SSL_CERT_FILE", "PIP_CERT")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    return {**environment, "SITEURL": url}


def _told(report: BuildReport, url: str, seconds: float) -> str:
    lines = [f"Tayang di {url} ({seconds:.1f} detik)."]
    if report.quarantined:
        lines.append(f"{len(report.quarantined)} berkas DIKARANTINA, tidak ikut tayang:")
        lines += [f"  {fault.text}" for fault in report.faults]
    return "\n".join(lines)


def _tail(text: str, lines: int = 25) -> str:
    return "\n".join(text.strip().splitlines()[-lines:])
