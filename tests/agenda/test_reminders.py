"""Reminders say what the public ledger says, to those who can do something about it."""

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest

from plugins.agenda.__main__ import main
from plugins.agenda.reminders import Ledger, reminders_of

SITE = "https://kabar.example"


def activity(
    acara: str, *pd: str, age: int = 5, tempat: str = "Posyandu Melati", slug: str = "24-a", **more
) -> dict:
    href = f"/agenda/{pd[0]}/2026/11/{slug}/"
    return {
        "id": f"{pd[0]}/2026/11/{slug}", "acara": acara, "pd": list(pd), "singkatan": pd[0].title(),
        "tanggal": "2026-11-24", "hari": "Selasa, 24 November 2026", "jam": "09.00–12.00 WITA",
        "tempat": tempat, "href": href, "usia_hari": age, "tulis": f"{href}#tulis",
        **more,
    }  # fmt: skip


def row(pd: str, idle: bool = False, vacant: bool = False) -> dict:
    return {
        "pd": pd, "nama": f"Dinas {pd}", "singkatan": pd.title(),
        "agenda_pekan_ini_kosong": idle, "tanpa_petugas_humas": vacant, "berita": 3,
    }  # fmt: skip


def told(**fields) -> dict:
    """As cakupan.json has it, with some of its fields changed."""
    plain = {
        "versi": 1, "nama": "Kabar Uji", "situs": SITE, "contoh": False,
        "tanggal": "2026-11-29", "batas_hari": 3, "perangkat_daerah": [row("dinkes")],
        "belum_diberitakan": [], "menunggu_berita": [], "belum_diberitakan_tidak_dibuka": 0,
        "agenda_hari_ini": [], "agenda_besok": [], "diminta_diliput": [],
    }  # fmt: skip
    return {**plain, **fields}


def texts(**fields) -> dict[str, str]:
    ledger = msgspec.convert(told(**fields), Ledger)
    return {reminder.file: reminder.text for reminder in reminders_of(ledger)}


def test_an_agency_is_told_what_it_owes_since_when_and_where_to_write_it():
    text = texts(belum_diberitakan=[activity("Imunisasi campak", "dinkes")])["dinkes.txt"]

    assert text == (
        "Salam, rekan humas Dinkes.\n\n"
        "1 kegiatan belum diberitakan:\n"
        "1) Imunisasi campak, Selasa, 24 November 2026, Posyandu Melati (5 hari)\n"
        f"   {SITE}/agenda/dinkes/2026/11/24-a/#tulis\n\n"
        "Bila ada kendala, balas pesan ini. Terima kasih."
    )


def test_waiting_is_said_in_words_of_its_own():
    text = texts(menunggu_berita=[activity("Senam", "dinkes", age=0, tempat="")])["dinkes.txt"]

    assert "Masih dalam batas 3 hari, 1 kegiatan menunggu berita:\n1) Senam, " in text
    assert "(hari ini)" in text
    assert "belum diberitakan" not in text


def test_an_empty_agenda_is_asked_for():
    text = texts(perangkat_daerah=[row("dinkes", idle=True)])["dinkes.txt"]

    assert "Agenda pekan ini masih kosong." in text


def test_an_agency_without_anything_to_do_gets_no_text():
    assert list(texts()) == ["biro.txt", "agenda-hari-ini.txt"]


def test_an_activity_of_two_agencies_reminds_both():
    found = texts(
        perangkat_daerah=[row("dinkes"), row("dishub")],
        belum_diberitakan=[activity("Senam", "dinkes", "dishub")],
    )

    assert "1) Senam" in found["dinkes.txt"]
    assert "1) Senam" in found["dishub.txt"]


def test_a_long_list_is_cut_and_leads_to_the_page_that_has_it_all():
    many = [activity(f"Kegiatan {n}", "dinkes") for n in range(12)]
    text = texts(belum_diberitakan=many)["dinkes.txt"]

    assert "12 kegiatan belum diberitakan:" in text
    assert "10) Kegiatan 9" in text
    assert "11)" not in text
    assert f"… dan 2 lagi: {SITE}/cakupan/dinkes/" in text


def test_the_bureau_hears_who_owes_most_who_is_vacant_and_whose_agenda_is_empty():
    text = texts(
        perangkat_daerah=[row("dinkes"), row("dishub", idle=True, vacant=True)],
        belum_diberitakan=[activity("A", "dinkes", age=9), activity("B", "dinkes", age=4)],
        belum_diberitakan_tidak_dibuka=2,
    )["biro.txt"]

    assert text == (
        "Cakupan pemberitaan, Minggu, 29 November 2026\n"
        "2 kegiatan belum diberitakan, 0 menunggu berita.\n"
        "Ditambah 2 yang tidak dibuka untuk umum.\n\n"
        "Perlu diingatkan:\n- Dinkes: 2 kegiatan, paling lama 9 hari\n\n"
        "Belum ada petugas humas (1): Dishub.\n\n"
        "Agenda pekan ini kosong (1): Dishub.\n\n"
        f"{SITE}/cakupan/"
    )


def test_the_group_gets_the_agenda_of_today_and_tomorrow():
    text = texts(agenda_hari_ini=[activity("Panen raya", "distan", tempat="Bone")])

    assert text["agenda-hari-ini.txt"] == (
        "Agenda hari ini, Minggu, 29 November 2026\n"
        "1) 09.00–12.00 WITA, Panen raya, Bone (Distan)\n\n"
        "Agenda besok, Senin, 30 November 2026\nBelum ada agenda yang dibuka untuk umum.\n\n"
        f"{SITE}/agenda/"
    )


def test_the_bureau_hears_where_it_is_asked_to_come_today_and_tomorrow_first():
    panen = activity("Panen raya", "distan", slug="29-panen", tempat="Bone")
    senam = activity("Senam", "dinkes", slug="30-senam", jam="")
    later = activity("Lomba", "dishub", slug="31-lomba", hari="Selasa, 1 Desember 2026", tempat="")
    text = texts(
        agenda_hari_ini=[panen], agenda_besok=[panen, senam], diminta_diliput=[later, panen, senam]
    )["biro.txt"]

    assert text == (
        "Cakupan pemberitaan, Minggu, 29 November 2026\n"
        "0 kegiatan belum diberitakan, 0 menunggu berita.\n\n"
        "Diminta diliput:\n"
        "1) Hari ini, 09.00–12.00 WITA: Panen raya, Bone (Distan)\n"
        f"   {SITE}/agenda/distan/2026/11/29-panen/\n"
        "2) Besok, jam menyusul: Senam, Posyandu Melati (Dinkes)\n"
        f"   {SITE}/agenda/dinkes/2026/11/30-senam/\n"
        "3) Selasa, 1 Desember 2026, 09.00–12.00 WITA: Lomba (Dishub)\n"
        f"   {SITE}/agenda/dishub/2026/11/31-lomba/\n\n"
        f"{SITE}/cakupan/"
    )


def test_of_many_requests_none_of_today_is_cut_and_those_of_later_days_wait_their_turn():
    now = [activity(f"Kini {n}", "dinkes", slug=f"29-{n}") for n in range(12)]
    later = [activity(f"Nanti {n}", "dinkes", slug=f"30-{n}") for n in range(12)]
    full = texts(agenda_hari_ini=now, diminta_diliput=[*now, *later])["biro.txt"]
    quiet = texts(diminta_diliput=later)["biro.txt"]

    assert "12) Hari ini, 09.00–12.00 WITA: Kini 11" in full
    assert "13)" not in full
    assert "… dan 12 lagi sesudah itu." in full
    assert "10) Selasa, 24 November 2026, 09.00–12.00 WITA: Nanti 9" in quiet
    assert "… dan 2 lagi sesudah itu." in quiet


def test_the_agenda_of_the_day_marks_where_humas_is_asked_to_come():
    asked, plain = activity("Panen", "distan", slug="29-a"), activity("Rapat", "dishub")
    text = texts(agenda_hari_ini=[asked, plain], diminta_diliput=[asked])["agenda-hari-ini.txt"]

    assert "Panen, Posyandu Melati (Distan), diminta diliput\n" in text
    assert "Rapat, Posyandu Melati (Dishub)\n" in text


def test_a_sample_is_said_to_be_one():
    assert texts(contoh=True)["biro.txt"].startswith("CONTOH, bukan pengingat sungguhan.\n")


def test_samples_owe_nothing_so_that_nobody_opens_an_issue_for_them():
    ledger = msgspec.convert(
        told(contoh=True, belum_diberitakan=[activity("Senam", "dinkes")]), Ledger
    )

    assert [reminder.missed for reminder in reminders_of(ledger)] == [0, 0, 0]


def built(folder: Path, **fields) -> Path:
    file = folder / "situs/cakupan/cakupan.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(told(**fields)), encoding="utf-8")
    return folder / "situs"


def remind(site: Path, folder: Path) -> int:
    return main(["pengingat", "--site", str(site), "--to", str(folder)])


def test_each_file_ends_with_a_link_that_opens_whatsapp_with_the_text(tmp_path):
    debts = [activity("Senam & jalan #1?", "dinkes")]
    assert remind(built(tmp_path, belum_diberitakan=debts), tmp_path / "pengingat") == 0
    text, _, link = (
        (tmp_path / "pengingat/dinkes.txt").read_text().partition("\n\nKirim lewat WhatsApp:\n")
    )

    assert link.startswith("https://wa.me/?text=Salam")
    assert parse_qs(urlsplit(link.strip()).query)["text"] == [text]


def test_a_text_goes_when_its_agency_owes_nothing_and_other_files_stay(tmp_path):
    folder = tmp_path / "pengingat"
    remind(built(tmp_path, belum_diberitakan=[activity("Senam", "dinkes")]), folder)
    (folder / "catatan.txt").write_text("milik Humas")
    remind(built(tmp_path), folder)

    assert sorted(file.name for file in folder.iterdir()) == [
        "agenda-hari-ini.txt", "biro.txt", "catatan.txt", "daftar.json",
    ]  # fmt: skip


@pytest.mark.parametrize("inside", [".", "pengingat", "cakupan/../x"])
def test_reminders_are_never_written_into_the_public_site(tmp_path, inside, capsys):
    site = built(tmp_path)

    assert remind(site, site / inside) == 1
    assert "di luar" in capsys.readouterr().err
    assert [file.name for file in site.rglob("*") if file.is_file()] == ["cakupan.json"]


def test_links_without_an_address_of_the_site_are_told(tmp_path, capsys):
    assert remind(built(tmp_path, situs=""), tmp_path / "pengingat") == 0
    assert "SETTINGS=publishconf.py SITEURL=https://…" in capsys.readouterr().out


def test_without_a_built_site_it_says_what_to_do(tmp_path, capsys):
    assert remind(tmp_path, tmp_path / "pengingat") == 1
    assert "Bangun dulu situsnya: make html" in capsys.readouterr().err
