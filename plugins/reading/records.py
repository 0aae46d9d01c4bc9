"""A source into the record that its path and header mean: post, activity, agency, page."""

from typing import Any

from plugins.model.addresses import Place
from plugins.model.agency import Agency, AgencyKind, Category, Officer, Page
from plugins.model.body import body_ref
from plugins.model.event import Event, Interval, Publicity, Repeat
from plugins.model.fields import CATEGORY_FIELDS, FIELDS
from plugins.model.manuscript import Content, Manuscript, Rendered
from plugins.model.post import Correction, PhotoUse, Post, Reply, Review, Waiver, Withdrawal
from plugins.model.source import Items, Pairs, Problem, Source
from plugins.reading.body import render
from plugins.reading.convert import convert
from plugins.reading.header import FATAL, decode, read_source, read_yaml
from plugins.reading.typography import typeset_text


def read_manuscript(
    path: str, place: Place, data: bytes, photos: tuple[tuple[str, str], ...] = ()
) -> Manuscript:
    """Read one Markdown file; *photos* are the files beside it with their blob ids."""
    source = read_source(path, data)
    if any(problem.kind in FATAL for problem in source.problems):
        return Manuscript(path, place, source, source.problems)
    values, found = convert(source.header, FIELDS[place.kind])
    rendered = render(source.body)
    problems = [*source.problems, *found]
    content = _content(place, values, rendered, dict(photos)) if _complete(place, values) else None
    return Manuscript(path, place, source, tuple(problems), content, rendered=rendered)


def read_categories(path: str, place: Place, data: bytes) -> Manuscript:
    """Read rubrik.yaml: a list of slug, nama and iptc."""
    text, problems = decode(data)
    node, found = read_yaml(text, 1)
    problems += found
    source = Source(path, Pairs((), 1, 1), "", 1, tuple(problems))
    if not isinstance(node, Items) or not node.items:
        problems.append(Problem("categories-not-list", 1, 1))
        return Manuscript(path, place, source, tuple(problems))
    categories: list[Category] = []
    for item in node.items:
        if not isinstance(item, Pairs):
            problems.append(Problem("categories-not-list", item.line, item.column))
            continue
        values, found = convert(item, CATEGORY_FIELDS)
        problems += found
        if {"slug", "nama", "iptc"} <= values.keys():
            category = Category(slug=values["slug"], name=values["nama"], iptc=values["iptc"])
            if any(category.slug == other.slug for other in categories):
                problems.append(Problem("duplicate-key", item.line, item.column, category.slug))
            categories.append(category.sealed())
    return Manuscript(path, place, source, tuple(problems), categories=tuple(categories))


def _complete(place: Place, values: dict[str, Any]) -> bool:
    return all(field.key in values for field in FIELDS[place.kind] if field.required)


def _content(
    place: Place, values: dict[str, Any], rendered: Rendered, blobs: dict[str, str]
) -> Content:
    if place.kind == "post":
        return _post(place, values, rendered, blobs)
    if place.kind == "event":
        return _event(place, values, rendered)
    if place.kind == "agency":
        return _agency(place, values, rendered)
    return _page(place, values, rendered)


def _post(place: Place, values: dict[str, Any], rendered: Rendered, blobs: dict[str, str]) -> Post:
    return Post(
        id=place.id,
        agency=place.agency,
        title=typeset_text(values["judul"]),
        date=values["tanggal"],
        category=values["rubrik"],
        summary=typeset_text(values.get("ringkasan", "")),
        tags=values.get("tag", ()),
        writer=values.get("penulis", ""),
        editor=values.get("penyunting", ""),
        events=values.get("agenda", ()),
        partners=values.get("bersama", ()),
        districts=values.get("kecamatan", ()),
        classification=values.get("klasifikasi", ""),
        publish_at=values.get("terbit_pada"),
        photos=tuple(_photo(part, blobs) for part in values.get("foto", ()) if "berkas" in part),
        corrections=_corrections(values),
        replies=tuple(
            Reply(part["tanggal"], part["dari"], typeset_text(part["isi"]))
            for part in values.get("hak_jawab", ())
            if {"tanggal", "dari", "isi"} <= part.keys()
        ),
        withdrawal=_withdrawal(values.get("dicabut", {})),
        aliases=values.get("alias", ()),
        waivers=_waivers(values),
        reviews=_reviews(values),
        body=body_ref(rendered.body, rendered.excerpt),
    ).sealed()


def _corrections(values: dict[str, Any]) -> tuple[Correction, ...]:
    whole = (part for part in values.get("ralat", ()) if {"tanggal", "isi"} <= part.keys())
    found = [Correction(part["tanggal"], typeset_text(part["isi"])) for part in whole]
    return tuple(sorted(found, key=lambda correction: -correction.date.minutes))


def _withdrawal(part: dict[str, Any]) -> Withdrawal | None:
    if {"tanggal", "alasan"} <= part.keys():
        return Withdrawal(part["tanggal"], typeset_text(part["alasan"]))
    return None


def _photo(part: dict[str, Any], blobs: dict[str, str]) -> PhotoUse:
    return PhotoUse(
        file=part["berkas"],
        alt=typeset_text(part.get("alt", "")),
        caption=typeset_text(part.get("keterangan", "")),
        credit=typeset_text(part.get("kredit", "")),
        blob=blobs.get(part["berkas"], ""),
    )


def _event(place: Place, values: dict[str, Any], rendered: Rendered) -> Event:
    return Event(
        id=place.id,
        agency=place.agency,
        title=typeset_text(values["acara"]),
        first=values["tanggal"],
        last=values.get("sampai", values["tanggal"]),
        starts=values.get("mulai", -1),
        ends=values.get("selesai", -1),
        place=typeset_text(values.get("tempat", "")),
        district=values.get("kecamatan", ""),
        partners=values.get("bersama", ()),
        leader=values.get("pimpinan", ""),
        attendance=values.get("kehadiran", ""),
        participants=typeset_text(values.get("peserta", "")),
        wants_coverage=values.get("liputan", ""),
        publicity=Publicity(values.get("publik", "ya")),
        status=values.get("status", ""),
        reason=typeset_text(values.get("alasan", "")),
        moved_to=values.get("pindah_ke", ""),
        waived=values.get("tidak_diberitakan", ""),
        note=values.get("catatan", ""),
        repeat=_repeat(values.get("ulang", {})),
        waivers=_waivers(values),
        body=body_ref(rendered.body, rendered.excerpt),
    ).sealed()


def _repeat(part: dict[str, Any]) -> Repeat | None:
    if not {"setiap", "sampai"} <= part.keys():
        return None
    return Repeat(Interval(part["setiap"]), part["sampai"])


def _agency(place: Place, values: dict[str, Any], rendered: Rendered) -> Agency:
    return Agency(
        slug=place.slug,
        name=values["nama"],
        short=values["singkatan"],
        kind=AgencyKind(values["jenis"]),
        parent=values.get("induk", ""),
        aliases=values.get("alias", ()),
        since=values.get("berlaku_sejak"),
        until=values.get("berlaku_sampai"),
        replaced_by=values.get("digantikan_oleh", ""),
        address=values.get("alamat", ""),
        phone=values.get("telepon_kantor", ""),
        email=values.get("surel", ""),
        website=values.get("situs", ""),
        officers=tuple(
            Officer(part["nama"], part["akun"], part["peran"], part["sejak"], part.get("sampai"))
            for part in values.get("petugas", ())
            if {"nama", "akun", "peran", "sejak"} <= part.keys()
        ),
        target=values.get("target", 0),
        data_note=values.get("catatan_data", ""),
        body=body_ref(rendered.body, rendered.excerpt),
    ).sealed()


def _page(place: Place, values: dict[str, Any], rendered: Rendered) -> Page:
    return Page(
        slug=place.slug,
        title=typeset_text(values["judul"]),
        summary=typeset_text(values.get("ringkasan", "")),
        body=body_ref(rendered.body, rendered.excerpt),
    ).sealed()


def _waivers(values: dict[str, Any]) -> tuple[Waiver, ...]:
    return tuple(
        Waiver(part["kode"], part["alasan"])
        for part in values.get("abaikan", ())
        if {"kode", "alasan"} <= part.keys()
    )


def _reviews(values: dict[str, Any]) -> tuple[Review, ...]:
    return tuple(
        Review(part["kode"], part["temuan"], part["oleh"].lower(), part["alasan"])
        for part in values.get("ditinjau", ())
        if {"kode", "temuan", "oleh", "alasan"} <= part.keys()
    )
