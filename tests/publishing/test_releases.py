"""Release folders, and the link that readers follow."""

import signal
import subprocess
import sys
import time
from pathlib import Path

from plugins.publishing.releases import KEPT, Releases


def replace(file: Path, text: str) -> None:
    """As a build does it: never by writing into the old file."""
    partial = file.with_suffix(".sebagian")
    partial.write_text(text)
    partial.replace(file)


def publish(releases: Releases, text: str, commit: str = "c" * 40):
    folder = releases.begin()
    replace(folder / "index.html", text)
    return releases.publish(folder, commit)


def test_the_live_link_shows_the_newest_release(tmp_path):
    releases = Releases(tmp_path)
    publish(releases, "satu")
    publish(releases, "dua")

    assert (releases.live / "index.html").read_text() == "dua"
    assert [item.name for item in releases.all()] == [
        "000001-cccccccccccc",
        "000002-cccccccccccc",
    ]


def test_five_releases_are_kept_and_the_live_one_among_them(tmp_path):
    releases = Releases(tmp_path)
    for number in range(KEPT + 3):
        publish(releases, str(number))

    assert len(releases.all()) == KEPT
    assert releases.current() == releases.all()[-1]


def test_going_back_is_one_switch_and_the_old_release_is_not_pruned(tmp_path):
    releases = Releases(tmp_path)
    first = publish(releases, "satu")
    publish(releases, "dua")
    releases.switch(first)

    assert (releases.live / "index.html").read_text() == "satu"
    assert releases.current() == first


def test_what_a_killed_build_left_is_removed(tmp_path):
    releases = Releases(tmp_path)
    (releases.begin() / "sampah.html").write_text("setengah jadi")

    assert list(releases.begin().iterdir()) == []


def test_a_build_begins_with_the_files_of_the_live_release(tmp_path):
    releases = Releases(tmp_path)
    publish(releases, "satu")
    fresh = releases.begin()
    assert (fresh / "index.html").read_text() == "satu"
    replace(fresh / "index.html", "dua")

    assert (releases.live / "index.html").read_text() == "satu"


def test_when_there_are_enough_releases_the_oldest_is_built_upon(tmp_path):
    releases = Releases(tmp_path)
    for number in range(KEPT):
        publish(releases, str(number))
    inode = (releases.all()[0] / "index.html").stat().st_ino
    fresh = releases.begin()

    assert (fresh / "index.html").read_text() == "0"
    assert (fresh / "index.html").stat().st_ino == inode
    assert len(releases.all()) == KEPT - 1
    assert (releases.live / "index.html").read_text() == str(KEPT - 1)


def test_the_live_release_is_never_built_upon(tmp_path):
    releases = Releases(tmp_path)
    for number in range(KEPT):
        publish(releases, str(number))
    releases.switch(releases.all()[0])
    fresh = releases.begin()

    assert (fresh / "index.html").read_text() == "1"
    assert (releases.live / "index.html").read_text() == "0"


def test_a_deploy_killed_at_any_moment_leaves_a_whole_site(tmp_path):
    """Readers see the old release or the new one; a link is never missing or dangling."""
    releases = Releases(tmp_path)
    publish(releases, "0")
    program = (
        "import sys; from pathlib import Path; from plugins.publishing.releases import Releases\n"
        "releases = Releases(Path(sys.argv[1])); n = 0\n"
        "while True:\n"
        "    n += 1; f = releases.begin(); p = f / 'x'; p.write_text(str(n))\n"
        "    p.replace(f / 'index.html')\n"
        "    releases.publish(f, 'd' * 40)\n"
    )
    for turn in range(12):
        child = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], cwd=Path.cwd())
        time.sleep(0.15 + turn * 0.013)
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert (releases.live / "index.html").read_text().isdigit()

    publish(releases, "pulih")
    assert (releases.live / "index.html").read_text() == "pulih"
