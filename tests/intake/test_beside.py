"""What the composer sends to an address that main has, at the door of make terima."""

from pathlib import Path

import pytest

from tests.conftest import phone_photo, run_git
from tests.intake.clones import make_clone, runner
from tests.intake.parcels import put, zipped

FOLDER = "content/berita/dinkes/2026/10/imunisasi-campak"
POST = f"{FOLDER}/index.md"
SENT = """\
---
judul: Imunisasi campak di Masamba diulang
tanggal: 2026-10-13
rubrik: kesehatan
ringkasan: Empat puluh balita di Kecamatan Masamba menerima imunisasi campak di Posyandu Melati.
penulis: Petugas Contoh Dinkes
kecamatan: [masamba]
foto:
  - berkas: foto-1.jpg
    alt: Kader menyiapkan meja
    keterangan: Kader menyiapkan meja imunisasi.
    kredit: Dinas Kesehatan
---

MASAMBA — Dinas Kesehatan mengulang imunisasi campak di Posyandu Melati, Selasa (13/10/2026).
"""
CORRECTION = SENT.replace("foto:\n", "ralat:\n  - tanggal: 2026-10-13\n    isi: Judul.\nfoto:\n")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    return make_clone(tmp_path)


@pytest.fixture
def terima(clone, monkeypatch, capfd, tmp_path):
    run = runner(clone, monkeypatch, capfd)

    def sent(files: dict[str, bytes | str]) -> tuple[int, str]:
        return run("terima", str(put(tmp_path, "kiriman.zip", zipped(files))))

    return sent


def on_main(clone: Path, path: str) -> str:
    return run_git(clone, "show", f"origin/main:{path}")


def test_a_post_at_a_taken_address_goes_beside_it_with_its_photos(clone, terima):
    before = on_main(clone, POST)
    code, told = terima({POST: SENT, f"{FOLDER}/foto-1.jpg": phone_photo(800, 600)})

    assert code == 0, told
    assert on_main(clone, POST) == (clone / POST).read_text() == before
    assert (clone / f"{FOLDER}-2/index.md").read_text() == SENT
    assert (clone / f"{FOLDER}-2/foto-1.jpg").exists()
    assert not (clone / f"{FOLDER}/foto-1.jpg").exists()
    day = run_git(clone, "log", "-1", "--format=%cs", "origin/main", "--", POST).strip()
    assert (
        f"Perhatian:\n  TM01 {POST} sudah ada di main: “Imunisasi campak menjangkau 40 balita di "
        f"Masamba” tertanggal 2026-10-12, terakhir diubah {day}. Yang lama tidak disentuh; "
        f"kiriman ini ditulis di sebelahnya: {FOLDER}-2/index.md.\n"
    ) in told
    assert (
        "  TM01 yang berbeda: judul “Imunisasi campak menjangkau 40 balita di Masamba” menjadi "
        "“Imunisasi campak di Masamba diulang”; tanggal berbeda; "
    ) in told
    assert "penyunting tidak disebut; " in told
    message = run_git(clone, "log", "-1", "--format=%B", "origin/usul/dinkes/imunisasi-campak-2")
    assert f"- TM01 {POST} sudah ada di main" in message


def test_a_correction_takes_the_place_and_keeps_what_it_does_not_name(clone, terima):
    before = on_main(clone, POST)
    code, told = terima({POST: CORRECTION, f"{FOLDER}/foto-1.jpg": phone_photo(800, 600)})

    assert code == 0, told
    written = (clone / POST).read_text()
    assert "penyunting: Petugas Contoh Humas\n" in written
    assert "judul: Imunisasi campak di Masamba diulang\n" in written
    assert "40 balita" not in written
    assert f"  TM02 {POST} sudah ada di main: “Imunisasi campak menjangkau 40 balita" in told
    assert "tidak ada lagi “MASAMBA — Dinas Kesehatan memberi imunisasi" in told
    assert "“index.md”: yang lama, sebelum ralat ini" in told
    kept = clone / ".terima/dinkes-imunisasi-campak/01-index.md"
    assert kept.read_text() == before


def test_a_correction_does_not_take_away_an_earlier_one(clone, terima):
    photo = phone_photo(800, 600)
    terima({POST: CORRECTION, f"{FOLDER}/foto-1.jpg": photo})
    run_git(clone, "push", "-q", "origin", "HEAD:main")
    run_git(clone, "push", "-q", "origin", "--delete", "usul/dinkes/imunisasi-campak")
    later = CORRECTION.replace("isi: Judul.", "isi: Tempat.")
    code, told = terima({POST: later, f"{FOLDER}/foto-1.jpg": photo})

    assert code == 1
    assert f"{POST} di main sudah memuat ralat; tulis ralat yang lama juga. Tidak" in told
    both = later.replace("ralat:\n", "ralat:\n  - tanggal: 2026-10-13\n    isi: Judul.\n")
    code, told = terima({POST: both, f"{FOLDER}/foto-1.jpg": photo})
    assert code == 0, told


def test_what_main_has_already_is_not_proposed_again(clone, terima):
    code, told = terima({POST: on_main(clone, POST)})

    assert code == 1
    assert told == (
        f"“kiriman.zip” tidak diterima: kiriman itu sama dengan {POST}, yang sudah ada di main. "
        "Tidak ada yang berubah, dan kirimannya tetap utuh.\n"
    )


def test_what_went_beside_and_was_approved_is_not_proposed_a_third_time(clone, terima):
    sent = {POST: SENT, f"{FOLDER}/foto-1.jpg": phone_photo(800, 600)}
    terima(sent)
    assert "usulan usul/dinkes/imunisasi-campak-2 sudah menunggu" in terima(sent)[1]

    run_git(clone, "push", "-q", "origin", "HEAD:main")
    run_git(clone, "push", "-q", "origin", "--delete", "usul/dinkes/imunisasi-campak-2")
    code, told = terima(sent)

    assert code == 1
    assert f"kiriman itu sama dengan {FOLDER}-2/index.md, yang sudah ada di main." in told


def test_a_photo_without_its_post_could_replace_another_and_is_refused(clone, terima):
    other = "content/berita/dinkes/2026/10/senam/index.md"
    code, told = terima({other: SENT, f"{FOLDER}/posyandu.jpg": phone_photo(800, 600)})

    assert code == 1
    name = f"{FOLDER}/posyandu.jpg".removeprefix("content/")
    assert f"naskah untuk foto “{name}” tidak ikut dalam arsip. Tidak ada yang berubah" in told


def test_the_number_behind_a_long_name_leaves_a_name_that_may_exist(clone, terima):
    slug = "a" * 70 + "-bcdefghij"[:10]
    path = f"content/berita/dinkes/2026/10/{slug[:80]}/index.md"
    put(clone, path, on_main(clone, POST).replace("![](posyandu.jpg)\n\n", ""))
    run_git(clone, "add", "-A")
    run_git(clone, "commit", "-qm", "berita: panjang")
    run_git(clone, "push", "-q", "origin", "HEAD:main")
    _code, told = terima({path: SENT, path.replace("index.md", "foto-1.jpg"): phone_photo(80, 60)})

    assert f"ditulis di sebelahnya: content/berita/dinkes/2026/10/{'a' * 70}-bcdefgh-2/" in told
