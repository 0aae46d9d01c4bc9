"""One open issue for each agency that owes news, through a real program called gh."""

from pathlib import Path

import pytest

from plugins.agenda.__main__ import main
from plugins.agenda.issues import keep_issues
from plugins.agenda.reminders import Reminder, write_reminders
from tests.agenda.forge import Forge


@pytest.fixture
def forge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Forge:
    made = Forge(tmp_path / "forge")
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "pengingat"


def remind(folder: Path, *reminders: tuple[str, int, str]) -> None:
    """Reminders as (agency, missed, text)."""
    made = [Reminder(f"{a.lower()}.txt", a, missed, text) for a, missed, text in reminders]
    write_reminders(made, folder, folder.parent / "situs")


def issue(number: int, title: str, body: str = "") -> dict:
    return {"number": number, "title": title, "body": body, "state": "open"}


def test_an_issue_is_opened_for_each_agency_that_owes_news_and_for_no_other(forge, folder):
    remind(folder, ("Dinkes", 3, "3 kegiatan"), ("Dishub", 0, "agenda kosong"))

    assert keep_issues(folder) == ["dibuka: Pengingat liputan: Dinkes"]
    assert forge.open_titles() == ["Pengingat liputan: Dinkes"]
    assert forge.issues[0]["body"].startswith("3 kegiatan\n")


def test_a_second_run_does_nothing_and_a_changed_text_renews_the_issue(forge, folder):
    remind(folder, ("Dinkes", 3, "3 kegiatan"))
    keep_issues(folder)
    again = keep_issues(folder)
    remind(folder, ("Dinkes", 2, "2 kegiatan"))

    assert again == []
    assert keep_issues(folder) == ["diperbarui: Pengingat liputan: Dinkes"]
    assert len(forge.issues) == 1
    assert forge.issues[0]["body"].startswith("2 kegiatan\n")


def test_an_issue_is_closed_when_nothing_is_owed(forge, folder):
    remind(folder, ("Dinkes", 3, "3 kegiatan"))
    keep_issues(folder)
    remind(folder)

    assert keep_issues(folder) == ["ditutup: Pengingat liputan: Dinkes"]
    assert forge.open_titles() == []


def test_of_two_issues_for_one_agency_the_older_stays(forge, folder):
    title = "Pengingat liputan: Dinkes"
    forge.put(issue(1, title), issue(2, title))
    remind(folder, ("Dinkes", 1, "1 kegiatan"))
    keep_issues(folder)

    assert [i["number"] for i in forge.issues if i["state"] == "open"] == [1]


def test_other_issues_are_left_alone(forge, folder):
    forge.put(issue(1, "Foto tidak muncul"))
    remind(folder)

    assert keep_issues(folder) == []
    assert forge.open_titles() == ["Foto tidak muncul"]


def test_only_issues_that_the_workflow_opened_are_asked_for(forge, folder):
    remind(folder)
    keep_issues(folder)

    assert forge.calls == [
        ["issue", "list", "--state", "open", "--app", "github-actions",
         "--json", "number,title,body", "--limit", "1000"],
    ]  # fmt: skip


def test_a_text_is_data_it_gives_no_command_and_calls_nobody(forge, folder):
    text = "$(touch x) `id` ; rm -rf / && @bupati --web\n-- --title lain"
    remind(folder, ("Dinkes", 1, text))
    keep_issues(folder)
    create = forge.calls[-1]

    assert create[:-1] == [
        "issue", "create", "--title", "Pengingat liputan: Dinkes", "--body-file",
    ]  # fmt: skip
    assert forge.issues[0]["body"].startswith(text.replace("@", "@\u2060"))


def test_a_refusal_of_github_is_told_and_ends_with_an_error(forge, folder, monkeypatch, capsys):
    monkeypatch.setenv("GH_BROKEN", "1")
    remind(folder, ("Dinkes", 1, "1 kegiatan"))

    assert main(["isu", "--source", str(folder)]) == 1
    assert "HTTP 403" in capsys.readouterr().err


def test_a_folder_without_a_list_closes_nothing(forge, folder):
    forge.put(issue(1, "Pengingat liputan: Dinkes"))

    assert main(["isu", "--source", str(folder)]) == 1
    assert forge.calls == []
