"""N: children beside crime or violence."""

import pytest

BODY = "MASAMBA — Petugas melayani 40 anak."
PHOTO = "foto:\n  - berkas: imunisasi.jpg\n    alt: Petugas menyuntik seorang anak\n"


@pytest.fixture
def told_of(text, faults_of):
    def told(body: str, photo: bool = False) -> list[str]:
        post = text("post", BODY, body)
        post = post if photo else post.replace(PHOTO, "")
        return [fault for fault in faults_of("post", post) if " N9" in fault]

    return told


@pytest.mark.parametrize(
    "body",
    [
        "Seorang bocah dianiaya tetangganya.",
        "Korban berusia 14 tahun itu dicabuli pamannya.",
        "Tiga pelajar ditangkap karena mencuri.",
        "Anak di bawah umur itu menjadi tersangka.",
    ],
)
def test_a_child_beside_a_crime_is_for_the_editor(body, told_of):
    (told,) = told_of(body)

    assert " N902 PERINGATAN: Anak disebut bersama perkara: “" in told


@pytest.mark.parametrize(
    "body",
    [
        "Siswi SMP Negeri 9 itu dilecehkan gurunya.",
        "Bocah dari Desa Contoh itu dianiaya.",
        "Korban bernama Contoh berusia 12 tahun; ia diculik.",
        "Korban Melati Contoh (14) dianiaya pamannya.",
    ],
)
def test_a_name_a_school_or_a_village_makes_it_a_fault(body, told_of):
    (told,) = told_of(body)

    assert " N901 Anak dapat dikenali: “" in told


def test_a_photo_makes_it_a_fault(told_of):
    (told,) = told_of("Seorang bocah dianiaya tetangganya.", photo=True)

    assert " N901 " in told


@pytest.mark.parametrize(
    "body",
    [
        "Siswa SMP mengikuti sosialisasi pencegahan kekerasan terhadap anak.",
        "Masamba menuju Kabupaten Layak Anak tanpa kekerasan bagi balita.",
        "Forum Anak membahas perundungan bersama pelajar.",
        "Murid SD Negeri 1 menerima imunisasi.",
        "Deklarasi sekolah antiperundungan diikuti siswa.",
        "Petugas berusia 17 tahun mengabdi.",
        "Dinas Perlindungan Anak menerima siswa magang; kasus narkoba orang dewasa menurun.",
    ],
)
def test_prevention_and_everyday_news_pass(body, told_of):
    assert told_of(body, photo=True) == []
