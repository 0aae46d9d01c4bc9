"""N: consent where a photo's words name a child or a patient."""

import pytest

ALT = "alt: Petugas menyuntik seorang anak"


@pytest.fixture
def told_of(text, faults_of):
    def told(words: str, consent: str = "") -> list[str]:
        line = f"persetujuan: {consent}\nfoto:" if consent else "foto:"
        post = text("post", ALT, f"alt: {words}").replace("foto:", line)
        return [fault for fault in faults_of("post", post) if " N903 " in fault]

    return told


@pytest.mark.parametrize(
    "words",
    [
        "Pasien bernama Contoh diperiksa dokter",
        "Balita Melati (3) ditimbang kader",
        "Siswi kelas dua, Melati Contoh (14 tahun), menerima piala",
        "Petugas mengantar pasien atas nama Contoh",
    ],
)
def test_a_named_child_or_patient_needs_a_line_about_consent(words, told_of):
    (told,) = told_of(words)

    assert "N903 PERINGATAN: Keterangan foto menyebut “" in told
    assert told_of(words, "Izin tertulis orang tua ada pada petugas") == []


@pytest.mark.parametrize(
    "words",
    [
        "Petugas menyuntik seorang anak",
        "Siswa SD Negeri 3 berbaris di halaman",
        "Pasien Puskesmas Bone menunggu giliran",
        "Anak-anak menyanyi bersama Kepala Dinas Contoh",
        "Kepala dinas bernama Contoh menyapa warga",
        "Pelajar Masamba (dua dari kiri) menerima piala",
    ],
)
def test_who_is_not_named_needs_none(words, told_of):
    assert told_of(words) == []


def test_an_empty_line_is_no_consent(told_of):
    assert len(told_of("Balita Melati (3) ditimbang kader", '""')) == 1
