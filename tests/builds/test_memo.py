"""What is known of each month from earlier builds."""

from pathlib import Path

import pytest

from plugins.builds.memo import Memo, Verdict, decode_memo, encode_memo, load_memos, save_memos
from plugins.model.coverage import join
from plugins.model.docket import docket_of
from plugins.model.fault import Fault, Severity
from plugins.model.outline import outline_of
from tests.model.makers import made_of, make_event, make_post

FAULT = Fault("content/a.md", 2, 1, "W201", "Salah.", "Ganti.", Severity.GALAT)
VERDICT = Verdict(
    key=b"1", section=b"2", day=739_000, others=("2026-10",), faults=(FAULT,), fatal=(),
    findings={"W201": 1, "F509": 3}, quarantined=("berita/a",), embargoes=(5, 6), turns=(7,),
    aliases=("/lama/",), series=(), events=1,
)  # fmt: skip


def full_memo() -> Memo:
    made = made_of(make_post(events=("dinkes/2026/11/24-imunisasi",)), make_event())
    (month, chapter), *_ = made.chapters.items()
    events = chapter.room.events.values()
    coverage = join(events, (), made.edition.now, 3, "humas")
    docket = docket_of(month, events, coverage, chapter.room, made.edition.now)
    return Memo(VERDICT, b"3", outline_of(chapter), b"4", docket)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    save_memos(tmp_path / "cache" / "ikhtisar", {"2026-11": full_memo(), "2026-10": Memo(VERDICT)})
    return tmp_path / "cache" / "ikhtisar"


def test_what_was_saved_is_loaded(file):
    assert load_memos(file) == {"2026-11": full_memo(), "2026-10": Memo(VERDICT)}


def test_one_memo_goes_to_a_worker_and_back():
    assert decode_memo(encode_memo(full_memo())) == full_memo()


def test_no_file_is_no_memory(tmp_path):
    assert load_memos(tmp_path / "tidak-ada") == {}


@pytest.mark.parametrize("length", [0, 10, 16, 17, -1])
def test_a_truncated_file_is_no_memory(file, length):
    file.write_bytes(file.read_bytes()[:length])

    assert load_memos(file) == {}


def test_a_flipped_bit_anywhere_is_no_memory(file):
    data = file.read_bytes()
    for place in range(0, len(data), 11):
        damaged = bytearray(data)
        damaged[place] ^= 1
        file.write_bytes(damaged)

        assert load_memos(file) == {}
