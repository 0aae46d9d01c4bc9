"""Release folders, and the link that readers follow."""

import signal
import subprocess
import sys
import time
from pathlib import Path

from plugins.publishing.releases import KEPT, Releases


def publish(releases: Releases, text: str, commit: str = "c" * 40):
    folder = releases.begin()
    (folder / "index.html").write_text(text)
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


def test_a_deploy_killed_at_any_moment_leaves_a_whole_site(tmp_path):
    """Readers see the old release or the new one; a link is never missing or dangling."""
    releases = Releases(tmp_path)
    publish(releases, "0")
    program = (
        "import sys; from pathlib import Path; from plugins.publishing.releases import Releases\n"
        "releases = Releases(Path(sys.argv[1])); n = 0\n"
        "while True:\n"
        "    n += 1; f = releases.begin(); (f / 'index.html').write_text(str(n))\n"
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
