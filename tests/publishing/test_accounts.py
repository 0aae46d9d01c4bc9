"""Passwords and sessions."""

import stat

from plugins.publishing.accounts import Accounts, new_password
from plugins.publishing.sessions import forget_all, login_of, session


def test_the_right_password_opens_and_any_other_does_not(tmp_path):
    accounts = Accounts(tmp_path / "akun.json")
    accounts.set("petugas-dinkes", "padi-kakao")

    assert accounts.knows("petugas-dinkes", "padi-kakao")
    assert not accounts.knows("petugas-dinkes", "padi-kaka")
    assert not accounts.knows("petugas-dishub", "padi-kakao")
    assert not accounts.knows("", "")


def test_passwords_are_stored_as_hashes_that_only_the_owner_reads(tmp_path):
    file = tmp_path / "akun.json"
    Accounts(file).set("humas", "padi-kakao")

    assert b"padi-kakao" not in file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_changed_password_needs_no_restart(tmp_path):
    accounts = Accounts(tmp_path / "akun.json")
    accounts.set("humas", "lama")
    Accounts(tmp_path / "akun.json").set("humas", "baru")

    assert accounts.knows("humas", "baru")
    assert not accounts.knows("humas", "lama")


def test_new_passwords_differ_and_can_be_typed():
    made = {new_password() for _ in range(50)}

    assert len(made) == 50
    assert all(word.isalnum() for password in made for word in password.split("-"))


def test_a_session_names_its_login_while_it_lasts(tmp_path):
    folder = tmp_path / "sesi"
    with session(folder, "petugas-dinkes") as name:
        during = login_of(folder, name)

    assert during == "petugas-dinkes"
    assert login_of(folder, name) is None
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_made_up_session_name_is_nobody(tmp_path):
    folder = tmp_path / "sesi"
    with session(folder, "humas"):
        (tmp_path / "rahasia").write_text("humas")
        guesses = (None, "", "0" * 64, "../rahasia", "humas", "../" * 20 + "etc/passwd")

        assert [login_of(folder, guess) for guess in guesses] == [None] * len(guesses)


def test_sessions_of_a_killed_server_are_forgotten(tmp_path):
    left = session(tmp_path, "humas")
    name = left.__enter__()
    forget_all(tmp_path)

    assert login_of(tmp_path, name) is None
