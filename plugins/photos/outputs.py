"""Renditions of the photos that published posts show, their cards, and their press packs."""

from collections.abc import Iterator

from plugins.model.addresses import output_path
from plugins.model.edition import Edition, MonthEdition
from plugins.model.output import Output
from plugins.photos.card import CardWork, card
from plugins.photos.pack import pack_output
from plugins.photos.recipe import fallback_work, path_of, works
from plugins.photos.render import rendition


def outputs(edition: Edition) -> Iterator[Output]:
    """Photos belong to the months of their posts; one card is everybody's."""
    yield _card_output(CardWork(edition.site.preview))


def month_outputs(edition: MonthEdition) -> Iterator[Output]:
    chapter = edition.chapter
    blobs = {use.blob for post in chapter.published for use in post.photos}
    for blob in sorted(blobs):
        for work in works(blob, chapter.room.photos[blob]):
            yield Output(path_of(work), rendition, work, costly=True, final=True, kin=blob)
    yield from _card_outputs(edition)
    for pack in edition.packs.values():
        yield pack_output(pack)


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
    return Output(output_path(work.preview.href), card, work, costly=True, final=True, kin=kin)
