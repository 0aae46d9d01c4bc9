"""What is to be done, in the order in which it is done."""

from plugins.checks.steps import TIDIED, steps
from plugins.model.fault import Severity

SAVE = "Simpan, lalu kirim lagi: make usul"


def test_a_galat_is_mended_where_it_stands(fault):
    faults = [fault(), fault(line=5), fault(line=5, code="W201"), fault(path="content/b.md")]

    assert steps(faults) == [
        "Perbaiki content/a.md, baris 2 (K101) dan 5 (K101 dan W201).",
        "Perbaiki content/b.md, baris 2 (K101).",
        SAVE,
    ]


def test_many_files_and_many_places_are_counted(fault):
    faults = [fault(line=number) for number in range(1, 10)]
    faults += [fault(path=f"content/b{number}.md") for number in range(9)]

    told = steps(faults)
    assert told[0] == (
        "Perbaiki content/a.md, baris 1 (K101), 2 (K101), 3 (K101), 4 (K101), 5 (K101), "
        "6 (K101), dan 3 baris lainnya."
    )
    assert told[8:] == ["Perbaiki 2 berkas lainnya.", SAVE]


def test_what_the_tidier_mends_is_left_to_it(fault):
    faults = [fault(), fault(code="B906", severity=Severity.SARAN)]

    assert steps(faults)[0] == "Jalankan make rapikan: 1 temuan dibetulkannya sendiri."


def test_a_warning_is_read_or_given_a_reason(fault):
    told = steps([fault(severity=Severity.PERINGATAN)])

    assert told == [
        "Baca 1 peringatan. Bila memang harus begitu, tulis alasannya pada “abaikan”; "
        "redaktur yang memutuskan."
    ]


def test_personal_data_is_told_to_humas(fault):
    told = steps([fault(code="D901")])

    assert told[1] == "Data pribadi yang terlanjur terkirim tetap ada di riwayat: beri tahu Humas."


def test_advice_and_what_was_waived_ask_for_nothing(fault):
    assert steps([fault(severity=Severity.SARAN), fault(waived="Nama resmi acara ini")]) == []


def test_on_a_phone_there_is_no_make(fault):
    told = steps([fault(), fault(code="B906", severity=Severity.SARAN)], at_desk=False)

    assert [step for step in told if "make" in step] == []
    assert told[-1] == "Simpan di usulan ini juga; pemeriksaan berjalan lagi dengan sendirinya."


def test_the_tidier_really_mends_what_it_is_said_to(faults_of, text):
    from plugins.intake.normalform import normal_form
    from plugins.model.addresses import place_of

    path = "berita/dinkes/2026/11/imunisasi-campak/index.md"
    place = place_of(path)
    assert place
    whole = "\ufeff" + text("post", "40 anak", "40 anak, Rp. 10.000,-").replace("\n", "\r\n")

    before = {row.split()[1] for row in faults_of("post", whole)}
    after = {row.split()[1] for row in faults_of("post", normal_form(path, place, whole.encode()))}
    assert TIDIED - {"B906"} <= before  # the rules of form only
    assert TIDIED & after == set()
