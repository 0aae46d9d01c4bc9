"""Renditions of the photos that published posts show, their cards, and their press packs."""

from collections.abc import Iterator

from plugins.model.addresses import output_path
from plugins.model.edition import Edition, MonthEdition
from plugins.model.output import Output
from plugins.model.preview import Preview
from plugins.photos.card import card
from plugins.photos.pack import pack_output
from plugins.photos.recipe import path_of, works
from plugins.photos.render import rendition


def outputs(edition: Edition) -> Iterator[Output]:
    """Photos belong to the months of their posts; one card is everybody's."""
    yield _card_output(edition.site.preview)


def month_outputs(edition: MonthEdition) -> Iterator[Output]:
    chapter = edition.chapter
    blobs = {use.blob for post in chapter.published for use in post.photos}
    for blob in sorted(blobs):
        for work in works(blob, chapter.room.photos[blob]):
            yield Output(path_of(work), rendition, work, costly=True)
    for preview in {preview.href: preview for preview in edition.previews.values()}.values():
        yield _card_output(preview)
    for pack in edition.packs.values():
        yield pack_output(pack)


def _card_output(preview: Preview) -> Output:
    return Output(output_path(preview.href), card, preview, costly=True)
