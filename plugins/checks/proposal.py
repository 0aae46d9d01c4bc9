"""What a branch changes, from git; and the rights of the one who asks."""

from collections.abc import Sequence
from pathlib import Path

from plugins.checks.locate import Locator
from plugins.checks.rulebook import PREFIX, AddedReview, Change, Proposal
from plugins.checks.waiving import reviews_of
from plugins.model.addresses import post_path
from plugins.model.moment import Moment
from plugins.model.newsroom import Newsroom
from plugins.reading.tree import Tree, git

NO_FILE = "000000"


def merge_base(repository: Path, base: str, head: str) -> str:
    return git(repository, "merge-base", base, head).decode().strip()


def changes(repository: Path, base: str, head: str) -> list[Change]:
    """Every path that differs between two commits; a rename is a removal and an addition."""
    raw = git(repository, "diff", "--raw", "-z", "--no-renames", "--abbrev=40", base, head)
    fields = raw.split(b"\0")
    pairs = list(zip(fields[0:-1:2], fields[1::2], strict=False))
    sizes = _sizes(repository, [facts.split()[3].decode() for facts, _ in pairs])
    return [
        Change(
            path=path.decode(errors="backslashreplace"),
            old_mode=facts.split()[0].decode().removeprefix(":"),
            new_mode=facts.split()[1].decode(),
            size=sizes.get(facts.split()[3].decode(), 0),
        )
        for facts, path in pairs
    ]


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
    )


def _sizes(repository: Path, blobs: list[str]) -> dict[str, int]:
    real = [blob for blob in blobs if set(blob) != {"0"}]
    if not real:
        return {}
    told = git(repository, "cat-file", "--batch-check", stdin="\n".join(real).encode() + b"\n")
    rows = (row.split() for row in told.decode().splitlines())
    return {row[0]: int(row[2]) for row in rows if len(row) == 3 and row[2].isdigit()}
