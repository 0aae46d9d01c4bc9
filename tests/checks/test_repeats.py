"""C: posts against activities and against one another."""

import time
from hashlib import blake2b
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.checks import gate, report
from plugins.checks.rulebook import Question
from plugins.checks.rules.repeats import near_duplicate
from plugins.model.body import BodyRef
from plugins.model.moment import Moment, parse_moment
from plugins.model.newsroom import Newsroom
from plugins.model.post import Post
from plugins.reading.reader import load
from plugins.reading.tree import FolderTree

POST = "berita/dinkes/2026/11/imunisasi-campak/index.md"
OTHER = "berita/{}/2026/11/imunisasi-lagi/index.md"
EVENT = "dinkes/2026/11/24-imunisasi-campak"
NOW = parse_moment("2026-11-30 08:00")
BODY = (
    "MASAMBA — Sebanyak 42 anak menerima imunisasi campak di Posyandu Melati, Selasa "
    "(24/11/2026). Kader memanggil nama anak satu per satu supaya tidak berdesakan.\n"
)


@pytest.fixture
def repeated(tmp_path: Path, base_files, write_files):
    """What the rules about several files say of the base newsroom with these files."""

    def told(files):
        write_files(tmp_path / "content", {**base_files, **files})
        tree = FolderTree(tmp_path / "content")
        faults = gate.judge(load(tree, gate.inspect, workers=1), tree, NOW, "humas")
        some = [f for f in faults if f.code in ("C904", "C905", "C906", "C907")]
        return report.as_lines(some).splitlines()[:-1]

    return told


def story(text, agenda=EVENT, date="2026-11-24 09:30", body=""):
    changed = text("story", "rubrik: kesehatan\n", f"rubrik: kesehatan\nagenda: [{agenda}]\n")
    changed = changed.replace("2026-11-24 09:30", date)
    changed = changed.partition("foto:")[0] + "ringkasan: Singkat.\n---\n\n"
    return changed + (body or f"MASAMBA — {date} berbeda sama sekali dari berita lainnya.\n")


def test_a_post_before_its_activity_is_an_announcement(repeated, text):
    assert repeated({POST: story(text, date="2026-11-20 09:00")}) == [
        f"content/{POST}:5:10 C904 PERINGATAN: Berita bertanggal 2026-11-20 mendahului kegiatan "
        f"“{EVENT}”. Berita ini dihitung sebagai pengumuman; susulkan berita sesudah kegiatan."
    ]


def test_a_post_of_an_agency_that_takes_no_part_does_not_count(repeated, text):
    other = OTHER.format("dishub")

    assert repeated({other: story(text)}) == [
        f"content/{other}:5:10 C905 PERINGATAN: “dishub” tidak terlibat dalam kegiatan “{EVENT}”. "
        "Hapus rujukan itu, atau mintalah penyelenggaranya menambah “bersama: [dishub]” pada "
        "kegiatannya."
    ]


def test_a_post_of_a_partner_or_of_humas_counts(repeated, text):
    partner = text("event", "mulai:", "bersama: [dishub]\nmulai:")

    assert repeated({OTHER.format("humas"): story(text)}) == []
    assert repeated(
        {OTHER.format("humas"): None, OTHER.format("dishub"): story(text),
         f"agenda/{EVENT}.md": partner}
    ) == []  # fmt: skip


def test_the_same_text_of_two_agencies_is_one_post_too_many(repeated, text):
    other = OTHER.format("kec-masamba")
    first = story(text, body=BODY).replace(f"agenda: [{EVENT}]\n", "")

    assert repeated({POST: first, other: first.replace("09:30", "10:30")}) == [
        f"content/{other}:2:8 C906 PERINGATAN: Berita ini hampir sama dengan "
        "“dinkes/2026/11/imunisasi-campak”. Hapus salah satu; untuk tampil di dua halaman, "
        "pakai “bersama: [kec-masamba]”."
    ]


def test_a_second_post_on_a_covered_activity_is_mentioned(repeated, text):
    other = OTHER.format("dinkes")

    assert repeated({POST: story(text), other: story(text, date="2026-11-26 09:30")}) == [
        f"content/{other}:5:10 C907 SARAN: Kegiatan “{EVENT}” sudah diberitakan oleh "
        "“dinkes/2026/11/imunisasi-campak”. Pastikan berita ini membawa hal yang baru."
    ]


def test_a_withdrawn_post_repeats_nothing(repeated, text):
    other = OTHER.format("dinkes")
    gone = "dicabut: {tanggal: 2026-11-24 12:00, alasan: Jumlah keliru}\n---\n\n"
    first = story(text, body=BODY)

    assert repeated({POST: first.replace("---\n\n", gone), other: first}) == []


def test_ten_thousand_posts_are_compared_in_seconds():
    posts = {f"p{number}": numbered(number) for number in range(10_000)}
    room = Newsroom({}, {}, {}, posts, {}, {})
    begun = time.perf_counter()

    assert list(near_duplicate(Question(room, NOW, "humas"))) == []
    assert time.perf_counter() - begun < 5  # 0.4 s on an idle core


def test_a_twin_is_found_among_ten_thousand_that_begin_alike():
    posts = {f"p{number}": numbered(number) for number in range(10_000)}
    excerpt = posts["p9000"].body.excerpt.replace("MASAMBA", "SABBANG")  # some words differ
    twin = replace(posts["p9000"], id="dishub/2026/12/kembar", body=BodyRef(b"lain", excerpt))
    room = Newsroom({}, {}, {}, {**posts, "kembar": twin}, {}, {})

    assert [f.path for f in near_duplicate(Question(room, NOW, "humas"))] == [
        "berita/dishub/2026/12/kembar/index.md"
    ]


def numbered(number: int) -> Post:
    words = blake2b(str(number).encode(), digest_size=60).hexdigest()
    spaced = " ".join(words[start : start + 5] for start in range(0, 120, 5))
    body = BodyRef(str(number).encode(), f"MASAMBA — Dinas Kesehatan {spaced}"[:200])
    date = Moment(parse_moment("2026-01-01").day + number // 27)
    return Post(
        id=f"dinkes/2026/01/p{number}", agency="dinkes", title="x", date=date,
        category="kesehatan", body=body,
    )  # fmt: skip
