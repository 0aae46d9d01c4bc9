"""R: references (rujukan) from one file to another."""

import re
from collections.abc import Iterator, Sequence

from plugins.checks.files import district_slugs, events_beside, has_event
from plugins.checks.rulebook import PREFIX, Finding, Question, Scope, at, problems, rule
from plugins.checks.wording import meant, nearest, quoted
from plugins.model.addresses import SLUG, event_path, post_path
from plugins.model.agency import DISTRICT_PREFIX
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.newsroom import Newsroom

CATEGORIES = "rubrik.yaml"
_DAY = len("24-")  # what stands before the name of an activity
_EVENT_ID = re.compile(rf"({SLUG}/\d{{4}}/\d{{2}}/\d{{2}}-{SLUG})(?:\.md|/)?\Z", re.ASCII)


@rule("R401", Severity.GALAT, Scope.NEWSROOM)
def unknown_activity(question: Question) -> Iterator[Finding]:
    """Kegiatan tidak ditemukan.

    Mengapa: lewat rujukan ini kegiatan tercatat sudah diberitakan. Bila salah tulis,
    kegiatan tetap dihitung belum diberitakan.

    Salah:
        agenda: [dinkes/2026/11/24-imunisasi-campa]

    Benar:
        agenda: [dinkes/2026/11/24-imunisasi-campak]
    """
    newsroom = question.newsroom
    for post in newsroom.posts.values():
        for event_id in post.events:
            if not has_event(newsroom, event_id):
                yield _no_event(post_path(post.id), "agenda", event_id, newsroom)


@rule("R402", Severity.GALAT, Scope.NEWSROOM)
def unknown_category(question: Question) -> Iterator[Finding]:
    """Rubrik tidak dikenal.

    Mengapa: rubrik adalah daftar tetap yang disusun Humas; berita tanpa rubrik yang sah
    tidak muncul di halaman rubrik mana pun.

    Salah:
        rubrik: kesehatn

    Benar:
        rubrik: kesehatan
    """
    newsroom = question.newsroom
    if any(fault.path == PREFIX + CATEGORIES and fault.blocks for fault in newsroom.faults):
        return  # the list itself is broken: that is one fault, not one for each post
    known = sorted(newsroom.categories)
    every = f"Rubrik yang ada: {', '.join(known)}." if known else "Isi dahulu content/rubrik.yaml."
    for post in newsroom.posts.values():
        if post.category not in newsroom.categories:
            message = f"Rubrik “{post.category}” tidak dikenal."
            hint = meant(post.category, known, every)
            yield Finding(message, hint, path=post_path(post.id), key="rubrik")


@rule("R403", Severity.GALAT, Scope.NEWSROOM)
def unknown_district(question: Question) -> Iterator[Finding]:
    """Kecamatan tidak dikenal.

    Mengapa: berita tampil di halaman kecamatannya. Nama kecamatan ditulis tanpa “kec-”.

    Salah:
        kecamatan: [kec-masamba]

    Benar:
        kecamatan: [masamba]
    """
    newsroom = question.newsroom
    known = sorted(district_slugs(newsroom))
    posts = ((post_path(post.id), post.districts) for post in newsroom.posts.values())
    events = ((event_path(e.id), (e.district,)) for e in newsroom.events.values() if e.district)
    for path, slugs in (*posts, *events):
        for slug in slugs:
            if slug not in known:
                yield Finding(
                    f"Kecamatan “{slug}” tidak dikenal.",
                    _district_hint(slug, known),
                    path=path,
                    key="kecamatan",
                    value=slug,
                )


@rule("R404", Severity.GALAT, Scope.NEWSROOM)
def unknown_new_date(question: Question) -> Iterator[Finding]:
    """Kegiatan pengganti tidak ditemukan.

    Mengapa: halaman kegiatan yang ditunda mengantar pembaca ke jadwal barunya, jadi jadwal
    baru itu harus sudah dibuat sebagai kegiatan lain.

    Salah:
        status: ditunda
        pindah_ke: dinkes/2026/12/99-imunisasi-campak

    Benar:
        status: ditunda
        pindah_ke: dinkes/2026/12/01-imunisasi-campak
    """
    newsroom = question.newsroom
    for event in newsroom.events.values():
        if event.moved_to == event.id:
            message = f"Kegiatan “{event.id}” menunjuk dirinya sendiri sebagai jadwal baru."
            hint = "Buat berkas kegiatan baru pada tanggal barunya, lalu rujuk berkas itu."
            yield Finding(message, hint, path=event_path(event.id), key="pindah_ke")
        elif event.moved_to and not has_event(newsroom, event.moved_to):
            yield _no_event(event_path(event.id), "pindah_ke", event.moved_to, newsroom)


@rule("R405", Severity.GALAT, of_problems=True)
def bad_id(manuscript: Manuscript) -> Iterator[Finding]:
    """Rujukan kegiatan salah bentuk.

    Mengapa: kegiatan dirujuk dengan letak berkasnya di content/agenda/, tanpa “.md”.

    Salah:
        agenda: [content/agenda/dinkes/2026/11/24-imunisasi-campak.md]

    Benar:
        agenda: [dinkes/2026/11/24-imunisasi-campak]
    """
    for problem in problems(manuscript, "bad-id"):
        found = _EVENT_ID.search(problem.value)
        hint = (
            f"Tulis: {found[1]}"
            if found
            else "Contoh yang benar: dinkes/2026/11/24-imunisasi-campak."
        )
        yield at(problem, f"Rujukan kegiatan {quoted(problem.value)} salah bentuk.", hint)


def _no_event(path: str, key: str, event_id: str, newsroom: Newsroom) -> Finding:
    return Finding(
        f"Kegiatan “{event_id}” tidak ditemukan.",
        _event_hint(event_id, newsroom),
        path=path,
        key=key,
        value=event_id,
    )


def _event_hint(event_id: str, newsroom: Newsroom) -> str:
    """Name what is meant: of the same month by day and name, else by name alone."""
    agency = event_id.partition("/")[0]
    beside = {_name(other): other for other in events_beside(newsroom, event_id)}
    mine = (e.id for e in newsroom.events.values() if e.agency == agency)
    elsewhere = {_name(other)[_DAY:]: other for other in mine}
    near = beside.get(nearest(_name(event_id), beside))
    near = near or elsewhere.get(nearest(_name(event_id)[_DAY:], elsewhere))
    if near:
        return f"Maksud Anda “{near}”?"
    folder = event_path(event_id).rpartition("/")[0]
    return (
        f"Periksa nama berkasnya di {PREFIX}{folder}/."
        if beside
        else "Buat dahulu berkas kegiatannya."
    )


def _name(event_id: str) -> str:
    return event_id.rpartition("/")[2]


def _district_hint(slug: str, known: Sequence[str]) -> str:
    bare = slug.removeprefix(DISTRICT_PREFIX)
    if bare in known:
        return f"Tulis tanpa “{DISTRICT_PREFIX}”: {bare}"
    return meant(bare, known, f"Kecamatan yang ada: {', '.join(known)}.")
