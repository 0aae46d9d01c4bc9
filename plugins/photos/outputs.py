"""Renditions of the photos that published posts show, their cards, and their press packs.

The renderers here only call those beside them: most builds make no photo, and do without
loading Pillow.
"""

from collections.abc import Iterator

from plugins.model.addresses import output_path
from plugins.model.edition import Edition
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output, Resources
from plugins.model.press import Pack
from plugins.photos.recipe import CardWork, Work, fallback_work, path_of, works


def outputs(edition: Edition) -> Iterator[Output]:
    """Photos belong to the months of their posts; one card is everybody's."""
    yield _card_output(CardWork(edition.site.preview))


def month_outputs(edition: MonthEdition) -> Iterator[Output]:
    chapter = edition.chapter
    blobs = {use.blob for post in chapter.published for use in post.photos}
    for blob in sorted(blobs):
        for work in works(blob, chapter.room.photos[blob]):
            yield Output(path_of(work), _rendition, work, costly=True, final=True, kin=blob)
    yield from _card_outputs(edition)
    for pack in edition.packs.values():
        yield pack_output(pack)


def pack_output(pack: Pack) -> Output:
    return Output(output_path(pack.href), _pack, pack, costly=True, last=pack.last.day)


def _card_outputs(edition: MonthEdition) -> Iterator[Output]:
    """Two posts that look the same share a card."""
    facts, made = edition.chapter.room.photos, {edition.site.preview.href}  # that is everybody's
    for post in edition.chapter.published:
        preview = edition.previews[post.id]
        if preview.href not in made:
            made.add(preview.href)
            blob = post.photos[0].blob if post.photos else ""
            yield _card_output(
                CardWork(preview, fallback_work(blob, facts[blob]) if blob else None)
            )


def _card_output(work: CardWork) -> Output:
    kin = work.photo.blob if work.photo else ""
    return Output(output_path(work.preview.href), _card, work, costly=True, final=True, kin=kin)


def _rendition(work: Work, resources: Resources) -> bytes:
    from plugins.photos.render import rendition  # noqa: PLC0415

    return rendition(work, resources)


def _card(work: CardWork, resources: Resources) -> bytes:
    from plugins.photos.card import card  # noqa: PLC0415

    return card(work, resources)


def _pack(pack: Pack, resources: Resources) -> bytes:
    from plugins.photos.pack import pack_file  # noqa: PLC0415

    return pack_file(pack, resources)
