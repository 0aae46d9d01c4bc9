"""What a door reads of content/ before it writes there."""

from plugins.intake.desk import everything, near

SERIES = (
    "---\nacara: Senam\ntanggal: 2026-07-06\nulang:\n  setiap: pekan\n  sampai: 2026-12-28\n---\n"
)
POST = "---\njudul: Senam\ntanggal: 2026-{}-06\nrubrik: sosial\n---\n\nIsi.\n"


def written(folder):
    files = {f"berita/dinkes/2026/{m}/senam/index.md": POST.format(m) for m in ("07", "10", "11")}
    for path, text in {"agenda/dinkes/2026/07/06-senam.md": SERIES, **files}.items():
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_text(text)
    return folder


def test_only_the_newest_months_are_read(tmp_path):
    room = near(written(tmp_path), recent=2)

    assert sorted(room.posts) == ["dinkes/2026/10/senam", "dinkes/2026/11/senam"]
    assert near(tmp_path, recent=0).posts == {}
    assert len(everything(tmp_path).posts) == 3


def test_what_recurs_in_a_month_is_known_there(tmp_path):
    room = near(written(tmp_path), ["agenda/dinkes/2026/11/02-senam.md"], recent=0)

    assert room.event("dinkes/2026/11/02-senam").title == "Senam"
