"""R: addresses that a file claims besides the one its path gives it."""

import re
from collections.abc import Iterator

from plugins.checks.files import has_file
from plugins.checks.rulebook import PREFIX, Finding, Question, Scope, rule
from plugins.checks.wording import quoted
from plugins.model.addresses import RESERVED, page_href, place_of, post_path
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.newsroom import Newsroom
from plugins.model.post import Post

# A dot in the first part could take the place of a file such as /robots.txt, a folder called
# index.html that of a page; and no disk takes a name of more than 255 bytes.
_FORM = re.compile(
    r"/[a-z0-9_-]{1,200}/(?:(?!index\.html/)[a-z0-9_-][a-z0-9._-]{0,199}/)*\Z",
    re.ASCII | re.IGNORECASE,
)


@rule("R406", Severity.GALAT, Scope.NEWSROOM)
def bad_alias(question: Question) -> Iterator[Finding]:
    """Alamat lama tidak dapat dipakai.

    Mengapa: alamat lama mengantar pembaca ke berita ini. Alamat itu harus diawali dan
    diakhiri “/”, dan belum dipakai halaman atau berita lain.

    Salah:
        alias: [https://contoh.id/berita/slug-lama]

    Benar:
        alias: [/berita/dinkes/2026/10/slug-lama/]
    """
    newsroom = question.newsroom
    claims: dict[str, Post] = {}
    # Of two posts that claim one address, the earlier one keeps it.
    for post in sorted(newsroom.posts.values(), key=lambda p: (p.date.minutes, p.id)):
        for alias in post.aliases:
            first = claims.setdefault(alias.casefold(), post)
            if told := _slip_of(alias, post, newsroom) or _claimed(alias, post, first):
                message, hint = told
                yield Finding(message, hint, path=post_path(post.id), key="alias", value=alias)


@rule("R407", Severity.GALAT)
def reserved_page(manuscript: Manuscript) -> Iterator[Finding]:
    """Nama halaman sudah dipakai situs.

    Mengapa: alamat itu milik bagian lain situs, misalnya daftar berita atau pencarian.

    Salah:
        content/halaman/agenda.md

    Benar:
        content/halaman/tentang-agenda.md
    """
    slug = manuscript.place.slug
    if manuscript.place.kind == "page" and slug in RESERVED:
        yield Finding(
            f"Nama halaman “{slug}” sudah dipakai bagian lain situs.",
            f"Beri nama berkas yang lain, contoh {PREFIX}halaman/tentang-{slug}.md.",
        )


def _slip_of(alias: str, post: Post, newsroom: Newsroom) -> tuple[str, str] | None:
    if not _FORM.match(alias):
        return (
            f"Alamat lama {quoted(alias)} salah bentuk.",
            "Tulis bagian sesudah nama situs, diawali dan diakhiri “/”, "
            "contoh /berita/dinkes/2026/10/slug-lama/.",
        )
    if _is_taken(alias, newsroom):
        return f"Alamat {quoted(alias)} masih dipakai situs ini.", "Hapus alamat itu dari “alias”."
    if _is_foreign(alias, post, newsroom):
        return (
            f"Alamat {quoted(alias)} milik perangkat daerah lain.",
            f"Pakai hanya alamat lama sendiri, yang diawali /berita/{post.agency}/.",
        )
    return None


def _is_foreign(alias: str, post: Post, newsroom: Newsroom) -> bool:
    """Whether another agency could want this address for a post that it will write."""
    place = place_of(f"{alias.lower().strip('/')}/index.md")
    agency = place.agency if place else post.agency
    return agency != post.agency and agency in newsroom.agencies


def _claimed(alias: str, post: Post, first: Post) -> tuple[str, str] | None:
    if first.id == post.id:
        return None
    return (
        f"Alamat {quoted(alias)} sudah menjadi alamat lama berita “{first.id}”.",
        "Hapus alamat itu dari salah satu berita.",
    )


def _is_taken(alias: str, newsroom: Newsroom) -> bool:
    """Whether the site has this address, or may have it one day without asking."""
    lower = alias.lower()
    first = lower.split("/")[1]
    if first not in RESERVED:
        return any(page_href(slug) == lower for slug in newsroom.pages)
    place = place_of(f"{lower.strip('/')}/index.md")
    if place is None or place.kind != "post":
        return True
    return has_file(newsroom, post_path(place.id))
