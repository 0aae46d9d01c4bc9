"""What a branch changes, from git; and the rights of the one who asks."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.checks.locate import Locator
from plugins.checks.rulebook import PREFIX, AddedReview, Change, Proposal
from plugins.checks.waiving import reviews_of
from plugins.model.addresses import place_of, post_path
from plugins.model.moment import Moment
from plugins.model.newsroom import Newsroom
from plugins.reading.git import git
from plugins.reading.tree import Tree

NO_FILE = "000000"
_ALIKE = "--find-renames=70%"  # posts of one template are half alike without being the same


def merge_base(repository: Path, base: str, head: str) -> str:
    return git(repository, "merge-base", base, head).decode().strip()


def changes(repository: Path, base: str, head: str) -> list[Change]:
    """Every path that differs between two commits; a move is a removal and an addition."""
    raw = git(repository, "diff", "--raw", "-z", _ALIKE, "--abbrev=40", base, head)
    rows = list(_rows(raw.decode(errors="backslashreplace").split("\0")))
    sizes = _sizes(repository, [row.blob for row in rows])
    return sorted(change for row in rows for change in _of_row(row, sizes.get(row.blob, 0)))


def added_reviews(start: Newsroom, head: Newsroom, tree: Tree) -> list[AddedReview]:
    """The entries of `ditinjau` that the branch brings, also in a renamed or changed post."""
    old, locator = reviews_of(start), Locator(tree, head.entries)
    found = []
    for post in head.posts.values():
        for review in post.reviews:
            if review not in old.get(post.id, ()):
                path = post_path(post.id)
                line, column = locator.place(path, "ditinjau", review.finding)
                found.append(AddedReview(PREFIX + path, line, column, review.code, review.login))
    return found


def propose(
    changed: list[Change],
    login: str,
    base: Newsroom,
    today: Moment,
    bureau: str,
    reviews: Sequence[AddedReview] = (),
    kept: frozenset[str] = frozenset(),
) -> Proposal:
    """Join changes with the rights that the *base* gives; a branch cannot grant itself any."""
    login = login.lower()  # forges let the same account be written in capitals
    return Proposal(
        changes=changed,
        login=login,
        agencies=dict(base.agencies),
        own=base.officer_agencies(login, today),
        edits=login in base.editors(bureau, today),
        reviews=reviews,
        kept=kept,
    )


def kept_addresses(changed: Iterable[Change], head: Newsroom) -> frozenset[str]:
    """The ids of posts that go while another changed post claims their address."""
    places = (place_of(change.path.removeprefix(PREFIX)) for change in changed)
    posts = (head.posts.get(place.id) for place in places if place and place.kind == "post")
    claimed = {alias.lower().strip("/") for post in posts if post for alias in post.aliases}
    return frozenset(alias.removeprefix("berita/") for alias in claimed)


class _Row(NamedTuple):
    """A line of `git diff --raw`; one path, or two where git saw a move."""

    old_mode: str
    new_mode: str
    blob: str
    paths: list[str]


def _rows(fields: Sequence[str]) -> Iterator[_Row]:
    position = 0
    while position < len(fields) and fields[position]:
        old, new, _, blob, status = fields[position].lstrip(":").split()
        count = 2 if status.startswith("R") else 1
        yield _Row(old, new, blob, list(fields[position + 1 : position + 1 + count]))
        position += 1 + count


def _of_row(row: _Row, size: int) -> Iterator[Change]:
    first, last = row.paths[0], row.paths[-1]
    if first == last:
        yield Change(first, row.old_mode, row.new_mode, size)
    else:
        yield Change(first, row.old_mode, NO_FILE, 0, moved=last)
        yield Change(last, NO_FILE, row.new_mode, size, moved=first)


def _sizes(repository: Path, blobs: list[str]) -> dict[str, int]:
    real = [blob for blob in blobs if set(blob) != {"0"}]
    if not real:
        return {}
    told = git(repository, "cat-file", "--batch-check", stdin="\n".join(real).encode() + b"\n")
    rows = (row.split() for row in told.decode().splitlines())
    return {row[0]: int(row[2]) for row in rows if len(row) == 3 and row[2].isdigit()}
