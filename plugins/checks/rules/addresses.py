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

# A dot in the first part could take the place of a file such as /robots.txt.
_FORM = re.compile(r"/[A-Za-z0-9_-]+/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*\Z", re.ASCII)


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
            if told := _slip_of(alias, newsroom) or _claimed(alias, post, first):
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


def _slip_of(alias: str, newsroom: Newsroom) -> tuple[str, str] | None:
    if not _FORM.match(alias):
        return (
            f"Alamat lama {quoted(alias)} salah bentuk.",
            "Tulis bagian sesudah nama situs, diawali dan diakhiri “/”, "
            "contoh /berita/dinkes/2026/10/slug-lama/.",
        )
    if _is_taken(alias, newsroom):
        return f"Alamat {quoted(alias)} masih dipakai situs ini.", "Hapus alamat itu dari “alias”."
    return None


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
