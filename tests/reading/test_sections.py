"""Content by months, and what all months share."""

import pytest

from plugins.model.entry import EXECUTABLE, REGULAR, Entry
from plugins.reading.sections import SHARED, by_section, section_digest, section_of

ONE = Entry("halaman/a.md", REGULAR, "1" * 40, 5)


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("berita/dinkes/2026/11/imunisasi/index.md", "2026-11"),
        ("berita/dinkes/2026/11/imunisasi/a.jpg", "2026-11"),
        ("berita/dinkes/2026/11/astray.txt", "2026-11"),
        ("agenda/dinkes/2026/01/24-imunisasi.md", "2026-01"),
        ("berita/dinkes/2026/00/a/index.md", SHARED),
        ("berita/dinkes/2026/13/a/index.md", SHARED),
        ("berita/dinkes/2026/11", SHARED),
        ("berita/dinkes/２０２６/11/a/index.md", SHARED),
        ("berita/dinkes/0000/11/a/index.md", SHARED),
        ("berita/dinkes/0001/01/a/index.md", SHARED),
        ("berita/dinkes/0010/01/a/index.md", "0010-01"),
        ("berita/dinkes/9999/12/a/index.md", "9999-12"),
        ("berita/2026/11/a/index.md", SHARED),
        ("halaman/2026/11/a.md", SHARED),
        ("perangkat-daerah/dinkes.md", SHARED),
        ("pantauan-media/2026/11.csv", "2026-11"),
        ("pantauan-media/2026/11.csv/a", SHARED),
        ("pantauan-media/2026/13.csv", SHARED),
        ("pantauan-media/0000/11.csv", SHARED),
        ("pantauan-media/2026/11.md", SHARED),
        ("rubrik.yaml", SHARED),
        ("", SHARED),
    ],
)
def test_a_path_lies_in_its_month_or_in_what_all_share(path, section):
    assert section_of(path) == section


def test_entries_are_grouped_in_their_order():
    entries = [ONE, Entry("rubrik.yaml", REGULAR, "2" * 40, 5)]

    assert by_section(entries) == {SHARED: entries}


def test_path_mode_and_content_count_for_the_digest():
    others = [
        Entry("halaman/b.md", REGULAR, "1" * 40, 5),
        Entry("halaman/a.md", EXECUTABLE, "1" * 40, 5),
        Entry("halaman/a.md", REGULAR, "2" * 40, 5),
    ]
    digests = {section_digest([entry]) for entry in (ONE, *others)}

    assert len(digests) == 4
    assert section_digest([ONE]) == section_digest([ONE])
