"""Which lists a post stands on; a list is known by the address of its front page."""

from plugins.model.addresses import agency_href, category_href, district_href, tag_href
from plugins.model.newsroom import Newsroom
from plugins.model.post import Post

ARCHIVE = "/arsip/"  # the list of all posts


def fronts_of(post: Post, room: Newsroom) -> tuple[str, ...]:
    """Each list once: all posts, agencies with their parents, category, tags, places."""
    families = (room.family(slug) for slug in post.agencies)
    fronts = [
        ARCHIVE,
        *(agency_href(slug) for family in families for slug in family),
        category_href(post.category),
        *map(tag_href, post.tags),
        *map(district_href, post.districts),
    ]
    return tuple(dict.fromkeys(fronts))
