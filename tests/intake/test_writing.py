"""`make berita` and `make agenda`, as the functions behind them."""

import pytest

from plugins.checks import gate
from plugins.intake.activity import Activity, activity_text
from plugins.intake.normalform import normal_form
from plugins.intake.writing import WritingError, write_about, write_agenda, write_post
from plugins.model.addresses import place_of
from plugins.reading.records import read_manuscript
from tests.model.makers import at, make_event, make_newsroom, make_post

NOW = at("2026-11-26 09:05")
EVENT = make_event("imunisasi", "2026-11-24", partners=("kec-masamba",), district="masamba")
AGENDA = dict.fromkeys("acara tanggal sampai mulai selesai tempat kecamatan bersama".split(), "")


def room(*contents):
    return make_newsroom(EVENT, *contents)


def about(folder, reference=EVENT.id, agency="", title="", now=NOW, **fields):
    told = write_about(
        folder, room(*fields.get("contents", ())), reference, agency, title, now, "Masamba", "humas"
    )
    path = told.splitlines()[0].removeprefix("Dibuat: content/")
    return path, (folder / path).read_text()


def agenda(folder, **given):
    typed = {**AGENDA, "acara": "Posyandu Melati", "tanggal": "2026-12-01", **given}
    return write_agenda(folder, room(), given.pop("agency", "dinkes"), typed)


def test_a_post_about_an_activity_knows_what_the_agenda_knows(tmp_path):
    path, text = about(tmp_path, contents=[make_post(category="pemerintahan")])

    assert path == "berita/dinkes/2026/11/24-imunisasi/index.md"
    assert text.startswith(
        "---\n"
        "judul: Acara imunisasi\n"
        "tanggal: 2026-11-24\n"
        "rubrik: pemerintahan\n"
        'ringkasan: "[Satu kalimat: pokok berita untuk daftar dan WhatsApp]"\n'
        "agenda: [dinkes/2026/11/24-imunisasi]\n"
        "bersama: [kec-masamba]\n"
        "kecamatan: [masamba]\n"
        "---\n"
        "\n"
        "MASAMBA — [Siapa] [melakukan apa] di Posyandu Melati, Selasa (24/11/2026).\n"
    )


@pytest.mark.parametrize(
    "reference",
    [
        f"content/agenda/{EVENT.id}.md",
        f"agenda/{EVENT.id}",
        f"/agenda/{EVENT.id}/#tulis",
        f"https://kabar.test/tulis/?kegiatan={EVENT.id}",
        f"https://kabar.test/agenda/{EVENT.id}/",
        f" {EVENT.id}",
    ],
)
def test_a_path_or_an_address_names_the_activity_too(tmp_path, reference):
    assert about(tmp_path, reference)[0] == "berita/dinkes/2026/11/24-imunisasi/index.md"


@pytest.mark.parametrize(
    ("agency", "partners"), [("kec-masamba", "[dinkes]"), ("humas", "[dinkes, kec-masamba]")]
)
def test_a_partner_and_humas_may_write_it(tmp_path, agency, partners):
    path, text = about(tmp_path, agency=agency)

    assert path == f"berita/{agency}/2026/11/24-imunisasi/index.md"
    assert f"\nbersama: {partners}\n" in text


def test_another_agency_may_not(tmp_path):
    with pytest.raises(WritingError) as refused:
        about(tmp_path, agency="dishub")

    assert str(refused.value) == (
        "Dishub bukan penyelenggara atau pendukung kegiatan “Acara imunisasi”. "
        "Yang dapat menulis beritanya: PD=dinkes, PD=kec-masamba, PD=humas."
    )


def test_an_activity_to_come_is_announced_today(tmp_path):
    path, text = about(tmp_path, now=at("2026-10-30 08:00"), title="Imunisasi segera dimulai")

    assert path == "berita/dinkes/2026/10/imunisasi-segera-dimulai/index.md"
    assert "\ntanggal: 2026-10-30\n" in text


def test_an_unknown_activity_is_named_with_the_nearest(tmp_path):
    with pytest.raises(WritingError) as refused:
        about(tmp_path, "dinkes/2026/11/24-imunisas")

    assert str(refused.value) == (
        "Tidak ada kegiatan “dinkes/2026/11/24-imunisas”. Maksud Anda dinkes/2026/11/24-imunisasi?"
    )


def test_a_post_that_is_there_is_never_overwritten(tmp_path):
    about(tmp_path)
    with pytest.raises(WritingError, match="Sudah ada: content/berita/"):
        about(tmp_path)

    assert about(tmp_path, title="Kisah kader")[0].endswith("/11/kisah-kader/index.md")


def test_a_post_of_no_activity_is_as_before(tmp_path):
    told = write_post(tmp_path, room(), "dinkes", " Posyandu Melati ", NOW, "Masamba")

    assert told.startswith("Dibuat: content/berita/dinkes/2026/11/posyandu-melati/index.md\n")
    for agency, title, word in (("dinke", "A b", "Maksud Anda dinkes"), ("dinkes", "", "judulnya")):
        with pytest.raises(WritingError, match=word):
            write_post(tmp_path, room(), agency, title, NOW, "Masamba")


def test_an_activity_is_written_in_the_normal_form(tmp_path):
    told = agenda(
        tmp_path, acara='Lomba "Balita Sehat" #2', sampai="2 Desember 2026", mulai="09.00",
        selesai="12:30", tempat="Aula: lantai 2", kecamatan="masamba", bersama="kec-masamba",
    )  # fmt: skip
    path = "agenda/dinkes/2026/12/01-lomba-balita-sehat-2.md"
    data = (tmp_path / path).read_bytes()

    assert told.startswith(f"Dibuat: content/{path}\n")
    assert data.decode() == (
        "---\n"
        "acara: 'Lomba \"Balita Sehat\" #2'\n"
        "tanggal: 2026-12-01\n"
        "sampai: 2026-12-02\n"
        "mulai: 09:00\n"
        "selesai: 12:30\n"
        'tempat: "Aula: lantai 2"\n'
        "kecamatan: masamba\n"
        "bersama: [kec-masamba]\n"
        "---\n"
    )
    assert normal_form(path, place_of(path), data) == data


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"acara": ""}, "Isi nama kegiatannya: make agenda PD=dinkes ACARA="),
        ({"acara": "🙂"}, "tidak memuat kata"),
        ({"tanggal": "31 Februari 2026"}, "tidak ada dalam kalender"),
        ({"tanggal": ""}, "Isi TANGGAL. Tulis seperti TANGGAL=2026-11-24"),
        ({"tanggal": "besok"}, "TANGGAL=“besok” tidak jelas: tidak terbaca sebagai tanggal"),
        ({"tanggal": "Senin, 1/12/2026"}, "1 Desember 2026 jatuh pada hari Selasa, bukan Senin"),
        ({"sampai": "30 November 2026"}, "SAMPAI=“30 November 2026” sebelum TANGGAL="),
        ({"mulai": "9.00", "selesai": "8.00"}, "SELESAI=08.00 tidak sesudah MULAI=09.00."),
        ({"sampai": "besok"}, "Tulis seperti SAMPAI=2026-11-24"),
        ({"mulai": "9"}, "MULAI=“9” tidak terbaca sebagai jam. Tulis seperti MULAI=09.00."),
        ({"kecamatan": "masmba"}, "Tidak ada kecamatan “masmba”. Maksud Anda masamba"),
        ({"bersama": "dishup"}, "Tidak ada perangkat daerah “dishup”. Maksud Anda dishub"),
        ({"tempat": "a\u202eb"}, "Isinya memuat huruf tersembunyi"),
        ({"acara": "a" * 201}, "Isinya terlalu panjang"),
    ],
)
def test_what_cannot_be_written_is_told_with_the_right_form(tmp_path, given, told):
    with pytest.raises(WritingError) as refused:
        agenda(tmp_path, **given)

    assert told in str(refused.value)
    assert not any(tmp_path.rglob("*.md"))


@pytest.mark.parametrize(
    "given",
    [
        {"tanggal": "1/12/2026", "sampai": "2 Des 2026", "mulai": "9.00", "selesai": "pukul 12.30"},
        {"tanggal": "1–2 Desember 2026", "mulai": "09.00–12.30 WITA"},
    ],
)
def test_days_hours_and_names_are_read_as_people_type_them(tmp_path, given):
    agenda(tmp_path, **given, kecamatan="Kec. Masamba", bersama="Kecamatan Masamba, Dishub")

    assert (
        (tmp_path / "agenda/dinkes/2026/12/01-posyandu-melati.md")
        .read_text()
        .endswith(
            "tanggal: 2026-12-01\nsampai: 2026-12-02\nmulai: 09:00\nselesai: 12:30\n"
            "kecamatan: masamba\nbersama: [kec-masamba, dishub]\n---\n"
        )
    )


def test_an_agency_is_known_by_any_of_its_names(tmp_path):
    for number, name in enumerate(("dinkes", "Dinkes", "DINAS KESEHATAN")):
        told = write_post(tmp_path, room(), name, f"Berita {number}", NOW, "Masamba")
        assert told.startswith("Dibuat: content/berita/dinkes/")
    with pytest.raises(WritingError, match="Sebutkan perangkat daerahnya: PD=dinkes"):
        write_post(tmp_path, room(), "", "Berita", NOW, "Masamba")


def test_an_activity_that_is_there_is_never_overwritten(tmp_path):
    agenda(tmp_path)
    with pytest.raises(WritingError, match="Sudah ada"):
        agenda(tmp_path, tempat="Lain")


def test_a_written_activity_has_no_fault():
    activity = Activity("dinkes", "Posyandu Melati", at("2026-12-01"), starts=540, place="Aula")
    manuscript = read_manuscript(
        activity.path, place_of(activity.path), activity_text(activity).encode()
    )

    assert gate.inspect(manuscript) == []
