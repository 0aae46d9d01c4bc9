"""A newsroom that changes at random, as officers, Humas and time change it."""

import random
from pathlib import Path

from plugins.model.moment import DAY, Moment
from tests.builds.newsrooms import OFFICER, SHARED, agency, event_text, post_text, write
from tests.model.makers import at
from tests.photos.samples import encoded, plain

AGENCIES = ("dinkes", "dishub", "humas", "kec-masamba")
MONTHS = ("2026-08", "2026-09", "2026-10", "2026-11")
PHOTOS = (encoded(plain(60), "JPEG"), encoded(plain(70, colour="blue"), "JPEG"))
MINUTES = (1, 30, 240, 600, 1440, 3000, 10_000)  # by which time may go on

# What a line of a header may become; None takes it out again.
POST_LINES = {
    "judul": ("Satu", "Dua", "Tiga"),
    "tag": ("[anak]", "[anak, gizi]", "[jalan]", None),
    "bersama": ("[kec-masamba]", "[dishub]", None),
    "kecamatan": ("[masamba]", None),
    "terbit_pada": ("2026-11-21 07:00", "2026-11-23 18:30", "2026-12-24 00:00", None, None),
    "dicabut": ("{tanggal: 2026-11-30, alasan: Terbit dua kali.}", None),
    "ralat": ("[{tanggal: 2026-11-30, isi: Diperbaiki.}]", None),
    "alias": ("[/lama/satu/]", "[/lama/dua/]", None),
    "foto": ("[{berkas: a.jpg, alt: Kader menimbang seorang balita}]", None),
    "kunci_salah": ("x", None, None),
}
EVENT_LINES: dict[str, tuple[str | None, ...]] = {
    "acara": ("Rapat", "Senam", "Panen"),
    "mulai": ("08:00", "13:00", None),
    "selesai": ("15:30", "16:00", None),
    "publik": ("setelah-selesai", "tidak", None),
    "bersama": ("[kec-masamba]", None),
    "status": ("batal", "ditunda", None, None),
    "alasan": ("Hujan.", None),
    "tidak_diberitakan": ("digabung", None),
    "ulang": (
        "{setiap: pekan, sampai: 2026-12-10}",
        "{setiap: bulan-sehari, sampai: 2027-02-01}",
        None,
    ),
}
RECORDS = {
    "perangkat-daerah/dinkes.md": (
        SHARED["perangkat-daerah/dinkes.md"],
        agency("Dinas Kesehatan Baru", "Dinkes"),
    ),
    "perangkat-daerah/dishub.md": (
        SHARED["perangkat-daerah/dishub.md"],
        agency("Dinas Perhubungan", "Dishub", more="induk: dinkes\n" + OFFICER),
        agency("Dinas Perhubungan", "Dishub", more=OFFICER.replace("2025-01-01", "2026-11-24")),
    ),
    "rubrik.yaml": (SHARED["rubrik.yaml"], SHARED["rubrik.yaml"].replace("nama: K", "nama: S")),
    "halaman/tentang.md": (SHARED["halaman/tentang.md"], "---\njudul: Baru\n---\n\nBaru.\n"),
}


class ChangingNewsroom:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.now = at("2026-11-20 08:00")
        self.headers: dict[str, dict[str, str]] = {}  # of posts and activities, by path
        self.shared: dict[str, str] = dict(SHARED)
        self.photo = PHOTOS[0]
        for _ in range(5):
            self.add()

    def change(self) -> None:
        steps = (self.add, self.edit, self.edit, self.edit, self.edit, self.remove, self.record)
        self.random.choice((*steps, self.wait, self.wait, self.repaint))()

    def write_to(self, folder: Path) -> None:
        """Bring a content folder to the present state."""
        there = {str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file()}
        files = self._files()
        write(folder, dict.fromkeys(there - files.keys()) | files)

    def add(self) -> None:
        day = f"{self.random.choice(MONTHS)}-{self.random.randrange(1, 29):02}"
        owner, number = self.random.choice(AGENCIES), len(self.headers)
        folder = f"{owner}/{day[:4]}/{day[5:7]}"
        if self.random.random() < 0.4:
            path = f"agenda/{folder}/{day[8:]}-acara-{number}.md"
            self.headers[path] = {"acara": "Rapat", "tanggal": day}
        else:
            path = f"berita/{folder}/berita-{number}/index.md"
            self.headers[path] = {"judul": "Satu", "tanggal": f"{day} 09:00"}

    def edit(self) -> None:
        path = self.random.choice(sorted(self.headers))
        header, is_post = self.headers[path], path.startswith("berita/")
        lines = dict(POST_LINES if is_post else EVENT_LINES)
        events = [p.removeprefix("agenda/").removesuffix(".md") for p in sorted(self.headers)]
        events = [event for event in events if "acara" in event]
        events += [later for event in events if (later := _in_a_week(event))]
        lines["agenda" if is_post else "pindah_ke"] = (
            *(f"[{event}]" if is_post else event for event in events), None,
        )  # fmt: skip
        key = self.random.choice(sorted(lines))
        value = self.random.choice(lines[key])
        header.pop(key, None)
        if value is not None:
            header[key] = value

    def remove(self) -> None:
        if len(self.headers) > 3:
            self.headers.pop(self.random.choice(sorted(self.headers)))

    def record(self) -> None:
        path = self.random.choice(sorted(RECORDS))
        self.shared[path] = self.random.choice(RECORDS[path])

    def wait(self) -> None:
        minutes = self.now.minutes + self.random.choice(MINUTES)
        self.now = Moment(minutes // DAY, minutes % DAY)

    def repaint(self) -> None:
        self.photo = self.random.choice(PHOTOS)

    def _files(self) -> dict[str, str | bytes]:
        files: dict[str, str | bytes] = dict(self.shared)
        for path, header in self.headers.items():
            more = [
                f"{k}: {v}" for k, v in header.items() if k not in ("judul", "acara", "tanggal")
            ]
            if path.startswith("berita/"):
                files[path] = post_text(header["judul"], header["tanggal"], *more)
                if "foto" in header:
                    files[path.replace("index.md", "a.jpg")] = self.photo
            else:
                files[path] = event_text(header["acara"], header["tanggal"], *more)
        return files


def _in_a_week(event: str) -> str:
    """The id of the next time, had the activity recurred; no file has it."""
    agency, year, month, name = event.split("/")
    day = int(name[:2]) + 7
    return f"{agency}/{year}/{month}/{day:02}{name[2:]}" if day < 29 else ""
