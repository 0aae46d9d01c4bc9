"""Seeded Indonesian posts for the benchmark: the same texts for every generator.

About 350 words each, from 45 agencies with uneven diligence, 8 categories, 200 tags, 15
places, at 830 posts a month; a heading in one of four, a list, a quote or a link in some.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

AGENCIES = 45
TAGS = 200
PER_MONTH = 830  # posts; 10,000 a year
LAST_DAY = date(2026, 11, 24)
CATEGORIES = (
    "pemerintahan", "pembangunan", "pendidikan", "kesehatan", "ekonomi", "pertanian", "sosial",
    "lingkungan",
)  # fmt: skip
DISTRICTS = (
    "malangke", "bone-bone", "masamba", "sabbang", "rongkong", "sukamaju", "seko",
    "malangke-barat", "rampi", "mappedeceng", "baebunta", "tana-lili", "sukamaju-selatan",
    "baebunta-selatan", "sabbang-selatan",
)  # fmt: skip
_SUBJECTS = (
    "Dinas", "Petugas", "Warga", "Kepala desa", "Kelompok tani", "Kader posyandu", "Guru",
    "Camat", "Penyuluh", "Pengurus koperasi", "Pemuda", "Ibu rumah tangga", "Pelaku usaha",
)  # fmt: skip
_VERBS = (
    "menyiapkan", "membuka", "meninjau", "memperbaiki", "menanam", "membagikan", "mencatat",
    "menyusun", "membersihkan", "melatih", "mendata", "menyepakati", "menyerahkan", "membahas",
)  # fmt: skip
_OBJECTS = (
    "saluran irigasi", "bibit kakao", "data keluarga", "jalan desa", "buku bacaan", "pos layanan",
    "kolam ikan", "kebun sekolah", "lapak pasar", "arsip kelurahan", "taman baca", "bank sampah",
    "alat timbang", "papan informasi", "rambu jalan", "gedung serbaguna", "usulan warga",
)  # fmt: skip
_ENDS = (
    "sejak pagi", "bersama warga", "di balai desa", "pada pekan ini", "secara bergiliran",
    "tanpa biaya", "dengan pendampingan penyuluh", "sampai seluruh dusun terlayani",
    "sesuai jadwal yang disepakati", "agar layanan lebih dekat", "di halaman kantor camat",
)  # fmt: skip


@dataclass(frozen=True)
class SeededPost:
    agency: str
    slug: str
    title: str
    day: date
    minute: int
    category: str
    tags: tuple[str, ...]
    district: str
    summary: str
    body: str


def agency_slugs() -> list[str]:
    """Thirty offices, and the fifteen kecamatan whose places posts name."""
    offices = [f"dinas-{number:02}" for number in range(1, AGENCIES - len(DISTRICTS) + 1)]
    return [*offices, *(f"kec-{district}" for district in DISTRICTS)]


def posts(count: int, seed: int = 7) -> Iterator[SeededPost]:
    """The same posts for the same count and seed, oldest first."""
    chance = random.Random(seed)
    agencies = agency_slugs()
    diligence = [1 / (rank + 1) ** 0.7 for rank in range(len(agencies))]
    tags = [f"topik-{number:03}" for number in range(TAGS)]
    first = LAST_DAY - timedelta(days=max(1, round(count / PER_MONTH * 30.4)))
    span = (LAST_DAY - first).days
    for number in range(count):
        day = first + timedelta(days=number * span // count)
        title = _sentence(chance).rstrip(".")
        yield SeededPost(
            agency=chance.choices(agencies, diligence)[0],
            slug=f"{number:06}-" + "-".join(title.lower().split()[:5]),
            title=title,
            day=day,
            minute=chance.randrange(7 * 60, 17 * 60),
            category=chance.choice(CATEGORIES),
            tags=tuple(sorted(chance.sample(tags, chance.randint(1, 4)))),
            district=chance.choice(DISTRICTS),
            summary=_sentence(chance),
            body=_body(chance, day),
        )


def _body(chance: random.Random, day: date) -> str:
    blocks = [f"MASAMBA — {_sentence(chance)} Kegiatan berlangsung {day:%d/%m/%Y}."]
    words = 0
    while words < 320:
        paragraph = " ".join(_sentence(chance) for _ in range(chance.randint(2, 4)))
        if chance.random() < 0.35:
            paragraph = f'"{paragraph}" kata {chance.choice(_SUBJECTS).lower()} setempat.'
        blocks.append(paragraph)
        words += len(paragraph.split())
    extra = chance.random()
    if extra < 0.25:
        blocks.insert(3, f"## {_sentence(chance).rstrip('.')}")
    elif extra < 0.40:
        blocks.insert(3, "\n".join(f"- {_sentence(chance)}" for _ in range(4)))
    elif extra < 0.50:
        blocks.insert(2, f"> {_sentence(chance)}")
    elif extra < 0.60:
        blocks.append(f"Informasi lain dapat dibaca pada [laman layanan]({_link(chance)}).")
    return "\n\n".join(blocks) + "\n"


def _sentence(chance: random.Random) -> str:
    parts = (_SUBJECTS, _VERBS, _OBJECTS, _ENDS)
    words = " ".join(chance.choice(part) for part in parts)
    if chance.random() < 0.5:
        words += f" dan {chance.choice(_VERBS)} {chance.choice(_OBJECTS)} {chance.choice(_ENDS)}"
    return words + "."


def _link(chance: random.Random) -> str:
    return f"https://contoh.test/layanan/{chance.randrange(1000)}"
