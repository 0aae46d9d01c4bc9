"""`make kartu`: an A6 card for each agency's officer, with a QR code to its composer; and the
roster of officers on A4 and as CSV. They name persons, so they are made beside the site.
"""

import io
from collections.abc import Sequence
from pathlib import Path

import msgspec

from plugins.intake.roster import Duty, as_csv, duties, vacancies
from plugins.model.agency import Agency
from plugins.model.moment import Moment
from plugins.model.newsroom import Newsroom
from plugins.model.record import Value
from plugins.model.site import Site
from plugins.reading.typesetting import typeset

TEMPLATE = Path(__file__).with_name("officercards.typ")
STEPS = (
    "Pindai kode ini dengan kamera ponsel. Halaman tulis perangkat daerah Anda terbuka.",
    "Pilih kegiatannya dari agenda. Judul, tanggal, dan tempatnya terisi sendiri.",
    "Jawab pertanyaannya, dua kalimat pun cukup. Draf tersimpan di ponsel Anda.",
    "Tambahkan foto, lalu sebutkan apa yang tampak.",
    "Kirim ke Humas lewat WhatsApp atau surel. Humas memeriksa, lalu berita tayang.",
)


class CardsError(ValueError):
    """Nothing was made; the message says why, in Indonesian."""


class OfficerCard(Value, frozen=True):
    agency: str  # its name
    address: str  # of its composer, as the QR code holds it
    code: str  # SVG
    officers: tuple[str, ...]  # names; none where it is vacant


class Paper(Value, frozen=True):
    """What officercards.typ may see."""

    kind: str  # kartu or daftar
    site: str
    sample: bool
    made: str  # 24 November 2026
    steps: tuple[str, ...]
    bureau: str
    contacts: tuple[str, ...]
    cards: tuple[OfficerCard, ...]
    roster: tuple[Duty, ...]
    vacancies: int


def write_cards(room: Newsroom, site: Site, today: Moment, folder: Path, only: str = "") -> str:
    """Write kartu.pdf, daftar-petugas.pdf and daftar-petugas.csv; return what to tell."""
    if not site.url.startswith(("http://", "https://")):
        raise CardsError("Kode QR perlu alamat situs: make kartu SITEURL=https://…")
    if only and only not in room.agencies:
        raise CardsError(f"Tidak ada perangkat daerah “{only}”. Contoh: PD=dinkes.")
    paper = paper_of(room, site, today, only)
    folder.mkdir(parents=True, exist_ok=True)
    for name, kind in (("kartu.pdf", "kartu"), ("daftar-petugas.pdf", "daftar")):
        (folder / name).write_bytes(typeset(TEMPLATE, _kind(paper, kind)))
    (folder / "daftar-petugas.csv").write_bytes(as_csv(paper.roster))
    told = f"{len(paper.cards)} kartu dan daftar petugas ada di {folder}/. "
    told += f"Lowong: {paper.vacancies} dari {len({duty.agency for duty in paper.roster})}."
    if not paper.contacts:
        told += f"\nKontak Humas belum ada; isi telepon_kantor atau surel pada {site.bureau}.md."
    return told


def paper_of(room: Newsroom, site: Site, today: Moment, only: str = "") -> Paper:
    """Of every agency but the bureau itself, or of one."""
    rows = duties(room.agencies.values(), today)
    others = dict.fromkeys(row.agency for row in rows if row.agency != site.bureau)
    office = room.agencies.get(site.bureau)
    return Paper(
        kind="kartu",
        site=site.name,
        sample=site.sample,
        made=today.medium,
        steps=STEPS,
        bureau=office.name if office else "Humas",
        contacts=_contacts(office) if office else (),
        cards=tuple(
            _card(room.agencies[slug], rows, site.url) for slug in ([only] if only else others)
        ),
        roster=tuple(rows),
        vacancies=vacancies(rows),
    )


def composer(url: str, slug: str) -> str:
    return f"{url.rstrip('/')}/tulis/?pd={slug}"


def qr_code(text: str) -> str:
    """As SVG with the four modules of white that ISO/IEC 18004 asks for; 15 % may be lost."""
    import segno  # noqa: PLC0415 - needed by nothing else

    stream = io.BytesIO()
    segno.make(text, error="m", micro=False, boost_error=False).save(
        stream, kind="svg", border=4, xmldecl=False, nl=False, light="#fff"
    )
    return stream.getvalue().decode()


def _card(agency: Agency, rows: Sequence[Duty], url: str) -> OfficerCard:
    address = composer(url, agency.slug)
    officers = tuple(row.officer for row in rows if row.agency == agency.slug and row.officer)
    return OfficerCard(agency.name, address, qr_code(address), officers)


def _contacts(office: Agency) -> tuple[str, ...]:
    return tuple(line for line in (office.phone, office.email, office.address) if line)


def _kind(paper: Paper, kind: str) -> Paper:
    return msgspec.structs.replace(paper, kind=kind)
