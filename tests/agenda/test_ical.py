"""Calendar files, read by a library that did not write them, and by the rules of RFC 5545."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.agenda.ical import calendar_file_outputs, calendar_outputs
from plugins.model.event import Interval, Publicity, Repeat
from plugins.model.history import History, Revision
from tests.model.makers import SITE, at, made_of, make_event

ALL = "agenda/agenda.ics"
OWN = "agenda/dinkes/2026/11/24-imunisasi/kegiatan.ics"
SAMPLES = msgspec.structs.replace(SITE, sample=True)
NO_ADDRESS = msgspec.structs.replace(SITE, url="")
WITA = timedelta(hours=8)
CHANGED = at("2026-11-20 09:15").minutes


def files_of(*events, **fields) -> dict[str, bytes]:
    """Every calendar file of a site, by its path."""
    made = made_of(*events, **fields)
    outputs = [*calendar_outputs(made.edition)]
    outputs += [output for month in made.months for output in calendar_file_outputs(month)]
    return {output.path: output.renderer(output.values, made) for output in outputs}


def read(data: bytes) -> list:
    """The activities in a file."""
    calendar = vobject.readOne(data.decode())
    return list(calendar.contents.get("vevent", ()))


def one(*events, **fields):
    """The first activity in everybody's calendar."""
    return read(files_of(*events, **fields)[ALL])[0]


def value(component, name: str) -> object:
    return component.contents[name][0].value


def titles(data: bytes) -> list[str]:
    return [value(event, "summary") for event in read(data)]


def test_there_is_a_calendar_for_all_each_agency_each_month_and_each_activity():
    assert sorted(files_of(make_event())) == [
        "agenda/2026/11/agenda.ics",
        "agenda/agenda.ics",
        "agenda/dinkes/2026/11/24-imunisasi/kegiatan.ics",
        "perangkat-daerah/dinkes/agenda.ics",
        "perangkat-daerah/dishub/agenda.ics",
        "perangkat-daerah/humas/agenda.ics",
        "perangkat-daerah/kec-masamba/agenda.ics",
        "perangkat-daerah/pkm-baebunta/agenda.ics",
    ]


def test_an_agency_has_its_own_those_it_supports_and_those_of_its_units():
    files = files_of(make_event("a", partners=("dishub",)), make_event("b", agency="pkm-baebunta"))

    assert titles(files["perangkat-daerah/dinkes/agenda.ics"]) == ["Acara a", "Acara b"]
    assert titles(files["perangkat-daerah/dishub/agenda.ics"]) == ["Acara a"]
    assert titles(files["perangkat-daerah/kec-masamba/agenda.ics"]) == []


def test_hours_are_in_the_time_of_makassar():
    event = one(make_event(starts=540, ends=720))

    assert value(event, "dtstart").isoformat() == "2026-11-24T09:00:00+08:00"
    assert value(event, "dtend").isoformat() == "2026-11-24T12:00:00+08:00"
    assert b"DTSTART;TZID=Asia/Makassar:20261124T090000" in files_of(make_event(starts=540))[ALL]


def test_every_file_describes_its_zone_once():
    for data in files_of(make_event(starts=540), make_event("b")).values():
        (zone,) = vobject.readOne(data.decode()).contents["vtimezone"]
        assert data.count(b"BEGIN:VTIMEZONE") == 1
        assert zone.tzinfo.utcoffset(datetime(2026, 11, 24)) == WITA  # noqa: DTZ001


def test_no_end_is_guessed_where_only_the_beginning_is_known():
    event = one(make_event(starts=540))

    assert "dtend" not in event.contents
    assert "09.00 WITA sampai selesai" in value(event, "description")


def test_days_without_hours_end_before_the_day_after():
    event = one(make_event(last="2026-11-26"))

    assert (value(event, "dtstart"), value(event, "dtend")) == (
        date(2026, 11, 24), date(2026, 11, 27),
    )  # fmt: skip


def test_an_activity_says_what_where_who_and_leads_to_its_page():
    event = one(
        make_event(
            starts=540, ends=600, district="masamba", partners=("dishub",), leader="bupati",
            attendance="dihadiri", participants="Kader; warga, tamu",
        )
    )  # fmt: skip

    assert value(event, "summary") == "Acara imunisasi"
    assert value(event, "location") == "Posyandu Melati, Kecamatan Masamba"
    assert value(event, "url") == "https://contoh.test/agenda/dinkes/2026/11/24-imunisasi/"
    assert value(event, "uid") == "dinkes/2026/11/24-imunisasi@contoh.test"
    assert value(event, "categories") == ["Dinkes"]
    assert value(event, "description").split("\n") == [
        "Waktu: Selasa, 24 November 2026, 09.00–10.00 WITA",
        "Penyelenggara: Dinas Kesehatan bersama Dinas Perhubungan",
        "Pimpinan: dihadiri Bupati",
        "Peserta: Kader; warga, tamu",
    ]


def test_a_site_without_an_address_has_stable_identities_and_no_links():
    event = one(make_event(), site=NO_ADDRESS)

    assert value(event, "uid") == "dinkes/2026/11/24-imunisasi@kabar-lutra"
    assert "url" not in event.contents


def test_samples_are_marked_in_the_title_of_everything():
    data = files_of(make_event(), site=SAMPLES)[ALL]

    assert titles(data) == ["(contoh) Acara imunisasi"]
    assert "X-WR-CALNAME:(contoh) Agenda perangkat daerah · Kabar Lutra" in data.decode()
    assert "Isi contoh" in value(read(data)[0], "description")


def test_what_was_cancelled_stays_and_says_why():
    event = one(make_event(status="batal", reason="Hujan lebat."))

    assert value(event, "status") == "CANCELLED"
    assert value(event, "description").startswith("Batal: Hujan lebat.\n")
    assert value(one(make_event()), "status") == "CONFIRMED"


def test_what_was_postponed_is_cancelled_and_names_its_new_day():
    new = make_event("ganti", "2026-12-01")
    old = make_event(status="ditunda", reason="Hujan", moved_to=new.id)
    event = one(old, new)

    assert value(event, "status") == "CANCELLED"
    assert value(event, "description").startswith(
        "Ditunda: Hujan. Jadwal pengganti: Selasa, 1 Desember 2026.\n"
    )


def test_a_new_day_that_is_not_public_is_not_named():
    new = make_event("rahasia", "2026-12-01", publicity=Publicity.TIDAK)
    files = files_of(make_event(status="ditunda", moved_to=new.id), new)

    assert not any(b"Desember" in data or b"rahasia" in data for data in files.values())


def test_sequence_and_stamps_follow_the_history():
    known = History({make_event().id: Revision(3, CHANGED)})
    event = one(make_event(), history=known)

    assert value(event, "sequence") == "2"
    assert value(event, "dtstamp") == datetime(2026, 11, 20, 1, 15, tzinfo=UTC)
    assert value(event, "last-modified") == datetime(2026, 11, 20, 1, 15, tzinfo=UTC)


def test_where_git_knows_nothing_the_first_day_stands_in():
    event = one(make_event())

    assert value(event, "sequence") == "0"
    assert value(event, "dtstamp") == datetime(2026, 11, 23, 16, 0, tzinfo=UTC)


def test_each_time_of_a_series_goes_on_from_its_revision():
    first = make_event("senam", "2026-11-24", repeat=Repeat(Interval.PEKAN, at("2026-12-08")))
    moved = make_event("senam", "2026-12-01", status="ditunda", reason="Hujan")
    known = History({first.id: Revision(3, CHANGED), moved.id: Revision(1, CHANGED)})
    events = read(files_of(first, moved, history=known)[ALL])

    assert [value(event, "sequence") for event in events] == ["2", "3", "2"]
    assert [value(event, "status") for event in events] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert len({value(event, "uid") for event in events}) == 3
    assert not any("rrule" in event.contents for event in events)


def test_calendars_to_subscribe_to_leave_out_what_is_long_past():
    old, recent = make_event("lama", "2026-07-01"), make_event("baru", "2026-09-01")
    files = files_of(old, recent, make_event("jauh", "2027-09-01"))

    assert titles(files[ALL]) == ["Acara baru", "Acara jauh"]
    assert titles(files["agenda/2026/07/agenda.ics"]) == ["Acara lama"]


def test_no_midnight_takes_a_month_from_all_calendars():
    event = make_event("a", "2026-08-01", partners=("dishub", "humas", "kec-masamba"))

    def holding(now: str) -> set[str]:
        return {path for path, data in files_of(event, now=now).items() if b"Acara a" in data}

    whole = holding("2026-11-28 08:00")
    steps = [whole - holding(f"2026-12-{day:02} 08:00") for day in range(1, 29)]

    assert steps[-1] == {path for path in whole if path.startswith("perangkat")} | {ALL}
    assert len({len(step) for step in steps}) > 3


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(texts, texts, texts)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_no_text_breaks_a_line_or_leaves_its_property(title, place, people):
    title = f"x{title}"
    event = make_event(title=title, place=place, participants=people, starts=60)
    data = files_of(event)[OWN]
    lines = data.split(b"\r\n")
    names = [line.split(b":")[0].split(b";")[0] for line in unfolded(data)]

    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert not any(control in data.replace(b"\r\n", b"") for control in b"\r\n\0\x07\x0b")
    assert names.count(b"SUMMARY") == names.count(b"BEGIN") - 3 == 1
    assert set(names) <= KNOWN
    assert value(read(data)[0], "summary").split() == plain(title).split()


KNOWN = set(
    b"BEGIN END VERSION PRODID CALSCALE METHOD X-WR-CALNAME X-WR-TIMEZONE REFRESH-INTERVAL TZID "
    b"DTSTART TZNAME TZOFFSETFROM TZOFFSETTO SUMMARY DTEND DTSTAMP UID SEQUENCE CATEGORIES "
    b"DESCRIPTION LAST-MODIFIED LOCATION STATUS TRANSP URL".split()
)


def unfolded(data: bytes) -> list[bytes]:
    return [line for line in data.replace(b"\r\n ", b"").split(b"\r\n") if line]


def plain(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


days = st.dates(at("2026-08-01").date, at("2027-02-28").date)
hours = st.integers(-1, 1439)


@given(days, st.integers(0, 5), hours, hours, st.sampled_from(Publicity), days, hours)
@settings(max_examples=80, deadline=None, derandomize=True)
def test_no_byte_of_what_is_not_public_is_in_any_file(
    day, length, starts, ends, publicity, today, minute
):
    event = make_event(
        "sandi", str(day), last=at(str(day)).later(length).iso_day, starts=starts, ends=ends,
        title="Sandi", place="Sandi", publicity=publicity, partners=("dishub",),
    )  # fmt: skip
    now = f"{today} {max(minute, 0) // 60:02}:{max(minute, 0) % 60:02}"
    files = files_of(event, make_event("umum", "2026-11-01"), now=now)
    told = any(b"sandi" in data.lower() for data in files.values())
    over = event.ends_at <= at(now).minutes
    public = publicity is Publicity.YA or (publicity is Publicity.SETELAH_SELESAI and over)

    assert told == public
