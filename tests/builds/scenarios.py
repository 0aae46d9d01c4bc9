"""Changes after which a build must make just what a clean build would make."""

from typing import NamedTuple

from tests.builds.newsrooms import OFFICER, SHARED, agency, event_text, post_text
from tests.photos.samples import encoded, plain

Files = dict[str, str | bytes | None]
RED, BLUE = encoded(plain(60), "JPEG"), encoded(plain(70, colour="blue"), "JPEG")
PHOTO = "foto: [{berkas: a.jpg, alt: Kader menimbang seorang balita}]"
BELOW_DINKES = "induk: dinkes\n" + OFFICER
WITHDRAWN = "dicabut: {tanggal: 2026-11-24 20:00, alasan: Terbit dua kali.}"
EVENT, NEW = "dinkes/2026/09/20-rapat", "dishub/2026/12/10-rapat"
NOVEMBER = "berita/dinkes/2026/11/baru/index.md"
OCTOBER = "berita/dishub/2026/10/tengah/index.md"
AUGUST = "berita/dinkes/2026/08/lama/index.md"
ACTIVITY, MOVED = f"agenda/{EVENT}.md", f"agenda/{NEW}.md"


def november(*more: str, title: str = "Baru") -> str:
    return post_text(title, "2026-11-24 09:00", *more)


def october(*more: str, title: str = "Tengah") -> str:
    return post_text(title, "2026-10-10 09:00", *more)


def august(*more: str, title: str = "Lama") -> str:
    return post_text(title, "2026-08-30 09:00", *more)


def activity(*more: str, title: str = "Rapat") -> str:
    return event_text(title, "2026-09-20", *more)


class Scenario(NamedTuple):
    before: Files
    change: Files
    now: str = "2026-11-25 08:00"  # of the second build; the first is made at this moment


TAGGED, NAMING = "tag: [anak]", f"agenda: [{EVENT}]"
WEEKLY = "ulang: {setiap: pekan, sampai: 2026-11-30}"
LATER = "dinkes/2026/11/22-rapat"  # the ninth Sunday after the twentieth of September
SCENARIOS = {
    "an activity begins to recur": Scenario(
        {NOVEMBER: november(), ACTIVITY: activity()}, {ACTIVITY: activity(WEEKLY)}
    ),
    "an activity recurs no longer": Scenario(
        {NOVEMBER: november(), ACTIVITY: activity(WEEKLY)}, {ACTIVITY: activity()}
    ),
    "one that recurs is renamed": Scenario(
        {ACTIVITY: activity(WEEKLY)}, {ACTIVITY: activity(WEEKLY, title="Senam")}
    ),
    "one that recurs is left out": Scenario(
        {NOVEMBER: november(), ACTIVITY: activity(WEEKLY)}, {ACTIVITY: activity(WEEKLY, "kunci: x")}
    ),
    "a post names a later time": Scenario(
        {ACTIVITY: activity(WEEKLY), NOVEMBER: november()},
        {NOVEMBER: november(f"agenda: [{LATER}]")},
    ),
    "the recurrence that a post names comes after it": Scenario(
        {NOVEMBER: november(f"agenda: [{LATER}]"), ACTIVITY: activity()},
        {ACTIVITY: activity(WEEKLY)},
    ),
    "a file takes the place of a later time": Scenario(
        {ACTIVITY: activity(WEEKLY), NOVEMBER: november(f"agenda: [{LATER}]")},
        {f"agenda/{LATER}.md": event_text("Rapat", "2026-11-22", "status: batal", "alasan: x")},
    ),
    "a faulty file takes the place of a later time": Scenario(
        {ACTIVITY: activity(WEEKLY), NOVEMBER: november()},
        {f"agenda/{LATER}.md": event_text("Rapat", "2026-11-22", "kunci: x")},
    ),
    "time passes over a later time": Scenario({ACTIVITY: activity(WEEKLY)}, {}, "2026-11-29 12:00"),
    "a related post of an earlier month is renamed": Scenario(
        {
            NOVEMBER: november(TAGGED), OCTOBER: october(TAGGED),
            # so that the related post is no neighbour of any month's edge
            OCTOBER.replace("tengah", "akhir"): post_text("Akhir", "2026-10-30 09:00"),
            OCTOBER.replace("tengah", "awal"): post_text("Awal", "2026-10-01 09:00"),
        },
        {OCTOBER: october(TAGGED, title="Lain")},
    ),
    "a related post leaves the ninety days": Scenario(
        {NOVEMBER: november(TAGGED), AUGUST: august(TAGGED)},
        {AUGUST: None, AUGUST.replace("08", "07"): post_text("Lama", "2026-07-30 09:00", TAGGED)},
    ),
    "a nearer post of the same tag appears": Scenario(
        {NOVEMBER: november(TAGGED), AUGUST: august(TAGGED)}, {OCTOBER: october(TAGGED)}
    ),
    "an activity that a post of another month names is renamed": Scenario(
        {NOVEMBER: november(NAMING), ACTIVITY: activity()},
        {ACTIVITY: activity(title="Senam")},
    ),
    "an activity that a post of another month names becomes secret": Scenario(
        {NOVEMBER: november(NAMING), ACTIVITY: activity()},
        {ACTIVITY: activity("publik: tidak")},
    ),
    "an activity that a post of another month names goes": Scenario(
        {NOVEMBER: november(NAMING), ACTIVITY: activity()}, {ACTIVITY: None}
    ),
    "a post that covers an activity of another month is renamed": Scenario(
        {NOVEMBER: november(NAMING), ACTIVITY: activity()},
        {NOVEMBER: november(NAMING, title="Lain")},
    ),
    "a post that covers an activity of another month is withdrawn": Scenario(
        {NOVEMBER: november(NAMING), ACTIVITY: activity()},
        {NOVEMBER: november(NAMING, WITHDRAWN)},
    ),
    "a post comes to cover an activity of another month": Scenario(
        {NOVEMBER: november(), ACTIVITY: activity()}, {NOVEMBER: november(NAMING)}
    ),
    "a post stops naming an activity of another month": Scenario(
        {NOVEMBER: november(NAMING), ACTIVITY: activity()}, {NOVEMBER: november()}
    ),
    "the new day of a postponed activity changes": Scenario(
        {
            ACTIVITY: activity("status: ditunda", "alasan: Hujan.", f"pindah_ke: {NEW}"),
            MOVED: event_text("Rapat", "2026-12-10"),
        },
        {MOVED: event_text("Rapat", "2026-12-10", "sampai: 2026-12-12")},
    ),
    "the new day of a postponed activity becomes secret": Scenario(
        {
            ACTIVITY: activity("status: ditunda", "alasan: Hujan.", f"pindah_ke: {NEW}"),
            MOVED: event_text("Rapat", "2026-12-10"),
        },
        {MOVED: event_text("Rapat", "2026-12-10", "publik: tidak")},
    ),
    "what media published is typed in": Scenario(
        {NOVEMBER: november(), OCTOBER: october()},
        {"pantauan-media/2026/11.csv": "tanggal;media;judul\n24/11/2026;RRI;Panen\n"},
    ),
    "a table of media becomes faulty": Scenario(
        {NOVEMBER: november(), "pantauan-media/2026/11.csv": "tanggal,media,judul\n"},
        {"pantauan-media/2026/11.csv": "tanggal,media,judul\nkemarin,RRI,Panen\n"},
    ),
    "one of two posts with the same photo goes": Scenario(
        {
            NOVEMBER: november(PHOTO), NOVEMBER.replace("index.md", "a.jpg"): RED,
            OCTOBER: october(PHOTO), OCTOBER.replace("index.md", "a.jpg"): RED,
        },
        {OCTOBER: None, OCTOBER.replace("index.md", "a.jpg"): None},
    ),
    "a photo is replaced under its name": Scenario(
        {NOVEMBER: november(PHOTO), NOVEMBER.replace("index.md", "a.jpg"): RED},
        {NOVEMBER.replace("index.md", "a.jpg"): BLUE},
    ),
    "a photo goes while its post still lists it": Scenario(
        {NOVEMBER: november(PHOTO), NOVEMBER.replace("index.md", "a.jpg"): RED},
        {NOVEMBER.replace("index.md", "a.jpg"): None},
    ),
    "an embargo ends": Scenario(
        {NOVEMBER: november("terbit_pada: 2026-11-25 10:00"), OCTOBER: october()},
        {},
        "2026-11-25 10:00",
    ),
    "an embargo is set": Scenario(
        {NOVEMBER: november(), OCTOBER: october()},
        {NOVEMBER: november("terbit_pada: 2026-11-25 10:00")},
    ),
    "an activity begins": Scenario(
        {"agenda/dinkes/2026/11/25-a.md": event_text("A", "2026-11-25", "mulai: 10:00")},
        {},
        "2026-11-25 10:00",
    ),
    "an activity ends and becomes public": Scenario(
        {
            "agenda/dinkes/2026/11/25-a.md": event_text(
                "A", "2026-11-25", "mulai: 09:00", "selesai: 10:00", "publik: setelah-selesai"
            ),
            NOVEMBER: november("agenda: [dinkes/2026/11/25-a]"),
        },
        {},
        "2026-11-25 10:00",
    ),
    "the grace of an activity ends": Scenario(
        {"agenda/dinkes/2026/11/25-a.md": event_text("A", "2026-11-25")}, {}, "2026-11-29 00:00"
    ),
    "a long activity of an old month ends": Scenario(
        {"agenda/dinkes/2026/08/01-a.md": event_text("A", "2026-08-01", "sampai: 2026-11-25")},
        {},
        "2026-11-26 00:00",
    ),
    "a month begins": Scenario(
        {NOVEMBER: november(), "agenda/dinkes/2026/11/25-a.md": event_text("A", "2026-11-25")},
        {},
        "2026-12-01 00:00",
    ),
    "an officer begins to serve": Scenario(
        {"perangkat-daerah/dishub.md": agency(
            "Dinas Perhubungan", "Dishub", more=OFFICER.replace("2025-01-01", "2026-11-26")
        )},
        {},
        "2026-11-26 00:00",
    ),
    "an agency is renamed": Scenario(
        {NOVEMBER: november(), ACTIVITY: activity("bersama: [kec-masamba]")},
        {
            "perangkat-daerah/dinkes.md": agency("Dinas Sehat", "Sehat"),
            "perangkat-daerah/kec-masamba.md": agency("Kecamatan Baru", "Kec. Baru", "kecamatan"),
        },
    ),
    "an agency gets a parent": Scenario(
        {OCTOBER: october(), "agenda/dishub/2026/11/25-a.md": event_text("A", "2026-11-25")},
        {"perangkat-daerah/dishub.md": agency("Dishub", "Dishub", more=BELOW_DINKES)},
    ),
    "a partner agency goes": Scenario(
        {NOVEMBER: november("bersama: [kec-masamba]"), OCTOBER: october()},
        {"perangkat-daerah/kec-masamba.md": None},
    ),
    "a category is renamed": Scenario(
        {NOVEMBER: november()},
        {"rubrik.yaml": SHARED["rubrik.yaml"].replace("nama: Kesehatan", "nama: Sehat")},
    ),
    "a category goes": Scenario(
        {NOVEMBER: november(), OCTOBER: october()},
        {"rubrik.yaml": '- {slug: pemerintahan, nama: Pemerintahan, iptc: "11000000"}\n'},
    ),
    "a post that claims an older address lets it go": Scenario(
        {NOVEMBER: november("alias: [/lama/]"), OCTOBER: october("alias: [/lama/]")},
        {OCTOBER: october()},
    ),
    "a post of another month claims the same older address first": Scenario(
        {NOVEMBER: november("alias: [/lama/]")}, {OCTOBER: october("alias: [/lama/]")}
    ),
    "a post turns bad": Scenario(
        {NOVEMBER: november(NAMING), ACTIVITY: activity(), OCTOBER: october()},
        {NOVEMBER: november(NAMING, "kunci: x")},
    ),
    "a bad post is mended": Scenario(
        {NOVEMBER: november(NAMING, "kunci: x"), ACTIVITY: activity()}, {NOVEMBER: november(NAMING)}
    ),
    "a month appears between two others": Scenario(
        {NOVEMBER: november(), AUGUST: august()},
        {OCTOBER.replace("dishub", "dinkes"): october()},
    ),
    "the middle one of three months goes": Scenario(
        {NOVEMBER: november(), OCTOBER.replace("dishub", "dinkes"): october(), AUGUST: august()},
        {OCTOBER.replace("dishub", "dinkes"): None},
    ),
    "a post moves to another month": Scenario(
        {OCTOBER: october(TAGGED), AUGUST: august(TAGGED)},
        {OCTOBER: None, OCTOBER.replace("10", "11"): november(TAGGED)},
    ),
    "more posts come than a front shows": Scenario(
        {AUGUST: august(TAGGED), OCTOBER: october(TAGGED)},
        {
            f"berita/dinkes/2026/11/p{n}/index.md": post_text("P", f"2026-11-{n:02} 09:00", TAGGED)
            for n in range(1, 22)
        },
    ),
    "everything of the content but the records goes": Scenario(
        {NOVEMBER: november(NAMING), ACTIVITY: activity()}, {NOVEMBER: None, ACTIVITY: None}
    ),
}  # fmt: skip
