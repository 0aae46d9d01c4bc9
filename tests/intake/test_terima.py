"""make terima, at its door: from what arrived to a proposal on the hub, never further."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import ROOT, commit_all, phone_photo, run_git
from tests.intake.clones import make_clone, runner
from tests.intake.parcels import (
    HEAD,
    NEWS,
    OTHER,
    chat,
    document,
    paragraph,
    put,
    relation,
    run,
    shown_picture,
    zipped,
)

SLUG = "puskesmas-masamba-layani-imunisasi-campak"
POST = f"content/berita/dinkes/2026/10/{SLUG}/index.md"
BRANCH = f"usul/dinkes/{SLUG}"
PHOTO = "puskesmas-masamba-layani-imunisasi-1.jpg"
LEAD = (
    "Puskesmas Masamba memberi imunisasi campak kepada 42 anak di Kecamatan Masamba, "
    "Senin (12/10/2026)."
)
SIMILAR = (
    "karena judul agenda “Imunisasi campak di Posyandu Melati” (12 Oktober 2026) mirip naskahnya"
)
MORE = "Kader posyandu membantu mendata anak sejak pagi."
WRITTEN = f"""\
---
# TEBAKAN pd: karena pengirimnya petugas Dinkes
# TEBAKAN judul: dari baris pertama kiriman
judul: Puskesmas Masamba layani imunisasi campak
# TEBAKAN tanggal: dari “Senin (12/10)” di naskah; tahunnya tidak tertulis, dikira 2026
tanggal: 2026-10-12
# TEBAKAN rubrik: karena paling sering dipakai Dinkes
rubrik: kesehatan
# TEBAKAN ringkasan: dari kalimat pertama naskah
ringkasan: {LEAD}
# TEBAKAN penulis: karena pengirimnya petugas Dinkes
penulis: Petugas Contoh Dinkes
# TEBAKAN agenda: {SIMILAR}
agenda: [dinkes/2026/10/12-imunisasi-campak]
# TEBAKAN bersama: dari kegiatan itu pada agenda
bersama: [kec-masamba]
# TEBAKAN kecamatan: dari kegiatan itu pada agenda
kecamatan: [masamba]
# TEBAKAN kredit: dari perangkat daerahnya; tanyakan siapa pemotretnya
foto:
  - berkas: {PHOTO}
    alt: "[Apa yang tampak pada foto ini?]"
    keterangan: Kader menimbang balita
    kredit: Dinas Kesehatan
---

MASAMBA — {LEAD} {MORE}

Warga dapat membawa anak ke posyandu terdekat pada hari kerja.
"""
EXPORT = chat(
    "13/10/26 08.01 - Pesan dan panggilan terenkripsi secara end-to-end.",
    f"{HEAD}{NEWS}",
    f"{HEAD}IMG-20261013-WA0001.jpg (file terlampir)",
    "Kader menimbang balita",
    f"{HEAD}VID-20261013-WA0002.mp4 (file terlampir)",
    "13/10/26 09.20 - Humas: Terima kasih, CP 0812-3456-7801",
)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    return make_clone(tmp_path)


@pytest.fixture
def terima(clone, monkeypatch, capfd):
    run = runner(clone, monkeypatch, capfd)
    return lambda file, *more: run("terima", str(file), *more)


def exported(folder: Path, text: str = EXPORT) -> Path:
    photo = phone_photo(3000, 2000)
    return put(
        folder,
        "Chat WhatsApp dengan +62 812-3456-7801.zip",
        zipped(
            {
                "_chat.txt": text,
                "IMG-20261013-WA0001.jpg": photo,
                "VID-20261013-WA0002.mp4": b"x",
            }
        ),
    )


def branches(clone: Path) -> str:
    return run_git(clone, "ls-remote", "--heads", "origin")


def test_a_chat_becomes_a_post_with_every_guess_marked(clone, terima, tmp_path, capfd):
    archive = exported(tmp_path)
    before = archive.read_bytes()
    code, told = terima(archive)

    assert code == 0
    assert (clone / POST).read_text() == WRITTEN
    assert "“Chat WhatsApp dengan 6281*******01.zip” diterima." in told
    assert "  tanggal: “2026-10-12” dari “Senin (12/10)” di naskah" in told
    assert "K117 PERINGATAN: Isi “agenda” ditebak karena judul agenda" in told
    assert "“VID-20261013-WA0002.mp4”: video" in told
    kept = clone / ".terima" / f"dinkes-{SLUG}"
    assert (kept / "01-VID-20261013-WA0002.mp4").read_bytes() == b"x"
    assert (kept / "jawaban.txt").read_text().startswith("“Chat WhatsApp dengan 6281*******01")
    assert archive.read_bytes() == before
    with Image.open((clone / POST).with_name(PHOTO)) as photo:
        assert photo.size == (1707, 2560)
        assert not photo.getexif()


def test_what_the_gate_refuses_waits_uncommitted_and_goes_on_with_make_usul(
    clone, terima, tmp_path, monkeypatch, capfd
):
    _code, told = terima(exported(tmp_path))

    assert "M606 Isi “alt” foto masih berupa pertanyaan contoh." in told
    assert f"Belum dikirim. Berkasnya ada di folder content/, pada cabang {BRANCH}." in told
    assert run_git(clone, "log", "--oneline", "main..HEAD") == ""
    assert "usul" not in branches(clone)

    text = (clone / POST).read_text().replace("[Apa yang tampak pada foto ini?]", "Kader menimbang")
    (clone / POST).write_text(text)
    code, told = runner(clone, monkeypatch, capfd)("usul")

    assert code == 0, told
    assert f"refs/heads/{BRANCH}" in branches(clone)
    message = run_git(clone, "log", "-1", "--format=%B", "origin/" + BRANCH)
    assert message.startswith(
        "berita: Puskesmas Masamba layani imunisasi campak (dinkes)\n\nDitebak:"
    )
    assert "- tanggal: dari “Senin (12/10)” di naskah" in message


def test_what_passes_is_proposed_and_approving_confirms_its_guesses(
    clone, terima, tmp_path, monkeypatch, capfd
):
    main = branches(clone)
    text = NEWS + "\n\n# TEBAKAN dalam naskah tetap ada"
    code, told = terima(put(tmp_path, "rilis.txt", text), "--agency", "Dinas Kesehatan")

    assert code == 0
    assert f"Usulan terkirim sebagai {BRANCH}. Belum terbit; lihat: make setuju" in told
    assert main in branches(clone)
    assert "# TEBAKAN pd" not in (clone / POST).read_text()
    run = runner(clone, monkeypatch, capfd)
    assert "K117 PERINGATAN: Isi “rubrik” ditebak" in run("setuju")[1]
    run("setuju", "--approve", BRANCH)

    published = run_git(clone, "show", f"origin/main:{POST}")
    assert published.count("TEBAKAN") == 1
    assert published.endswith("# TEBAKAN dalam naskah tetap ada\n")
    assert "tanggal: 2026-10-12" in published


def test_a_document_brings_its_words_and_pictures(clone, terima, tmp_path):
    file = put(
        tmp_path,
        "rilis.docx",
        document(
            paragraph(run("Puskesmas Masamba layani imunisasi campak"), style="Title"),
            *(paragraph(run(part)) for part in NEWS.split("\n\n")[1:]),
            shown_picture("a"), shown_picture("b"),
            relations=relation("a", "image", "media/image1.png")
            + relation("b", "image", "media/image2.emf"),
            files={
                "word/media/image1.png": png(),
                "word/media/image2.emf": b"emf",
                "word/vbaProject.bin": b"makro",
            },
        ),
    )  # fmt: skip
    code, told = terima(file, "--agency", "dinkes", "--day", "12 Oktober 2026", "--writer", "Rina")

    assert code == 0
    assert "  makro di dalam dokumen diabaikan." in told
    assert "“word/media/image2.emf”: gambar yang tidak dapat dipakai" in told
    header = (clone / POST).read_text()
    assert "\ntanggal: 2026-10-12\n" in header
    assert "TEBAKAN tanggal" not in header
    assert "\npenulis: Rina\n" in header
    assert (clone / POST).with_name("puskesmas-masamba-layani-imunisasi-1.png").exists()


def png() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), (200, 0, 0)).save(buffer, "PNG")
    return buffer.getvalue()


def test_a_document_in_a_chat_is_the_news_and_the_chat_names_the_sender(clone, terima, tmp_path):
    words = document(*(paragraph(run(part)) for part in NEWS.replace("*", "").split("\n\n")))
    text = chat(f"{HEAD}Izin kirim rilis", f"{HEAD}rilis.docx (file terlampir)")
    _code, told = terima(
        put(tmp_path, "chat.zip", zipped({"_chat.txt": text, "rilis.docx": words}))
    )

    assert (clone / POST).read_text().endswith("posyandu terdekat pada hari kerja.\n")
    assert "  penulis: “Petugas Contoh Dinkes” karena pengirimnya petugas Dinkes" in told
    assert "  pesan pengirim: Izin kirim rilis." in told


def test_a_file_with_a_header_gives_its_title_and_is_kept_whole(clone, terima, tmp_path):
    body = NEWS.partition("\n\n")[2]
    file = put(
        tmp_path,
        "index.md",
        f"---\njudul: Puskesmas Masamba layani imunisasi campak\n---\n\n{body}",
    )
    _code, told = terima(file, "--agency", "dinkes")

    assert "dari kepala berkasnya hanya judul yang dipakai" in told
    assert (clone / POST).read_text().count("judul:") == 1
    assert (clone / f".terima/dinkes-{SLUG}/01-naskah.md").read_bytes() == file.read_bytes()


def test_photos_beside_a_text_and_in_folders_are_listed_and_placed(clone, terima, tmp_path):
    (tmp_path / "foto").mkdir()
    put(tmp_path / "foto", "b.jpg", phone_photo(90, 60))
    put(tmp_path / "foto", "catatan.pdf", b"%PDF")
    single = put(tmp_path, "satu foto.jpg", phone_photo(60, 90))
    text = put(tmp_path, "rilis.md", NEWS)
    _code, told = terima(text, "--agency", "dinkes", "--photos", f"'{single}' {tmp_path / 'foto'}")

    stem = PHOTO.removesuffix("-1.jpg")
    assert (clone / POST).read_text().endswith(f"pada hari kerja.\n\n![]({stem}-2.jpg)\n")
    assert (clone / POST).read_text().count("- berkas: ") == 2
    assert "“catatan.pdf”: dokumen" in told


def test_several_news_in_one_chat_are_asked_about_and_never_mixed(clone, terima, tmp_path):
    text = chat(
        "1/10/26 09.00 - Petugas Contoh Dishub: " + OTHER,
        HEAD + NEWS,
        HEAD + "satu.jpg (file terlampir)",
        "13/10/26 09.30 - Petugas Contoh Dishub: " + OTHER,
        "13/10/26 09.31 - Petugas Contoh Dishub: dua.jpg (file terlampir)",
    )
    file = put(
        tmp_path, "chat.zip", zipped({"_chat.txt": text, "satu.jpg": png(), "dua.jpg": png()})
    )
    code, told = terima(file)

    assert code == 1
    assert told == (
        "“chat.zip” tidak diterima: ada beberapa kiriman berdekatan; pilih satu dengan "
        "AMBIL=nomor. Tidak ada yang berubah, dan kirimannya tetap utuh.\n"
        "  1  1 Okt 2026 09.00  “Petugas Contoh Dishub”  “Terminal ditata ulang”  0 foto\n"
        "  2  13 Okt 2026 09.10  “Petugas Contoh Dinkes”  "
        "“*Puskesmas Masamba layani imunisasi campak*”  1 foto\n"
        "  3  13 Okt 2026 09.30  “Petugas Contoh Dishub”  “Terminal ditata ulang”  1 foto\n"
    )  # fmt: skip
    code, told = terima(file, "--choice", "3")

    assert code == 0
    post = clone / "content/berita/dishub/2026/10/terminal-ditata-ulang/index.md"
    assert post.read_text().count("berkas:") == 1
    assert "  chat itu memuat 3 kiriman; yang diambil nomor 3." in told


def test_the_composers_files_arrive_as_they_are(clone, terima, tmp_path):
    text = WRITTEN.replace("[Apa yang tampak pada foto ini?]", "Kader menimbang balita")
    text = "".join(line for line in text.splitlines(True) if not line.startswith("# TEBAKAN"))
    folder = POST.removesuffix("index.md")
    file = put(
        tmp_path,
        "kiriman.zip",
        zipped(
            {
                POST: text,
                folder + PHOTO: phone_photo(),
                "pengirim.txt": "Rina\nMohon segera, WA 081234567801",
            }
        ),
    )
    code, told = terima(file)

    assert code == 0, told
    assert "  pengirim: Rina.\n  pengirim: Mohon segera.\n" in told
    assert "Ditebak" not in told
    assert (clone / POST).read_text() == text
    with Image.open(clone / folder / PHOTO) as photo:
        assert photo.size == (1200, 1600)
    assert run_git(clone, "show", f"origin/{BRANCH}:{POST}") == text
    assert "- pengirim: Rina" in run_git(clone, "log", "-1", "--format=%B", f"origin/{BRANCH}")


def test_nothing_that_waits_is_replaced(clone, terima, tmp_path):
    file = put(tmp_path, "rilis.txt", NEWS)
    terima(file, "--agency", "dinkes")
    run_git(clone, "switch", "-q", "main")
    assert f"usulan {BRANCH} sudah menunggu" in terima(file, "--agency", "dinkes")[1]

    run_git(clone, "push", "-q", "origin", f"{BRANCH}:main")
    run_git(clone, "push", "-q", "origin", "--delete", BRANCH)
    assert f"sudah ada {POST}; beri judul lain" in terima(file, "--agency", "dinkes")[1]

    put(clone / "content", "rubrik.yaml", "setengah jalan")
    assert "masih ada perubahan di content/" in terima(file, "--agency", "dinkes")[1]


def test_own_work_on_a_branch_of_that_name_is_not_thrown_away(clone, terima, tmp_path):
    run_git(clone, "switch", "-q", "-c", BRANCH)
    put(clone, "catatan", "kerja")
    own = commit_all(clone)
    run_git(clone, "switch", "-q", "main")
    code, told = terima(put(tmp_path, "rilis.txt", NEWS), "--agency", "dinkes")

    assert code == 1
    assert f"buang dulu: git branch -D {BRANCH}" in told
    assert run_git(clone, "rev-parse", BRANCH).strip() == own


@pytest.mark.parametrize(
    ("text", "more", "told"),
    [
        (
            "Warga senam bersama.\n\nSenam itu ramai.", (),
            "perangkat daerahnya tidak tertebak; sebutkan, misalnya PD=dinkes.",
        ),
        (
            NEWS, ("--agency", "dinkess"),
            "tidak ada perangkat daerah “dinkess”; mungkin PD=dinkes.",
        ),
        (
            NEWS, ("--event", "dinkes/2026/10/12-lain"),
            "tidak ada kegiatan “dinkes/2026/10/12-lain” pada agenda.",
        ),
        (NEWS, ("--photos", "tidak-ada.jpg"), "foto “tidak-ada.jpg” tidak ditemukan."),
        ("\n \n", (), "naskahnya kosong."),
        (
            "!!!\n\n???", ("--agency", "dinkes"),
            'judulnya tidak ditemukan; sebutkan dengan JUDUL="…".',
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_asked_for_in_a_stable_form(
    clone, terima, tmp_path, text, more, told
):
    code, answer = terima(put(tmp_path, "rilis.txt", text), *more)

    assert code == 1
    assert answer == (
        f"“rilis.txt” tidak diterima: {told} Tidak ada yang berubah, dan kirimannya tetap utuh.\n"
    )
    assert run_git(clone, "status", "--porcelain", "--branch") == "## main...origin/main\n"


def test_pasted_words_come_through_standard_input(clone):
    command = [sys.executable, "-m", "plugins.intake", "terima", "-", "--agency", "dinkes"]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        command, cwd=clone, input=NEWS.encode(), env=environment, capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert f"Usulan terkirim sebagai {BRANCH}." in done.stdout.decode()
    assert run_git(clone, "show", f"origin/{BRANCH}:{POST}").startswith("---\n# TEBAKAN judul")
    assert (clone / ".terima/tempelan.txt").read_text() == NEWS
