"""The worker: one at a time, awake when time has come, and calm after a failure."""

from pathlib import Path

import pytest

from plugins.publishing.deploy import Deployer
from plugins.publishing.layout import Layout
from plugins.publishing.worker import BusyError, Worker, locked, read_status
from tests.conftest import commit_all, copy_project, run_git


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A bare repository whose build writes a fixed little site, through a real make."""
    source = copy_project(tmp_path / "sumber")
    run_git(source, "init", "-q", "-b", "main")
    commit_all(source, "awal")
    made = Layout(tmp_path / "pasang")
    made.root.mkdir()
    run_git(tmp_path, "clone", "-q", "--bare", str(source), str(made.repository))
    return made


def command(tmp_path: Path, next_change: str = "2099-01-01") -> list[str]:
    """A build command as small as the deployer allows: it takes OUTPUT, COMMIT and REPORT."""
    script = tmp_path / "bangun.sh"
    script.write_text(
        '#!/bin/sh\nset -e\nfor a in "$@"; do eval "export ${a%%=*}=\'${a#*=}\'"; done\n'
        "[ ! -f gagal ] || { echo 'templat rusak'; exit 1; }\n"
        'mkdir -p "$OUTPUT/agenda" "$OUTPUT/cakupan"\n'
        "for f in index.html 404.html agenda/index.html cakupan/index.html; do\n"
        '  echo "<html>$COMMIT</html>" > "$OUTPUT/$f"; done\n'
        'echo "<feed/>" > "$OUTPUT/feed.atom"\n'
        'printf \'{"kept":0,"seconds":0.1,"now":"2026-11-24",'
        f'"next_change":"{next_change}","quarantined":[],"faults":[],"gone":[],'
        '"written":["404.html","agenda/index.html","cakupan/index.html",'
        '"feed.atom","index.html"]}\' > "$REPORT"\n'
    )
    script.chmod(0o755)
    return [str(script)]


def commit_on_main(layout: Layout, tmp_path: Path, name: str, remove: str = "") -> str:
    clone = tmp_path / f"klon-{name}"
    run_git(tmp_path, "clone", "-q", str(layout.repository), str(clone))
    (clone / name).write_text(name)
    if remove:
        (clone / remove).unlink()
    commit = commit_all(clone, name)
    run_git(layout.repository, "fetch", "-q", str(clone), "+main:main")
    return commit


def live(layout: Layout) -> str:
    return (layout.live / "index.html").read_text()


def test_a_first_step_deploys_and_a_second_has_nothing_to_do(layout, tmp_path):
    worker = Worker(Deployer(layout, "http://situs", command(tmp_path)))
    first = worker.step(asked=False)

    assert first
    assert first.ok
    assert first.commit in live(layout)
    assert worker.step(asked=False) is None


def test_a_lost_hook_is_made_good_by_the_next_look(layout, tmp_path):
    worker = Worker(Deployer(layout, "http://situs", command(tmp_path)))
    worker.step(asked=False)
    commit = commit_on_main(layout, tmp_path, "baru")  # nobody touched the request

    assert worker.step(asked=False)
    assert commit in live(layout)


def test_a_failed_commit_is_not_tried_again_until_something_moves(layout, tmp_path):
    worker = Worker(Deployer(layout, "http://situs", command(tmp_path)))
    worker.step(asked=False)
    before = live(layout)
    broken = commit_on_main(layout, tmp_path, "gagal")
    outcome = worker.step(asked=True)

    assert outcome
    assert not outcome.ok
    assert "templat rusak" in outcome.message
    assert worker.step(asked=False) is None
    assert live(layout) == before
    status = read_status(layout)
    assert status
    assert (status.commit, status.ok) == (broken, False)

    mended = commit_on_main(layout, tmp_path, "pulih", remove="gagal")
    assert worker.step(asked=True)
    assert mended in live(layout)


def test_an_older_commit_never_replaces_a_newer_one(layout, tmp_path):
    worker = Worker(Deployer(layout, "http://situs", command(tmp_path)))
    older = run_git(layout.repository, "rev-parse", "main").strip()
    newer = commit_on_main(layout, tmp_path, "baru")
    worker.step(asked=False)
    run_git(layout.repository, "update-ref", "refs/heads/main", older)
    outcome = worker.step(asked=True)

    assert outcome
    assert not outcome.ok
    assert "bukan pendahulu" in outcome.message
    assert newer in live(layout)


def test_time_that_has_come_builds_the_same_commit_again(layout, tmp_path):
    worker = Worker(Deployer(layout, "http://situs", command(tmp_path, "2020-01-01")))
    worker.step(asked=False)

    assert worker._time_has_come()
    assert worker.step(asked=False, force=True)


def test_two_workers_cannot_run_at_once(layout):
    with locked(layout), pytest.raises(BusyError), locked(layout):
        pass
    with locked(layout):  # and the lock is free again
        pass


def test_reminders_lie_beside_the_site_after_a_deploy_and_never_in_it(layout, tmp_path):
    ledger = (
        '{"nama":"Uji","situs":"http://situs","contoh":false,"tanggal":"2026-11-24",'
        '"batas_hari":3,"perangkat_daerah":[],"belum_diberitakan":[],"menunggu_berita":[],'
        '"belum_diberitakan_tidak_dibuka":0,"agenda_hari_ini":[],"agenda_besok":[]}'
    )
    build = command(tmp_path)
    with Path(build[0]).open("a") as script:
        script.write(f"echo '{ledger}' > \"$OUTPUT/cakupan/cakupan.json\"\n")
    outcome = Worker(Deployer(layout, "http://situs", build)).step(asked=False)

    assert outcome is not None and outcome.ok
    assert not layout.reminders.is_relative_to(layout.site)
    assert (layout.reminders / "biro.txt").read_text().startswith("Cakupan pemberitaan, Selasa")
    assert list(layout.site.rglob("*.txt")) == []


def test_a_site_without_a_ledger_goes_live_without_reminders(layout, tmp_path):
    outcome = Worker(Deployer(layout, "http://situs", command(tmp_path))).step(asked=False)

    assert outcome is not None and outcome.ok
    assert not layout.reminders.exists()
