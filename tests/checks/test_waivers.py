"""Q: reasons in the header, who may write them, and what they let pass."""

import pytest

from plugins.checks import gate
from plugins.checks.accept import accept
from plugins.checks.formats import FORMATS
from plugins.checks.rulebook import Rule, Scope, Waiving, rules
from plugins.model.fault import Severity
from plugins.model.moment import parse_moment
from plugins.reading.reader import load
from plugins.reading.tree import FolderTree
from tests.checks.test_command import POST, commit, git, repository, run  # noqa: F401

NOW = parse_moment("2026-11-25 08:00")
REASON = "Nomor layanan resmi kantor"
RUBRIK = "rubrik: kesehatan\n"
BODY = "anak pada Selasa (24/11/2026)."
PHONE = f"{BODY} Hubungi 0812-0000-0001."
REVIEW = (
    f'{RUBRIK}ditinjau: [{{kode: D903, temuan: "0812******01", oleh: humas, alasan: {REASON}}}]\n'
)
NO_PHOTO = "foto:\n  - berkas: imunisasi.jpg\n    alt: Petugas menyuntik seorang anak\n"
NO_PHOTO += (
    "    keterangan: Imunisasi di Posyandu Melati, Masamba.\n    kredit: Petugas Contoh Dinkes\n"
)
PHOTO = POST.replace("index.md", "imunisasi.jpg")


@pytest.fixture
def post(text):
    def made(header: str = RUBRIK, body: str = BODY) -> str:
        return text("story", RUBRIK, header).replace(BODY, body)

    return made


def test_advice_with_a_reason_is_told_as_let_pass(judged, post):
    waived = f"{RUBRIK}abaikan: [{{kode: F509, alasan: Kegiatan berlangsung tertutup}}]\n"
    told = judged({POST: post(waived).replace(NO_PHOTO, ""), PHOTO: None})

    assert len(told) == 1
    assert " F509 diabaikan (SARAN): Berita ini belum berfoto. Alasan: Kegiatan" in told[0]


def test_an_unknown_code_is_a_fault_at_its_place(judged, post):
    (told,) = judged({POST: post(f"{RUBRIK}abaikan: [{{kode: F599, alasan: {REASON}}}]\n")})

    assert told.startswith(f"content/{POST}:5:18 Q901 Kode “F599” tidak dikenal.")


@pytest.mark.parametrize("reason", ["ok", "'-'", "a b c d", "perlu saja"])
def test_a_reason_has_some_words(reason, judged, post):
    told = judged({POST: post(f"{RUBRIK}abaikan: [{{kode: F509, alasan: {reason}}}]\n")})

    assert any(" Q902 Alasan untuk “F509” belum" in line for line in told)


def test_a_code_that_does_not_occur_is_told(judged, post):
    (told,) = judged({POST: post(f"{RUBRIK}abaikan: [{{kode: F509, alasan: {REASON}}}]\n")})

    assert f"content/{POST}:5:18 Q903 PERINGATAN: “F509” pada “abaikan” tidak muncul" in told


@pytest.mark.parametrize("code", ["D903", "N901", "K101", "S102", "U805", "Q903"])
def test_what_blocks_or_is_personal_is_not_let_pass_by_an_officer(code, judged, post):
    told = judged({POST: post(f"{RUBRIK}abaikan: [{{kode: {code}, alasan: {REASON}}}]\n")})

    assert any(f" Q904 Kode “{code}” tidak dapat dilewatkan dengan “abaikan”." in t for t in told)


def test_a_review_on_main_lets_one_finding_pass(judged, post):
    (told,) = judged({POST: post(REVIEW, PHONE)})

    assert " D903 diabaikan (GALAT): Nomor ponsel “0812******01”" in told
    assert told.endswith(f"Alasan: {REASON} (humas)")


def test_new_data_of_the_same_kind_is_a_fault_again(judged, post):
    told = judged({POST: post(REVIEW, f"{BODY} Hubungi 0813-0000-0002.")})

    assert any(" D903 Nomor ponsel “0813******02”" in line for line in told)
    assert any(" Q903 PERINGATAN: “D903” pada “ditinjau” tidak muncul" in line for line in told)


def test_the_quarantine_respects_reviews(tmp_path, base_files, write_files, post):
    write_files(tmp_path / "content", {**base_files, POST: post(REVIEW, PHONE)})
    tree = FolderTree(tmp_path / "content")
    found = accept(load(tree, gate.inspect, workers=1), tree, NOW, "humas")

    assert found.quarantined == ()
    assert [(fault.code, bool(fault.waived)) for fault in found.faults] == [("D903", True)]


def test_an_officer_cannot_review(run, commit, post):  # noqa: F811
    commit({POST: post(REVIEW, PHONE)})
    code, told = run("--base", "main", "--as", "petugas-dinkes")

    assert code == 1
    assert " Q905 “ditinjau” untuk “D903” hanya boleh ditulis redaktur." in told
    assert " D903 Nomor ponsel “0812******01” tertulis" in told
    assert "diabaikan" not in told


def test_nobody_reviews_without_a_login(run, commit, post):  # noqa: F811
    commit({POST: post(REVIEW, PHONE)})
    code, told = run("--base", "main")

    assert code == 1
    assert " Q905 " in told


def test_a_redaktur_reviews_with_the_own_login(run, commit, post):  # noqa: F811
    commit({POST: post(REVIEW, PHONE)})
    code, told = run("--base", "main", "--as", "humas")

    assert code == 0
    assert "1 diabaikan di 1 berkas." in told.splitlines()


def test_a_redaktur_does_not_sign_for_another(run, commit, post):  # noqa: F811
    commit({POST: post(REVIEW.replace("oleh: humas", "oleh: lain"), PHONE)})
    code, told = run("--base", "main", "--as", "humas")

    assert code == 1
    assert " Q905 “oleh: lain” bukan akun yang mengirim usulan ini. Tulis “oleh: humas”." in told


def test_what_a_redaktur_reviewed_still_counts_when_an_officer_writes_on(run, commit, post, git):  # noqa: F811
    git("checkout", "main")
    commit({POST: post(REVIEW, PHONE)})
    git("checkout", "-b", "usul/lain")
    commit({POST: post(REVIEW, f"{PHONE} Layanan gratis.")})
    code, told = run("--base", "main", "--as", "petugas-dinkes")

    assert code == 0
    assert " D903 diabaikan (GALAT)" in told


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_tells_the_reason(form, run, commit, post):  # noqa: F811
    commit({POST: post(REVIEW, PHONE)})
    _, told = run("--base", "main", "--as", "humas", "--format", form)

    assert REASON in told
    assert "::error" not in told
    assert "0812-0000-0001" not in told


def test_a_galat_may_declare_itself_waivable():
    (entry,) = [entry for entry in rules() if entry.code == "K101"]

    assert entry.waiving is Waiving.NEVER
    assert Rule("X1", Severity.GALAT, Scope.FILE, entry.function, True).waiving is Waiving.WRITTEN
    assert Rule("X1", Severity.SARAN, Scope.FILE, entry.function, False).waiving is Waiving.NEVER
