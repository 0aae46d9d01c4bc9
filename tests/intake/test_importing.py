"""`make agenda-impor`: tables and calendars of others into activities, with a report."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.intake.activity import activity_text, unreadable
from plugins.intake.importing import (
    ImportingError,
    Result,
    import_agenda,
    interpreted,
    read_file,
    report,
    sorted_out,
    write,
)
from plugins.intake.names import Names
from tests.model.makers import make_event, make_newsroom

ROOM = make_newsroom()
NAMES = Names(ROOM)


def result_of(data: bytes, name: str = "agenda.csv", agency: str = "dinkes", known=()) -> Result:
    read = read_file(name, data)
    found, doubtful = interpreted(read, NAMES, agency)
    return sorted_out(read, found, doubtful, known)


def table(*rows: str, head: str = "Acara;Tanggal;Jam;Tempat") -> bytes:
    return "\n".join([head, *rows]).encode()


def calendar(*events: str) -> bytes:
    inner = "\n".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{inner}\nEND:VCALENDAR\n".encode()


def texts(result: Result) -> list[str]:
    return [activity_text(taken.activity) for taken in result.taken]


def test_the_report_names_every_row_and_what_became_of_it():
    known = [make_event("imunisasi-campak", title="Imunisasi campak")]
    result = result_of(
        b"AGENDA DINAS KESEHATAN;;;;;;\n"
        b"\n"
        b"No;Hari/Tanggal;Waktu;Nama Kegiatan;Tempat;Kec.;OPD\n"
        b"1;Selasa, 1 Desember 2026;09.00 s.d. selesai;Pekan gizi;(CP: 0812-3456-7801);Masamba;\n"
        b"2;Rabu, 24/11/2026;09.00;Salah hari;Aula;Masamba;\n"
        b"3;besok;;Tanpa tanggal;;;\n"
        b"4;24/11/2026;;Imunisasi Campak!;;;\n"
        b"5;2-4 Desember 2026;setelah salat;Pelatihan kader;;Masambaa;Nama Dishub\n"
        b"6;2 Desember 2026;sore;Temu kader;;Sabbang;Dinas Kesehatan\n",
        known=known,
    )

    assert report("agenda.csv", result, wrote=True) == (
        "“agenda.csv”: 6 kegiatan.\n"
        "\n"
        "Diambil: 2\n"
        "  baris 4: content/agenda/dinkes/2026/12/01-pekan-gizi.md\n"
        "    nomor pribadi “0812******01” dihapus dari tempat.\n"
        "  baris 9: content/agenda/dinkes/2026/12/02-temu-kader.md\n"
        "    jam “sore”: tidak terbaca sebagai jam; ditulis tanpa jam itu.\n"
        "    kecamatan “Sabbang” tidak dikenal; ditulis tanpa kecamatan.\n"
        "\n"
        "Dilewati, sudah ada: 1\n"
        "  baris 7: “Imunisasi Campak!” sudah ada: "
        "content/agenda/dinkes/2026/11/24-imunisasi-campak.md.\n"
        "\n"
        "Diragukan, tidak ditulis: 3\n"
        "  baris 5: “Salah hari”: tanggal “Rabu, 24/11/2026”: 24 November 2026 jatuh pada hari "
        "Selasa, bukan Rabu.\n"
        "  baris 6: “Tanpa tanggal”: tanggal “besok”: tidak terbaca sebagai tanggal, contoh yang "
        "terbaca: 24/11/2026.\n"
        "  baris 8: “Pelatihan kader”: perangkat daerah “Nama Dishub” tidak dikenal; mungkin "
        "“dishub”.\n"
        "\n"
        "Kolom yang tidak dipakai: “No”"
    )


def test_a_row_becomes_a_file_in_the_normal_form():
    result = result_of(
        table(
            'Lomba ""Balita"" #1;24/11/2026;09:00-12.30 WITA;Aula: lantai 2;kec-masamba;Kader;'
            "Kec-Masamba dan Dishub",
            head="Kegiatan;Tgl;Pukul;Lokasi;Kecamatan;Peserta;Bersama",
        )
    )

    assert texts(result) == [
        "---\n"
        'acara: \'Lomba ""Balita"" #1\'\n'
        "tanggal: 2026-11-24\n"
        "mulai: 09:00\n"
        "selesai: 12:30\n"
        'tempat: "Aula: lantai 2"\n'
        "kecamatan: masamba\n"
        "bersama: [kec-masamba, dishub]\n"
        "peserta: Kader\n"
        "---\n"
    ]


@pytest.mark.parametrize(
    "data",
    [
        table("Temu kader — gizi;24/11/2026;;"),
        b"\xef\xbb\xbf" + table("Temu kader — gizi;24/11/2026;;"),
        "Acara,Tanggal\r\nTemu kader — gizi,24/11/2026\r\n".encode("cp1252"),
        "Acara\tTanggal\nTemu kader — gizi\t24/11/2026\n".encode("utf-16"),
        'Acara,Tanggal\n"Temu kader\n— gizi","24/11/2026"\n'.encode(),
    ],
    ids=["utf-8", "utf-8 with its mark", "Excel on Windows", "Excel's Unicode text", "two lines"],
)
def test_a_table_is_read_however_it_was_saved(data):
    assert "acara: Temu kader — gizi\ntanggal: 2026-11-24\n" in texts(result_of(data))[0]


@pytest.mark.parametrize(
    ("row", "head", "told"),
    [
        (
            "Temu;24/11/2026;Dishub",
            "Acara;Tanggal;PD",
            "“Dishub” bukan PD=dinkes; impor tersendiri",
        ),
        ("🙂;24/11/2026", "Acara;Tanggal", "“🙂”: judulnya tidak memuat kata"),
        ("Temu;", "Acara;Tanggal", "belum ada tanggalnya"),
        ("Temu;11/24/2026", "Acara;Tanggal", "bulan di depan hari; tulis hari/bulan/tahun"),
        ("Temu;31/11/2026", "Acara;Tanggal", "tanggal “31/11/2026”: tidak ada dalam kalender"),
        ("Temu;24 Nopembre 2026", "Acara;Tanggal", "tidak ada bulan bernama Nopembre"),
        ("Temu;24 November", "Acara;Tanggal", "tidak terbaca sebagai tanggal"),
        ("Temu;24/11/26", "Acara;Tanggal", "tidak terbaca sebagai tanggal"),
        ("Temu;Rabu;24/11/2026", "Acara;Hari;Tanggal", "jatuh pada hari Selasa, bukan Rabu"),
        ("Temu;24/11/2026;23/11/2026", "Acara;Tanggal;Sampai", "“23/11/2026” sebelum hari pertama"),
        ("Temu;24/11/2026;lusa", "Acara;Tanggal;Sampai", "hari terakhir “lusa”: tidak terbaca"),
        ("Temu;26-24 November 2026", "Acara;Tanggal", "hari terakhirnya sebelum hari pertama"),
    ],
)
def test_a_doubtful_row_is_not_written(row, head, told):
    result = result_of(table(row, head=head))

    assert result.taken == ()
    assert told in result.doubtful[0].words
    assert result.doubtful[0].where == "baris 2"


@pytest.mark.parametrize(
    ("row", "head", "note"),
    [
        ("Temu;24/11/2026;9 pagi", "Acara;Tanggal;Jam", "jam “9 pagi”: tidak terbaca sebagai jam"),
        ("Temu;24/11/2026;25.00", "Acara;Tanggal;Jam", "jam “25.00”: jam itu tidak ada"),
        ("Temu;24/11/2026;09.00 WIB", "Acara;Tanggal;Jam", "jam “09.00 WIB”: tidak terbaca"),
        ("Temu;24/11/2026;12.00-09.00", "Acara;Tanggal;Jam", "jam selesai tidak sesudah"),
        ("Temu;24/11/2026;Bank", "Acara;Tanggal;Bersama", "pendukung “Bank” tidak dikenal"),
        (f"{'kata ' * 50};24/11/2026", "Acara;Tanggal", "acara dipotong: “kata kata"),
        ("Temu 7322 0112 3456 7801;24/11/2026", "Acara;Tanggal", "“7322**********01” dihapus"),
        ("Temu +62 812 3456 7801;24/11/2026", "Acara;Tanggal", "dihapus dari acara"),
    ],
)
def test_what_is_left_out_of_a_row_is_said(row, head, note):
    (taken,) = result_of(table(row, head=head)).taken

    assert note in taken.notes[0]
    assert unreadable(taken.activity) == ""


def test_an_amount_of_money_is_not_a_number_of_a_person():
    (taken,) = result_of(table("Bantuan Rp150.000.000.000;24/11/2026;;")).taken

    assert (taken.activity.title, taken.notes) == ("Bantuan Rp150.000.000.000", ())


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2026-11-24", "2026-11-24", "2026-11-24"),
        ("2026-11-24 00:00:00", "2026-11-24", "2026-11-24"),
        ("Selasa/24-11-2026", "2026-11-24", "2026-11-24"),
        ("Jum'at, 27 Nop 2026", "2026-11-27", "2026-11-27"),
        ("24–26 November 2026", "2026-11-24", "2026-11-26"),
        ("24 s.d. 26 November 2026", "2026-11-24", "2026-11-26"),
        ("30 November - 2 Desember 2026", "2026-11-30", "2026-12-02"),
        ("30 Desember s/d 2 Januari 2027", "2026-12-30", "2027-01-02"),
        ("24/11/2026 - 26/11/2026", "2026-11-24", "2026-11-26"),
        ("Selasa, 24 November 2026 sampai Kamis, 26 November 2026", "2026-11-24", "2026-11-26"),
    ],
)
def test_days_are_read_as_people_write_them(written, first, last):
    (taken,) = result_of(table(f"Temu;{written};;")).taken

    assert (taken.activity.first.iso_day, taken.activity.last.iso_day) == (first, last)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "tidak ada baris dengan nama kolom “acara” dan “tanggal”. Berkasnya kosong"),
        (b"a;b\n1;2\n", "Baris pertama berbunyi “a”, “b”"),
        (b"x" * (2 * 1024 * 1024 + 1), "paling besar 2048"),
        (b"Acara;Tanggal\n" + b"a;b\n" * 2001, "isinya 2001 baris; paling banyak 2000"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "tidak memuat kegiatan (VEVENT)"),
        (b"BEGIN:VCALENDAR\nrusak", "kalendernya rusak"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(data, told):
    result = result_of(data)

    assert told in report("a.csv", result, wrote=False)
    assert (result.taken, result.skipped, result.doubtful) == ((), (), ())


def test_rows_of_several_agencies_need_a_column_or_a_name():
    data = table("Temu;24/11/2026;Dishub", "Rapat;24/11/2026;", head="Acara;Tanggal;OPD")
    result = result_of(data, agency="")

    assert [taken.activity.path for taken in result.taken] == ["agenda/dishub/2026/11/24-temu.md"]
    assert result.doubtful[0].words == (
        "“Rapat”: perangkat daerahnya tidak disebut; isi PD=… atau kolom “pd”"
    )


def test_a_calendar_leaves_in_wita():
    result = result_of(
        calendar(
            "SUMMARY:Temu kader\nLOCATION:Aula\\, lantai 2\n"
            "DTSTART;TZID=Asia/Jakarta:20261124T090000\nDTEND;TZID=Asia/Jakarta:20261124T110000",
            "SUMMARY:Rapat pagi\nDTSTART:20261124T233000Z\nDURATION:PT1H",
            "SUMMARY:Tanpa zona\nDTSTART:20261124T080000",
            "SUMMARY:Pameran\nDTSTART;VALUE=DATE:20261124\nDTEND;VALUE=DATE:20261127",
            "SUMMARY:Semalam\nDTSTART:20261124T120000Z\nDTEND:20261124T160000Z",
        )
    )
    days = [
        (a.title, a.first.iso_day, a.last.iso_day, a.starts, a.ends)
        for a in (taken.activity for taken in result.taken)
    ]

    assert days == [
        ("Temu kader", "2026-11-24", "2026-11-24", 600, 720),
        ("Rapat pagi", "2026-11-25", "2026-11-25", 450, 510),
        ("Tanpa zona", "2026-11-24", "2026-11-24", 480, -1),
        ("Pameran", "2026-11-24", "2026-11-26", -1, -1),
        ("Semalam", "2026-11-24", "2026-11-24", 1200, -1),
    ]
    assert result.taken[0].activity.place == "Aula, lantai 2"


def test_what_recurs_becomes_one_activity_for_each_time():
    result = result_of(
        calendar(
            "UID:1\nSUMMARY:Senam\nDTSTART;TZID=Asia/Makassar:20261102T070000\n"
            "DTEND;TZID=Asia/Makassar:20261102T080000\nRRULE:FREQ=WEEKLY;COUNT=4\n"
            "EXDATE;TZID=Asia/Makassar:20261109T070000",
            "UID:1\nRECURRENCE-ID;TZID=Asia/Makassar:20261116T070000\nSUMMARY:Senam sore\n"
            "DTSTART;TZID=Asia/Makassar:20261116T160000",
        )
    )

    assert [(t.where, t.activity.path.rpartition("/")[2]) for t in result.taken] == [
        ("kegiatan ke-1", "02-senam.md"),
        ("kegiatan ke-1", "23-senam.md"),
        ("kegiatan ke-2", "16-senam-sore.md"),
    ]


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("DTSTART:20261124T090000Z\nRRULE:FREQ=DAILY", "berulang lebih dari 60 kali"),
        ("DTSTART:20261124T090000Z\nRRULE:FREQ=SECONDLY;COUNT=2", "terlalu rumit"),
        ("DTSTART:20261124T090000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "terlalu rumit"),
        (
            "DTSTART:20261124T090000\nRRULE:FREQ=DAILY;UNTIL=20261130T000000Z",
            "tidak dapat dihitung",
        ),
        ("DTSTART:20261124T090000Z\nRDATE:20261125T090000Z", "daftar tanggal (RDATE)"),
        ("STATUS:CANCELLED\nDTSTART:20261124T090000Z", "dibatalkan di kalender asalnya"),
        ("LOCATION:Aula", "belum ada tanggalnya"),
        ("DTSTART:20261124T090000Z\nDTEND;VALUE=DATE:20261125", "tidak sejenis"),
        ("DTSTART:kemarin", ""),
        ("DTSTART:00010101T000000Z", ""),
    ],
)
def test_a_doubtful_event_is_told_with_its_title(event, told):
    result = result_of(calendar(f"SUMMARY:Temu kader\n{event}"))

    assert result.taken == ()
    assert result.doubtful[0].words.startswith("“Temu kader”: ")
    assert told in result.doubtful[0].words


def test_an_unknown_zone_is_said():
    (taken,) = result_of(calendar("SUMMARY:Temu\nDTSTART;TZID=Waktu Kantor:20261124T090000")).taken

    assert taken.notes[0] == "zona waktu “Waktu Kantor” tidak dikenal; jamnya dianggap WITA."


def test_nothing_that_is_there_is_overwritten_and_a_second_import_takes_nothing(tmp_path):
    data = table("Temu kader;24/11/2026;;")
    (path,) = write(tmp_path, result_of(data))
    again = result_of(data, known=[make_event("temu-kader", title="Temu kader")])
    (tmp_path / path).write_text("suntingan petugas")

    assert write(tmp_path, result_of(data)) == []
    assert (tmp_path / path).read_text() == "suntingan petugas"
    assert (again.taken, len(again.skipped)) == ((), 1)


def test_a_file_that_is_not_there_is_told(tmp_path):
    (tmp_path / "content").mkdir()
    with pytest.raises(ImportingError, match="tidak dapat dibuka: No such file"):
        import_agenda(tmp_path, tmp_path / "hilang.csv", "", dry_run=True)
    with pytest.raises(ImportingError, match="Tidak ada perangkat daerah “dinke”"):
        import_agenda(tmp_path, tmp_path / "hilang.csv", "dinke", dry_run=True)


WORDS = st.text(st.characters(codec="utf-8"), max_size=30)
CELLS = st.one_of(
    WORDS,
    st.sampled_from(
        "24/11/2026|Rabu, 24-11-2026|31 s.d. 2 Januari 2027|0/0/0000|09.00-9.99|Kec. Masamba|"
        "Dishub dan Dinkes|0812 3456 7890 1234|9-9|2026-02-30 00:00|24 s.d. 26 November 2026".split(
            "|"
        )
    ),
)
PROPERTIES = st.sampled_from(
    "SUMMARY:a|DTSTART:20261124T090000Z|DTSTART;VALUE=DATE:20261124|DTEND:20261124T100000Z|"
    "DTEND;VALUE=DATE:20260101|DURATION:-P9999999D|DTSTART;TZID=X:99991231T235959|DTSTART:x|"
    "RRULE:FREQ=WEEKLY;COUNT=3|RRULE:FREQ=YEARLY;INTERVAL=9999|RRULE:FREQ=DAILY;COUNT=-1|RRULE:x|"
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=5|EXDATE:20261124T090000Z|EXDATE:x|RDATE:x|UID:1|"
    "RECURRENCE-ID:20261124T090000Z|RECURRENCE-ID:x|STATUS:CANCELLED|LOCATION;X=\x01:b|BEGIN:VALARM|"
    "END:VEVENT|BEGIN:VEVENT|DTSTART:00010101T000000Z".split("|")
)


@settings(max_examples=250, derandomize=True, deadline=None)
@given(
    st.one_of(st.binary(max_size=200), st.binary(max_size=200).map(b"BEGIN:VCALENDAR\n".__add__))
)
def test_any_bytes_give_a_report(data):
    assert report("apa saja", result_of(data), wrote=False)


@settings(max_examples=250, derandomize=True, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=6, max_size=6), max_size=5), st.sampled_from(",;\t"))
def test_any_table_gives_activities_that_the_reader_takes(rows, separator):
    page = io.StringIO()
    writer = csv.writer(page, delimiter=separator)
    writer.writerow(["Acara", "Tanggal", "Jam", "Kecamatan", "Bersama", "Hari"])
    writer.writerows(rows)
    result = result_of(page.getvalue().encode("utf-8", errors="replace"))

    assert all(unreadable(taken.activity) == "" for taken in result.taken)
    assert len(result.taken) + len(result.skipped) + len(result.doubtful) <= len(rows)
    assert "\x1b" not in report("agenda.csv", result, wrote=True)


@settings(max_examples=250, derandomize=True, deadline=None)
@given(st.lists(st.lists(PROPERTIES, max_size=8).map("\n".join), min_size=1, max_size=4))
def test_any_calendar_gives_activities_that_the_reader_takes(events):
    result = result_of(calendar(*events))

    assert all(unreadable(taken.activity) == "" for taken in result.taken)
    assert report("agenda.ics", result, wrote=True)
