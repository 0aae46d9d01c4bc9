"""One content file with everything that reading learned of it: what a rule looks at."""

from plugins.model.addresses import Place
from plugins.model.agency import Agency, Category, Page
from plugins.model.body import Body
from plugins.model.event import Event
from plugins.model.media import MediaMonth
from plugins.model.post import Post
from plugins.model.record import Value
from plugins.model.source import Problem, Source

Content = Post | Event | Agency | Page | MediaMonth


class Rendered(Value, frozen=True):
    """A body with what a rule needs to know about how it came about."""

    body: Body
    excerpt: str = ""
    photos: tuple[str, ...] = ()  # file names in the order of the text
    stray_photos: tuple[str, ...] = ()  # images inside a line of text; not shown
    bad_links: tuple[str, ...] = ()  # targets that were refused
    trouble: str = ""  # what the check of the output refused; the body is then empty


class Manuscript(Value, frozen=True):
    """`content` is None where a required value did not convert; a problem says why."""

    path: str  # relative to the content folder
    place: Place
    source: Source
    problems: tuple[Problem, ...] = ()  # of decoding, header and values, in file order
    content: Content | None = None
    categories: tuple[Category, ...] = ()  # only of rubrik.yaml
    rendered: Rendered = Rendered(body=())
