"""The renditions of every photo that a published post shows; each blob once."""

from collections.abc import Iterator

from plugins.model.edition import Edition
from plugins.model.output import Output
from plugins.photos.recipe import path_of, works
from plugins.photos.render import rendition


def outputs(edition: Edition) -> Iterator[Output]:
    blobs = {use.blob for post in edition.published for use in post.photos}
    for blob in sorted(blobs):
        for work in works(blob, edition.newsroom.photos[blob]):
            yield Output(path_of(work), rendition, work, costly=True)
