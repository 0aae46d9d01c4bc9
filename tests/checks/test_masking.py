"""No number of a person leaves the gate in full, also not in the name of a file."""

import json

import pytest

from plugins.checks.accept import accept
from plugins.checks.gate import inspect
from plugins.checks.masking import public, without_numbers
from plugins.model.moment import parse_moment
from plugins.reading.reader import load
from plugins.reading.tree import FolderTree
from tests.checks.test_command import commit, git, repository, run  # noqa: F401

NIK = "7322014505900001"
FOLDER = "berita/dinkes/2026/11"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (f"{FOLDER}/warga-{NIK}/index.md", f"{FOLDER}/warga-7322**********01/index.md"),
        (f"{FOLDER}/warga/{NIK}.jpg", f"{FOLDER}/warga/7322**********01.jpg"),
        (f"{FOLDER}/warga/ktp_{NIK}_a.jpg", f"{FOLDER}/warga/ktp_7322**********01_a.jpg"),
        (f"{FOLDER}/warga/7322 0145 0590 0001.jpg", f"{FOLDER}/warga/7322**********01.jpg"),
        (f"{FOLDER}/7322-0145-0590-0001/index.md", f"{FOLDER}/7322**********01/index.md"),
        (f"{FOLDER}/7322_0145_0590_0001/index.md", f"{FOLDER}/7322**********01/index.md"),
        (f"{FOLDER}/wa-0812-0000-0001/index.md", f"{FOLDER}/wa-0812******01/index.md"),
        (f"{FOLDER}/198505172010011001.md", f"{FOLDER}/1985************01.md"),
    ],
)
def test_a_number_in_a_path_is_masked(path, shown):
    assert without_numbers(path) == shown
    assert without_numbers(shown) == shown


@pytest.mark.parametrize(
    "path",
    [
        f"{FOLDER}/24-imunisasi-campak/index.md", f"{FOLDER}/warga/IMG20261124093000.jpg",
        f"{FOLDER}/w/WhatsApp 2026-11-24 09.30.jpg", "agenda/dinkes/2026/11/24-rapat-2026-2027.md",
        f"{FOLDER}/skor-25-23-22-25-25-27/index.md",
    ],
)  # fmt: skip
def test_a_path_without_such_a_number_stays_as_it_is(path):
    assert without_numbers(path) == path


def test_a_reason_that_repeats_a_number_is_masked(fault):
    assert public(fault(waived=f"Pemilik {NIK} setuju")).waived == "Pemilik 7322**********01 setuju"


@pytest.mark.parametrize("form", ["text", "lines", "github", "json"])
def test_every_form_of_the_report_masks_the_path(form, run, commit, text, monkeypatch, tmp_path):  # noqa: F811
    page = tmp_path / "ringkasan.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    post = text("story").replace("imunisasi.jpg", f"{NIK}.jpg")
    commit({f"{FOLDER}/warga-{NIK}/index.md": post, f"{FOLDER}/warga-{NIK}/{NIK}.jpg": "rusak"})

    code, told = run("--base", "main", "--as", "petugas-dinkes", "--format", form)

    assert code == 1
    assert "D901" in told
    assert "7322**********01/index.md" in told
    assert NIK not in told + (page.read_text() if form == "github" else "")
    if form == "json":
        assert {row["path"][-8:] for row in json.loads(told)} <= {"index.md", "**01.jpg"}


def test_the_name_of_a_folder_becomes_an_address_so_it_is_judged(judged, text):
    (told,) = (
        line for line in judged({f"{FOLDER}/warga-{NIK}/index.md": text("story")}) if " D9" in line
    )

    assert f"{FOLDER}/warga-7322**********01/index.md:1:1 D901 " in without_numbers(told)


def test_what_is_left_out_keeps_its_path_and_what_is_said_of_it_does_not(
    tmp_path, text, base_files, write_files
):
    write_files(tmp_path, {**base_files, f"{FOLDER}/warga-{NIK}/index.md": text("story")})
    tree = FolderTree(tmp_path)
    accepted = accept(
        load(tree, inspect, workers=1), tree, parse_moment("2026-11-25 08:00"), "humas"
    )

    assert accepted.quarantined == (f"{FOLDER}/warga-{NIK}/index.md",)
    assert all(NIK not in fault.text for fault in accepted.faults)
