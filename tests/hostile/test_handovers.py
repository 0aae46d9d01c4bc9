"""Archives, chats and documents that mean harm, at the door of make terima.

Each is refused or harmless: nothing is written outside, nothing is published, nothing is
lost, and the answer is Indonesian.
"""

import io
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.intake.chatmarks import as_markdown
from plugins.intake.chats import read_chat
from plugins.intake.daysaid import days_said
from plugins.model.moment import parse_moment
from plugins.reading import pool
from plugins.reading.header import read_source
from plugins.reading.reader import TEXT_SECONDS
from tests.conftest import ROOT, phone_photo, run_git
from tests.intake.clones import make_clone, runner
from tests.intake.parcels import HEAD, NEWS, chat, document, paragraph, put, run, zipped

POST = "content/berita/dinkes/2026/10/uji-kiriman/index.md"
TEXT = "---\njudul: Uji kiriman\ntanggal: 2026-10-12\nrubrik: kesehatan\n---\n\nMASAMBA — Isi.\n"
NOON = parse_moment("2026-11-24 12:00")
UNTOUCHED = "Tidak ada yang berubah, dan kirimannya tetap utuh."


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One clone for all that is refused; a test that changes it has found a hole."""
    return make_clone(tmp_path_factory.mktemp("jahat"))


@pytest.fixture
def refused(shared, monkeypatch, capfd) -> Iterator:
    run = runner(shared, monkeypatch, capfd)
    before = state(shared)

    def ran(file: Path) -> str:
        code, told = run("terima", str(file), "--agency", "dinkes")
        assert code == 1, told
        assert told.startswith(f"“{file.name}” tidak diterima: "), told
        assert UNTOUCHED in told
        return told.removeprefix(f"“{file.name}” tidak diterima: ").partition(f" {UNTOUCHED}")[0]

    yield ran
    assert state(shared) == before


def state(clone: Path) -> tuple[str, ...]:
    files = [
        str(p) for p in clone.parent.rglob("*") if ".git" not in p.parts and ".cache" not in p.parts
    ]
    status = run_git(clone, "status", "--porcelain", "--branch", "--ignored=no")
    return (run_git(clone, "for-each-ref"), status, *sorted(f for f in files if "hub.git" not in f))


def with_entry(name: str, data: bytes = b"x", mode: int = 0o100644, flags: int = 0) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(POST, TEXT)
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        archive.writestr(info, data)
    made = bytearray(buffer.getvalue())
    if flags:
        made[made.rfind(b"PK\x01\x02") + 8] |= flags
    return bytes(made)


def twice() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(POST, TEXT)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(POST, TEXT.replace("Isi", "Lain"))
    return buffer.getvalue()


def lying(size: int) -> bytes:
    """A text that declares ten bytes and unpacks to *size*."""
    packed = zlib.compress(b"\n" * size, 9)[2:-4]
    name = POST.encode()
    common = struct.pack(
        "<HHHHHIIIHH", 20, 0, 8, 0, 0, zlib.crc32(b"x"), len(packed), 10, len(name), 0
    )
    local = b"PK\x03\x04" + common + name + packed
    central = (
        b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    )
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def swollen(megabytes: int) -> bytes:
    buffer, rows = io.BytesIO(), b"13/10/26 09.10 - a: bc\n" * 45_000
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("_chat.txt", "w") as stream,
    ):
        for _ in range(megabytes):
            stream.write(rows)
    return buffer.getvalue()


def many(count: int) -> bytes:
    return zipped({POST: TEXT, **{f"content/{n}": b"" for n in range(count)}})


PREFIX = "content/berita/dinkes/2026/10/uji-kiriman/"
OUTWARDS = "nama berkas yang menunjuk ke luar"
RECORD = "content/perangkat-daerah/dinkes.md"
HOOK = "content/.git/hooks/post-checkout"
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
ARCHIVES = {
    "up": (lambda: with_entry("content/../../../jahat.md"), OUTWARDS),
    "up on Windows": (lambda: with_entry("content\\..\\jahat.md"), OUTWARDS),
    "absolute": (lambda: with_entry("/etc/cron.d/jahat"), OUTWARDS),
    "a drive": (lambda: with_entry("C:\\jahat.md"), OUTWARDS),
    "symlink": (lambda: with_entry(f"{PREFIX}a.jpg", b"/etc", 0o120777), "tautan ke berkas lain"),
    "twice": (twice, "dua berkas dengan nama yang sama"),
    "locked": (lambda: with_entry(f"{PREFIX}a.jpg", flags=1), "terkunci sandi"),
    "ten thousand": (lambda: many(10_000), "lebih dari 5000 berkas"),
    "something else": (lambda: with_entry("pelicanconf.py"), "berkas lain: “pelicanconf.py”"),
    "a record": (lambda: with_entry(RECORD), f"berkas lain: “{RECORD}”"),
    "git": (lambda: with_entry(HOOK), f"berkas lain: “{HOOK}”"),
    "two agencies": (
        lambda: with_entry(POST.replace("dinkes", "dishub"), TEXT.encode()),
        "milik beberapa perangkat daerah (dinkes, dishub)",
    ),
    "a bomb": (lambda: zipped({POST: b"\n" * 90_000_000}), "isinya lebih dari 1 MB"),
    "a bomb that lies": (lambda: lying(90_000_000), "isinya rusak"),
    "a bomb in a chat": (lambda: swollen(270), "mengembang lebih dari 256 MB"),
    "a ZIP in a ZIP": (
        lambda: zipped({"satu.zip": zipped({"dua.zip": b"\0" * 9_000_000})}),
        "tidak memuat naskah",
    ),
    "cut": (lambda: zipped({POST: TEXT})[:-30], "arsipnya rusak atau bukan ZIP"),
    "empty": (lambda: b"PK\x05\x06" + bytes(18), "tidak memuat naskah"),
    "old Word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "simpan ulang sebagai .docx"),
    "PDF": (lambda: b"%PDF-1.7", "salin teksnya"),
    "DOCTYPE": (lambda: document(paragraph(run("&a;")), top=OUTSIDE), "memuat DOCTYPE"),
}


@pytest.mark.parametrize("kind", ARCHIVES)
def test_a_hostile_archive_is_refused_whole(refused, tmp_path, kind):
    make, told = ARCHIVES[kind]

    assert told in refused(put(tmp_path, "kiriman.zip", make()))


def test_a_missing_file_and_a_folder_are_refused(refused, tmp_path):
    assert refused(tmp_path / "tidak-ada.zip") == "tidak dapat dibuka: No such file or directory."
    assert refused(tmp_path).startswith("tidak dapat dibuka")


@pytest.fixture
def taken(tmp_path, monkeypatch, capfd):
    clone = make_clone(tmp_path / "klon")
    run = runner(clone, monkeypatch, capfd)

    def ran(file: Path, *more: str) -> tuple[Path, str]:
        code, told = run("terima", str(file), *more)
        assert code == 0, told
        (post,) = [clone / row for row in run_git(clone, "ls-files", "-o", "-m", "content").split()
                   if row.endswith(".md")] or [newest(clone)]  # fmt: skip
        return post, told

    return ran


def newest(clone: Path) -> Path:
    changed = run_git(clone, "diff", "--name-only", "main", "HEAD").split()
    return next(clone / name for name in changed if name.endswith(".md"))


INJECTION = f"""\
*Judul: "] }} & * ! | > % @ ` # {{a: b}} $(touch owned) <b>tebal</b>*

---
dicabut: {{tanggal: 2026-01-01, alasan: jahat}}
---

<script>alert(1)</script> ![](../../../../etc/passwd) [klik](javascript:alert(1)) `rm -rf /`

{{{{ 7*7 }}}} ${{{{ github.token }}}} %n $(reboot) {NEWS}
"""


def test_words_that_would_be_markdown_yaml_or_shell_are_only_words(taken, tmp_path):
    sent = chat(HEAD + INJECTION, "13/10/26 09.12 - $(id); rm -rf ~: hai")
    post, _told = taken(put(tmp_path, "chat.txt", sent))
    source = read_source("index.md", post.read_bytes())
    keys = [key.text for key, _ in source.header.pairs]

    assert "dicabut" not in keys
    assert [p.kind for p in source.problems if p.kind != "guess"] == []
    title = next(node.text for key, node in source.header.pairs if key.text == "judul")
    assert title.endswith("# {a: b} $(touch owned) <b>tebal</b>")
    assert re.search(r"(?<!\\)\[klik\]\(|!\[", source.body) is None
    assert "{{ 7*7 }}" in source.body
    assert not list(tmp_path.rglob("owned"))


ENDLESS = {
    "stars": "*" * 65_000,
    "brackets": "[a" * 32_000,
    "fences": "```" * 21_000,
    "labels": "HP " * 21_000,
    "digits": "1" * 65_000,
    "an address": "a" * 65_000 + "@",
    "blank lines": "\n " * 32_000,
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_a_text_made_to_take_for_ever_is_read_within_the_time_of_any_text(kind):
    ((_number, read),) = pool.run([ENDLESS[kind]], _as_read, TEXT_SECONDS)

    assert read is not None


def _as_read(text: str) -> bytes:
    body, _notes = as_markdown(text)
    list(days_said(body, NOON))
    return body.encode()


def test_a_chat_of_empty_lines_is_read_like_any_other():
    text = HEAD + "\n" * 400_000

    ((_number, read),) = pool.run([text], lambda t: repr(read_chat(t, NOON)).encode(), TEXT_SECONDS)

    assert read is not None


def test_names_of_files_and_senders_reach_no_path_no_shell_and_no_log(taken, tmp_path):
    name = "$(touch owned);`touch owned` -rf\u202e.jpg"
    sender = "Petugas Contoh Dinkes +62 812-3456-7801\x1b[31m"
    sent = chat(
        f"13/10/26 09.10 - {sender}: {NEWS}",
        f"13/10/26 09.10 - {sender}: {name} (file terlampir)",
        f"13/10/26 09.10 - {sender}: jahat.pdf (file terlampir)",
    )
    files = {"_chat.txt": sent, name: phone_photo(80, 60), "jahat.pdf": b"%PDF"}
    post, told = taken(put(tmp_path, "chat.zip", zipped(files)), "--agency", "dinkes")
    clone = post.parents[6]

    assert "812" not in told + post.read_text()
    assert "\x1b" not in told + post.read_text()
    assert [p.name for p in post.parent.iterdir() if p.suffix == ".jpg"] == [
        "puskesmas-masamba-layani-imunisasi-1.jpg"
    ]
    kept = sorted(p.name for p in next((clone / ".terima").iterdir()).iterdir())
    assert kept == ["01-jahat.pdf", "jawaban.txt"]
    assert not list(tmp_path.rglob("owned"))


def test_make_hands_a_file_name_over_as_it_was_typed(tmp_path):
    name = "$(shell touch owned) `touch owned` \"'; touch owned #.zip"
    command = ["make", "-s", "-f", str(ROOT / "Makefile"), "terima", "READY=", "RUN=printf '%s\\n'"]
    done = subprocess.run(
        [*command, f"BERKAS={name}"], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert name in done.stdout.splitlines()
    assert not (tmp_path / "owned").exists()


LIMITED = f"""\
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({1 << 30}, {1 << 30}))
sys.exit(__import__("plugins.intake.__main__", fromlist=["main"]).main(sys.argv[1:]))
"""


def test_a_chat_of_fifty_megabytes_stays_within_a_gigabyte(tmp_path):
    clone = make_clone(tmp_path / "klon")
    row = "12/10/26 08.00 - Rina: " + "pesan lama " * 40 + "\n"
    text = row * (50_000_000 // len(row)) + HEAD + NEWS
    file = put(tmp_path, "chat.zip", zipped({"_chat.txt": text}))
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "terima", str(file)],
        cwd=clone, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    assert "  hanya 8 MB terakhir dari chat itu yang dibaca." in done.stdout
