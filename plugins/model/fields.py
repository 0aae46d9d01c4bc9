"""The header keys that each kind of file may have: the allow-list, declared once.

Keys are Indonesian because officers read them. The order here is the order of the
normal form.
"""

from enum import StrEnum

from plugins.model.agency import AgencyKind
from plugins.model.event import WAIVER_REASONS, Interval, Publicity
from plugins.model.record import Value


class Shape(StrEnum):
    TEXT = "teks"
    MOMENT = "tanggal, boleh dengan jam"
    DAY = "tanggal"
    CLOCK = "jam"
    SLUG = "slug"
    SLUGS = "daftar slug"
    IDS = "daftar kegiatan"
    ID = "kegiatan"
    TEXTS = "daftar teks"
    CHOICE = "pilihan"
    NUMBER = "bilangan"
    IPTC = "kode IPTC"
    FILE = "nama berkas"
    PARTS = "isian bertingkat"
    LIST = "daftar isian"


class Field(Value, frozen=True):
    key: str
    shape: Shape = Shape.TEXT
    required: bool = False
    synonyms: tuple[str, ...] = ()  # Pelican's English names, in lower case
    choices: tuple[str, ...] = ()
    parts: tuple["Field", ...] = ()  # for PARTS and LIST
    longest: int = 300  # characters of a text
    most: int = 30  # members of a list
    example: str = ""


_WAIVERS = Field(
    "abaikan",
    Shape.LIST,
    parts=(Field("kode", required=True), Field("alasan", required=True)),
    example="[{kode: B101, alasan: nama resmi}]",
)

POST_FIELDS = (
    Field("judul", required=True, synonyms=("title",), longest=200, example="Judul berita"),
    Field("tanggal", Shape.MOMENT, True, ("date",), example="2026-11-24 09:30"),
    Field("rubrik", Shape.SLUG, True, ("category",), example="kesehatan"),
    Field("ringkasan", synonyms=("summary",), longest=400, example="Satu kalimat pokok berita."),
    Field("tag", Shape.SLUGS, synonyms=("tags",), most=8, example="[imunisasi, posyandu]"),
    Field("penulis", synonyms=("author", "authors"), example="Nama petugas"),
    Field("penyunting", example="Nama redaktur"),
    Field("agenda", Shape.IDS, example="[dinkes/2026/11/24-imunisasi-campak]"),
    Field("bersama", Shape.SLUGS, most=12, example="[kec-masamba]"),
    Field("kecamatan", Shape.SLUGS, most=15, example="[masamba]"),
    Field("klasifikasi", Shape.CHOICE, choices=("berkala", "serta-merta", "setiap-saat")),
    Field("terbit_pada", Shape.MOMENT, example="2026-11-25 07:00"),
    Field(
        "foto",
        Shape.LIST,
        parts=(
            Field("berkas", Shape.FILE, True, example="posyandu.jpg"),
            Field("alt", required=True, longest=400, example="Apa yang tampak pada foto"),
            Field("keterangan", longest=500, example="Keterangan foto"),
            Field("kredit", longest=120, example="Nama fotografer"),
        ),
        most=12,
        example="daftar berkas, alt, keterangan, kredit",
    ),
    Field(
        "ralat",
        Shape.LIST,
        parts=(
            Field("tanggal", Shape.MOMENT, True, example="2026-11-25 10:00"),
            Field("isi", required=True, longest=600, example="Apa yang diperbaiki"),
        ),
        example="daftar tanggal dan isi",
    ),
    Field(
        "hak_jawab",
        Shape.LIST,
        parts=(
            Field("tanggal", Shape.MOMENT, True, example="2026-11-25 10:00"),
            Field("dari", required=True, example="Nama lembaga"),
            Field("isi", required=True, longest=3000, example="Isi hak jawab"),
        ),
        example="daftar tanggal, dari, isi",
    ),
    Field(
        "dicabut",
        Shape.PARTS,
        parts=(
            Field("tanggal", Shape.MOMENT, True, example="2026-11-25 10:00"),
            Field("alasan", required=True, longest=600, example="Mengapa berita dicabut"),
        ),
        example="tanggal dan alasan",
    ),
    Field("alias", Shape.TEXTS, example="[/berita/dinkes/2026/10/slug-lama/]"),
    Field("persetujuan", example="Izin tertulis orang tua ada pada petugas"),
    Field(
        "ditinjau",
        Shape.LIST,
        parts=(
            Field("kode", required=True, example="D903"),
            Field("temuan", required=True, example='"0812******01"'),
            Field("oleh", required=True, example="akun-redaktur"),
            Field("alasan", required=True, example="Nomor layanan kantor"),
        ),
        example="daftar kode, temuan, oleh, alasan",
    ),
    _WAIVERS,
)

EVENT_FIELDS = (
    Field(
        "acara", required=True, synonyms=("title", "judul"), longest=200, example="Nama kegiatan"
    ),
    Field("tanggal", Shape.DAY, True, ("date",), example="2026-11-24"),
    Field("sampai", Shape.DAY, example="2026-11-26"),
    Field("mulai", Shape.CLOCK, example="09:00"),
    Field("selesai", Shape.CLOCK, example="12:00"),
    Field("tempat", longest=200, example="Aula Kantor Camat"),
    Field("kecamatan", Shape.SLUG, example="masamba"),
    Field("bersama", Shape.SLUGS, most=12, example="[kec-masamba]"),
    Field("pimpinan", Shape.CHOICE, choices=("bupati", "wakil-bupati", "sekda", "kepala")),
    Field("kehadiran", Shape.CHOICE, choices=("dihadiri", "diwakili")),
    Field("peserta", longest=300, example="Kader posyandu"),
    Field("liputan", Shape.CHOICE, choices=("diminta", "tidak")),
    Field("publik", Shape.CHOICE, choices=tuple(Publicity)),
    Field("status", Shape.CHOICE, choices=("ditunda", "batal")),
    Field("alasan", longest=400, example="Mengapa ditunda atau batal"),
    Field("pindah_ke", Shape.ID, example="dinkes/2026/12/01-imunisasi-campak"),
    Field("tidak_diberitakan", Shape.CHOICE, choices=tuple(WAIVER_REASONS)),
    Field(
        "ulang",
        Shape.PARTS,
        parts=(
            Field("setiap", Shape.CHOICE, True, choices=tuple(Interval), example="pekan"),
            Field("sampai", Shape.DAY, True, example="2027-03-30"),
        ),
        example="setiap dan sampai",
    ),
    Field("catatan", longest=600),
    _WAIVERS,
)

AGENCY_FIELDS = (
    Field("nama", required=True, longest=200, example="Dinas Kesehatan"),
    Field("singkatan", required=True, longest=60, example="Dinkes"),
    Field("jenis", Shape.CHOICE, True, choices=tuple(AgencyKind)),
    Field("induk", Shape.SLUG, example="dinkes"),
    Field("alias", Shape.SLUGS, example="[bapperida]"),
    Field("berlaku_sejak", Shape.DAY, example="2021-01-01"),
    Field("berlaku_sampai", Shape.DAY, example="2025-12-31"),
    Field("digantikan_oleh", Shape.SLUG, example="dinkes"),
    Field("alamat"),
    Field("telepon_kantor", longest=40),
    Field("surel", longest=120),
    Field("situs", longest=200),
    Field(
        "petugas",
        Shape.LIST,
        parts=(
            Field("nama", required=True, example="Nama petugas"),
            Field("akun", required=True, longest=60, example="nama-akun"),
            Field("peran", Shape.CHOICE, True, choices=("petugas", "redaktur")),
            Field("sejak", Shape.DAY, True, example="2026-01-01"),
            Field("sampai", Shape.DAY, example="2026-12-31"),
        ),
        example="daftar nama, akun, peran, sejak, sampai",
    ),
    Field("target", Shape.NUMBER, example="4"),
    Field("catatan_data", longest=600),
)

PAGE_FIELDS = (
    Field("judul", required=True, synonyms=("title",), longest=200, example="Judul halaman"),
    Field("ringkasan", synonyms=("summary",), longest=400),
)

CATEGORY_FIELDS = (
    Field("slug", Shape.SLUG, True, example="kesehatan"),
    Field("nama", required=True, example="Kesehatan"),
    Field("iptc", Shape.IPTC, True, example='"07000000"'),
)

FIELDS = {
    "post": POST_FIELDS,
    "event": EVENT_FIELDS,
    "agency": AGENCY_FIELDS,
    "page": PAGE_FIELDS,
    "categories": CATEGORY_FIELDS,
}
