"""D: personal data in text, header and photos, masked wherever it is told."""

import io
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plugins.checks import gate
from plugins.checks.formats import FORMATS
from plugins.checks.numbers import is_nip, masked, numbers_in
from plugins.model.addresses import place_of
from plugins.reading.records import read_manuscript

NIK = "7322014505900001"
NIP = "198505172010011001"
PATH = "berita/dinkes/2026/11/imunisasi-campak/index.md"
BODY = "MASAMBA — Petugas melayani 40 anak."


def kinds(text: str) -> list[tuple[str, str]]:
    return [(number.kind, number.digits) for number in numbers_in(text)]


@pytest.mark.parametrize(
    ("text_of_body", "told"),
    [
        (f"Warga ber-NIK {NIK} hadir.", " D901 NIK atau nomor KK “7322**********01”"),
        ("Data 7322 0145 0590 0001 diterima.", " D901 NIK atau nomor KK “7322**********01”"),
        ("Data 7399014505900001 diterima.", " D902 PERINGATAN: Nomor yang mungkin NIK “7399"),
        ("Hubungi 0812-0000-0001.", " D903 Nomor ponsel “0812******01”"),
        ("Telepon rumah (0473) 210001.", " D904 PERINGATAN: Telepon rumah “0473"),
        ("Transfer ke rekening 0201010000001.", " D905 Nomor rekening “0201*******01”"),
        ("Ia ber-NPWP 01.312.166.0-091.000.", " D906 NPWP “0131*********00”"),
        ("Juara, NISN 0101000001.", " D907 NISN “0101****01”"),
        ("Peserta BPJS 0001000000001.", " D908 Nomor BPJS “0001*******01”"),
        (f"Petugas (NIP {NIP}).", " D909 PERINGATAN: NIP “1985************01”"),
        ("Ia tinggal di Jalan Melati No. 4 RT 02/RW 01.", " D910 PERINGATAN: Alamat rumah"),
    ],
)
def test_each_kind_is_found_in_the_body(text_of_body, told, text, faults_of):
    lines = [f for f in faults_of("post", text("post", BODY, text_of_body)) if " D9" in f]

    assert len(lines) == 1
    assert told in lines[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Imunisasi campak di", f"Warga {NIK} di"),
        ("rubrik: kesehatan", f"rubrik: kesehatan\nringkasan: Warga {NIK} hadir."),
        ("Petugas menyuntik seorang anak", f"Kartu {NIK}"),
        ("berkas: imunisasi.jpg", f"berkas: imunisasi.jpg\n    kredit: Warga {NIK}"),
        ("rubrik: kesehatan", f"rubrik: kesehatan\nkunci_lain: {NIK}"),
        ("rubrik: kesehatan", f"rubrik: kesehatan\nbersama: [{NIK}]"),
    ],
)
def test_a_number_is_found_in_any_value_of_the_header(old, new, text, faults_of):
    assert any(" D901 " in told for told in faults_of("post", text("post", old, new)))


@pytest.mark.parametrize(
    "innocent",
    [
        "Anggaran Rp7.371.000.000 dari APBD.", "Nomor 800/1234/BKPSDM/2026.",
        "Titik -2.5512340, 120.3277812.", "Hubungi 112, 119, atau (0473) 21000.",
        "Kode wilayah 7322010001 menurut BPS.", "Kode rekening 5.1.02.02.01.0029.",
        "Kode rekening 5102020100290001 dan seterusnya.", "Nilai 0.8123456789 dibulatkan.",
        "Rekening Kas Umum Daerah 0201010000001.", "NUPTK 7322014505900001 tercatat.",
        "Undang-Undang Nomor 27 Tahun 2022.", "Nomor seri 1234567890123456.",
        "Tautan https://contoh.id/7322014505900001 dibuka.", "Mobil DP 1234 AB.",
        "Skor 21-19 21-18 21-17 21-16 21-15.", "Kode pos 92961 sejak 24-11-2026 09.30.",
        "Kantor beralamat di Jalan Melati No. 4 RT 02/RW 01, Masamba.",
        "Saldo rekening 1.250.000.000 rupiah.", "Anggaran 62.812.345.678 rupiah.",
        "Klaim BPJS 36.412.500.000 rupiah.", "Rekening listrik 1204 1377 1466 kWh.",
        "NIK direkam 24-11-2026 25-11-2026.", "Kartu KIS 11.12.2026 - 12.12.2026.",
        "Pemilik KTP 2021 2022 2023 2024 dibandingkan.", "Nomor rangka 7322014505900001.",
        "Rekening kas desa 5021010000065.",
    ],
)  # fmt: skip
def test_what_only_looks_like_personal_data_passes(innocent, text, faults_of):
    assert [f for f in faults_of("post", text("post", BODY, innocent)) if " D9" in f] == []


def test_two_numbers_beside_each_other_are_both_found():
    assert kinds(f"NIK {NIK} 081200000001") == [("nik", NIK), ("mobile", "081200000001")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Pindai barcode atau hubungi 0812-0000-0001", "Telp. +62.812.000.001.02",
        "Sejak 24-11-2026 0812 0000 0001", "Telp. 0812 12 12 2012",
        "Sejak 2026-11-24 0812 0000 0001", "Sejak 2026-11-24 - 2026-11-25 0812 0000 0001",
        "Rekening listrik: tanya WA 081200000001",
    ],
)  # fmt: skip
def test_a_word_for_other_numbers_hides_no_telephone(sentence):
    assert [kind for kind, _ in kinds(sentence)] == ["mobile"]


def test_digits_of_another_script_hide_nothing():
    assert kinds("NIK ７３２２０１４５０５９００００１") == [("nik", NIK)]


def test_a_link_that_opens_a_chat_is_a_mobile_number():
    assert kinds("[WhatsApp](https://wa.me/6281200000001)") == [("mobile", "6281200000001")]


def test_a_nip_needs_two_dates_and_a_sex():
    assert is_nip(NIP)
    assert not is_nip("198513172010011001")
    assert not is_nip("198505172010013001")


def test_the_place_is_the_number_itself(text, faults_of):
    told = faults_of("post", text("post", BODY, f"Warga ber-NIK {NIK} hadir."))

    assert told[0].startswith("10:15 D901 ")


def photo_with(description: str) -> bytes:
    out, exif = io.BytesIO(), Image.Exif()
    exif[270] = description
    Image.new("RGB", (40, 30), "red").save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_a_number_inside_a_photo_file_is_found(judged):
    photo = PATH.replace("index.md", "imunisasi.jpg")
    (told,) = judged({photo: photo_with(f"KTP {NIK}")})

    assert " D911 Nomor “7322**********01” tersimpan di dalam berkas foto" in told
    assert NIK not in told
    assert judged({photo: photo_with("Kader menimbang balita")}) == []


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_no_report_repeats_a_number(form, text):
    data = text("post", BODY, f"NIK {NIK}, telepon 081200000001, NIP {NIP}.").encode()
    place = place_of(PATH)
    assert place
    told = FORMATS[form](gate.inspect(read_manuscript(PATH, place, data)))

    assert NIK not in told
    assert "081200000001" not in told
    assert NIP not in told


@given(st.text(alphabet=string.digits, min_size=7, max_size=18))
def test_a_mask_shows_four_digits_and_two_at_most(digits):
    assert masked(digits).count("*") >= len(digits) - 6
    assert masked(digits) != digits


@given(st.text(), st.text(alphabet="0123456789 .-+()NIKrekening"))
def test_no_text_makes_the_recognition_fail(words, digits):
    for number in numbers_in(words + digits):
        assert number.digits not in number.masked


@given(st.text(max_size=300))
def test_no_rule_fails_on_an_arbitrary_text(words):
    data = f"---\njudul: Uji\ntanggal: 2026-11-24\nrubrik: kesehatan\n---\n\nbocah {words}"
    place = place_of(PATH)
    assert place
    gate.inspect(read_manuscript(PATH, place, data.encode("utf-8", "replace")))
