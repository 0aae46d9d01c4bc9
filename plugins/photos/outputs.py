"""The renditions of every photo that a published post shows; each blob once in a month."""

from collections.abc import Iterator

from plugins.model.edition import Edition, MonthEdition
from plugins.model.output import Output
from plugins.photos.recipe import path_of, works
from plugins.photos.render import rendition


def outputs(_edition: Edition) -> Iterator[Output]:
    """Photos belong to the months of their posts."""
    return iter(())


def month_outputs(edition: MonthEdition) -> Iterator[Output]:
    chapter = edition.chapter
    blobs = {use.blob for post in chapter.published for use in post.photos}
    for blob in sorted(blobs):
        for work in works(blob, chapter.room.photos[blob]):
            yield Output(path_of(work), rendition, work, costly=True, final=True, kin=blob)
