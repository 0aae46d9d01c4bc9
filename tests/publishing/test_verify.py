"""What stops a deploy at the last look."""

import pytest

from plugins.model.report import BuildReport
from plugins.publishing.manifest import (
    Manifest,
    NoManifestError,
    decode,
    describe,
    describe_changes,
    read,
    read_or_list,
    save,
)
from plugins.publishing.verify import AlarmError, verify

BASIC = ("index.html", "404.html", "feed.atom", "agenda/index.html", "cakupan/index.html")
POST = "berita/dinkes/2026/11/imunisasi/index.html"


@pytest.fixture
def site(tmp_path):
    for path in (*BASIC, POST):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("<feed/>" if path.endswith(".atom") else "<html></html>")
    return tmp_path


def report(quarantined=(), written=(), gone=()) -> BuildReport:
    return BuildReport(
        kept=0,
        seconds=0.1,
        now="2026-11-24T09:00:00+08:00",
        next_change="2026-11-25",
        quarantined=quarantined,
        faults=(),
        written=written,
        gone=gone,
    )


def described(site, quarantined=()) -> Manifest:
    return describe(site, "a" * 40, report(quarantined))


def old(*posts: str, quarantined: tuple[str, ...] = ()) -> Manifest:
    return Manifest(
        commit="b" * 40,
        moment="2026-11-24",
        next_change="2026-11-25",
        quarantined=quarantined,
        files=dict.fromkeys([*BASIC, *posts], "0"),
    )


def alarm(site, before: Manifest | None, quarantined=()) -> str:
    with pytest.raises(AlarmError) as raised:
        verify(site, described(site, quarantined), before)
    return str(raised.value)


def test_a_whole_site_passes(site):
    verify(site, described(site), old(POST))


def test_a_lost_address_is_an_alarm_that_names_it(site):
    said = alarm(site, old(POST, "berita/dishub/2026/10/rambu/index.html"))

    assert said == "1 alamat berita akan hilang: /berita/dishub/2026/10/rambu/; pakai kunci dicabut"


def test_a_post_in_quarantine_does_not_count_as_lost(site):
    lost = "berita/dishub/2026/10/rambu/index"
    quarantined = (f"{lost}.md",)

    verify(site, described(site, quarantined), old(POST, f"{lost}.html"))


def test_many_posts_at_once_in_quarantine_are_an_alarm(site):
    six = tuple(f"berita/dinkes/2026/11/b{n}/index.md" for n in range(6))

    assert alarm(site, old(POST), six) == ("6 berita sekaligus masuk karantina, lebih dari batas 5")


def test_posts_that_were_in_quarantine_before_are_not_counted_again(site):
    six = tuple(f"berita/dinkes/2026/11/b{n}/index.md" for n in range(6))

    verify(site, described(site, six), old(POST, quarantined=six))


def test_a_broken_feed_a_missing_page_and_an_empty_file_are_told_together(site):
    (site / "feed.atom").write_text("<feed>")
    (site / "404.html").unlink()
    (site / POST).write_text("")
    said = alarm(site, None)

    assert "halaman pokok 404.html tidak ada" in said
    assert "feed.atom bukan XML yang utuh" in said
    assert f"{POST} kosong" in said


def test_a_link_in_the_output_is_refused(site):
    (site / "rahasia.html").symlink_to("/etc/passwd")

    with pytest.raises(ValueError, match="a link in the output"):
        described(site)


def test_a_manifest_reads_back_as_it_was_saved(site):
    made = described(site)
    save(made, site)

    assert read(site) == made


@pytest.mark.parametrize("data", [b"", b"{", b'{"commit": 1}', b"[]"])
def test_a_damaged_manifest_is_named_and_never_believed(data):
    with pytest.raises(NoManifestError):
        decode(data)


def test_what_changed_is_read_again_and_the_rest_is_taken_from_the_older_manifest(site):
    save(described(site), site)
    (site / "index.html").write_text("<html>baru</html>")
    (site / POST).unlink()
    changed = describe_changes(site, "a" * 40, report(written=("index.html",), gone=(POST,)))

    assert changed == described(site)


def test_without_an_older_manifest_the_whole_tree_is_read(site):
    assert describe_changes(site, "a" * 40, report()) == described(site)


def test_only_what_was_written_is_looked_at(site):
    (site / "feed.atom").write_text("<feed>")

    verify(site, described(site), None, written=("index.html",))
    with pytest.raises(AlarmError):
        verify(site, described(site), None, written=("feed.atom",))


def test_of_a_damaged_live_tree_the_addresses_are_still_known(site):
    (site / "manifes.json").write_text("{")
    found = read_or_list(site, "a" * 12)

    assert found.commit == "a" * 12
    assert set(found.files) == {*BASIC, POST}


def test_the_mark_of_the_build_is_not_published(site):
    (site / ".jejak").write_text("0" * 32)

    assert ".jejak" not in described(site).files
