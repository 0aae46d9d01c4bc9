"""P: agencies (perangkat daerah), their parents, partners and officers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from plugins.checks.files import AGENCIES, agency_slugs
from plugins.checks.locate import node_of, parts_of, texts
from plugins.checks.rulebook import PREFIX, Finding, Question, Scope, rule
from plugins.checks.wording import meant, proposed_slug, quoted
from plugins.model.addresses import event_path, place_of, post_path
from plugins.model.agency import Agency
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.newsroom import Newsroom

LOGIN = re.compile(r"[a-z0-9][a-z0-9-]{1,38}\Z")


@rule("P301", Severity.GALAT, Scope.NEWSROOM)
def unknown_agency(question: Question) -> Iterator[Finding]:
    """Perangkat daerah tidak terdaftar.

    Mengapa: folder kedua menentukan pemilik berita atau kegiatan. Tanpa pemilik yang
    terdaftar, berita tidak muncul di halaman mana pun.

    Salah:
        content/berita/dinas-kesehatan/2026/11/imunisasi-campak/index.md

    Benar:
        content/berita/dinkes/2026/11/imunisasi-campak/index.md
    """
    known = agency_slugs(question.newsroom)
    for entry in question.newsroom.entries:
        folder, _, rest = entry.path.partition("/")
        slug = rest.partition("/")[0]
        owned = folder in ("berita", "agenda") and entry.path.endswith(".md")
        if owned and slug not in known and place_of(entry.path):
            message = f"Perangkat daerah “{slug}” tidak terdaftar."
            yield Finding(message, _agency_hint(slug, question.newsroom), path=entry.path)


@rule("P302", Severity.GALAT, Scope.NEWSROOM)
def unknown_partner(question: Question) -> Iterator[Finding]:
    """Perangkat daerah pendukung tidak terdaftar.

    Mengapa: berita tampil juga di halaman pendukungnya, jadi pendukung itu harus ada.

    Salah:
        bersama: [camat-masamba]

    Benar:
        bersama: [kec-masamba]
    """
    newsroom = question.newsroom
    known = agency_slugs(newsroom)
    posts = ((post_path(post.id), post.partners) for post in newsroom.posts.values())
    events = ((event_path(event.id), event.partners) for event in newsroom.events.values())
    for path, partners in (*posts, *events):
        for slug in partners:
            if slug not in known:
                yield _unregistered(path, "bersama", slug, newsroom)


@rule("P303", Severity.GALAT, Scope.NEWSROOM)
def unknown_parent(question: Question) -> Iterator[Finding]:
    """Induk tidak terdaftar.

    Mengapa: berita sebuah unit tampil juga di halaman induknya.

    Salah:
        induk: dinas-kesehatan

    Benar:
        induk: dinkes
    """
    known = agency_slugs(question.newsroom)
    for slug, agency in question.newsroom.agencies.items():
        if agency.parent and agency.parent not in known:
            yield _unregistered(_path(slug), "induk", agency.parent, question.newsroom)


@rule("P304", Severity.GALAT, Scope.NEWSROOM)
def parent_circle(question: Question) -> Iterator[Finding]:
    """Induk berputar.

    Mengapa: sebuah unit tidak dapat berada di bawah dirinya sendiri, juga tidak lewat unit
    lain.

    Salah:
        dinkes.md: induk: pkm-baebunta
        pkm-baebunta.md: induk: dinkes

    Benar:
        pkm-baebunta.md: induk: dinkes
    """
    agencies = question.newsroom.agencies
    for slug in agencies:
        if circle := _circle(slug, agencies):
            message = f"Induk “{agencies[slug].parent}” berputar: {' → '.join(circle)}."
            hint = "Hapus “induk” pada unit yang paling atas."
            yield Finding(message, hint, path=_path(slug), key="induk")


@rule("P305", Severity.GALAT, Scope.NEWSROOM)
def unknown_successor(question: Question) -> Iterator[Finding]:
    """Pengganti tidak terdaftar.

    Mengapa: halaman perangkat daerah yang sudah berganti mengantar pembaca ke penggantinya.

    Salah:
        digantikan_oleh: bapeda

    Benar:
        digantikan_oleh: bapperida
    """
    known = agency_slugs(question.newsroom)
    for slug, agency in question.newsroom.agencies.items():
        if agency.replaced_by and agency.replaced_by not in known:
            key = "digantikan_oleh"
            yield _unregistered(_path(slug), key, agency.replaced_by, question.newsroom)


@rule("P306", Severity.GALAT, Scope.NEWSROOM)
def alias_taken(question: Question) -> Iterator[Finding]:
    """Nama lain sudah dipakai.

    Mengapa: satu nama hanya boleh menunjuk satu perangkat daerah.

    Salah:
        dinkes.md: alias: [kesehatan]
        rsud-andi-djemma.md: alias: [kesehatan]

    Benar:
        dinkes.md: alias: [kesehatan]
    """
    agencies = question.newsroom.agencies
    holders: dict[str, str] = {slug: slug for slug in agencies}
    for slug in sorted(agencies):
        for alias in agencies[slug].aliases:
            holder = holders.setdefault(alias, slug)
            if holder != slug or alias == slug:
                yield Finding(
                    f"Nama lain “{alias}” sudah dipakai “{agencies[holder].short}”.",
                    "Hapus nama itu di sini, atau pakai nama yang lain.",
                    path=_path(slug),
                    key="alias",
                    value=alias,
                )


@rule("P307", Severity.SARAN)
def agency_own_partner(manuscript: Manuscript) -> Iterator[Finding]:
    """Perangkat daerah mendukung dirinya sendiri.

    Mengapa: pemilik berita sudah jelas dari letak berkas; “bersama” hanya untuk yang lain.

    Salah:
        content/berita/dinkes/…
        bersama: [dinkes, kec-masamba]

    Benar:
        content/berita/dinkes/…
        bersama: [kec-masamba]
    """
    node = node_of(manuscript, "bersama")
    for text in texts(node) if node else ():
        if text.text == manuscript.place.agency:
            message = f"“{text.text}” adalah pemilik berkas ini, bukan pendukung."
            yield Finding(message, "Hapus nama itu dari “bersama”.", text.line, text.column)


@rule("P309", Severity.GALAT)
def bad_login(manuscript: Manuscript) -> Iterator[Finding]:
    """Nama akun tidak sah.

    Mengapa: hak mengubah berita diberikan kepada nama akun ini, jadi tulisannya harus sama
    persis dengan yang dipakai untuk masuk.

    Salah:
        akun: Petugas Dinkes

    Benar:
        akun: petugas-dinkes
    """
    for part in parts_of(manuscript, "petugas"):
        login = part.get("akun")
        if login and login.text.strip() and not LOGIN.match(login.text):
            yield Finding(
                f"Nama akun {quoted(login.text)} tidak sah.",
                f"Pakai 2–39 huruf kecil, angka, atau tanda hubung{_proposed(login.text)}.",
                login.line,
                login.column,
            )


def _unregistered(path: str, key: str, slug: str, newsroom: Newsroom) -> Finding:
    message = f"Perangkat daerah “{slug}” tidak terdaftar."
    return Finding(message, _agency_hint(slug, newsroom), path=path, key=key, value=slug)


def _agency_hint(slug: str, newsroom: Newsroom) -> str:
    """Name the agency whose slug or other name is meant."""
    aliases = _by_alias(newsroom.agencies)
    if slug in aliases:
        return f"“{slug}” adalah nama lain; pakai “{aliases[slug]}”."
    return meant(slug, agency_slugs(newsroom), f"Lihat nama-nama berkas di {PREFIX}{AGENCIES}.")


def _by_alias(agencies: Mapping[str, Agency]) -> dict[str, str]:
    found: dict[str, list[str]] = defaultdict(list)
    for slug in sorted(agencies):
        for alias in agencies[slug].aliases:
            found[alias].append(slug)
    return {alias: slugs[0] for alias, slugs in found.items()}


def _circle(slug: str, agencies: Mapping[str, Agency]) -> list[str]:
    """The way from an agency back to itself, or nothing."""
    chain = [slug]
    while parent := agencies[chain[-1]].parent:
        chain.append(parent)
        if parent == slug:
            return chain
        if parent in chain[:-1] or parent not in agencies:
            return []
    return []


def _path(slug: str) -> str:
    return f"{AGENCIES}{slug}.md"


def _proposed(login: str) -> str:
    proposed = proposed_slug(login)[:39].strip("-")
    return f", contoh “{proposed}”" if LOGIN.match(proposed) else ""
