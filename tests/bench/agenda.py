"""What activities add to a build: as many as posts, each covered by one of them.

The figures of posts alone are to hold beside a full agenda: so ours is built without and with
activities, and Hugo, which knows none, with the posts alone.
"""

import statistics
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.bench import corpus, sites
from tests.bench.building import HUGO, OURS, Run, Site
from tests.bench.corpus import LAST_DAY, SeededPost

FULL = "with activities"
BARE = "posts alone"
EDITED = "one edited"
SHARED = ("cold", EDITED, "one new")  # cases that Hugo and posts alone know too


class Agenda(Site):
    """Ours, with an activity for every post."""

    def __init__(self, folder: Path, posts: list[SeededPost]) -> None:
        super().__init__(OURS, folder, posts)
        for post in posts:
            self._write(sites.our_path(post), sites.our_text(post, _id_of(post)))
            self._write(f"content/agenda/{_id_of(post)}.md", _activity(post))
        self.commit()
        sites.git(folder, "gc", "-q")

    def put(self, post: SeededPost, covers: SeededPost | None = None) -> None:
        """A post that covers its own activity, or that of another post."""
        self._write(sites.our_path(post), sites.our_text(post, _id_of(covers or post)))
        self.commit()

    def plan(self, post: SeededPost, place: str) -> None:
        """The activity of a post, new or edited."""
        self._write(f"content/agenda/{_id_of(post)}.md", _activity(post, place))
        self.commit()

    def _write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def section(count: int, rounds: int, folder: Path) -> str:
    """One N as Markdown: medians, and the ratio to what Hugo takes for one post."""
    posts = list(corpus.posts(count))
    built = {
        HUGO: Site(HUGO, folder / "hugo", posts),
        BARE: Site(OURS, folder / "berita", posts),
        FULL: Agenda(folder / "agenda", posts),
    }
    runs: dict[tuple[str, str], list[Run]] = {}
    for turn in range(rounds):
        for case, change in _changes(posts, turn).items():
            for name, site in built.items():
                if case not in SHARED and name != FULL:
                    continue
                change(site)
                run = site.build()
                runs.setdefault((case, name), []).append(run)
                print(f"{count} {case:20} {name:16} {run.wall:8.2f} s", flush=True)
    return "\n".join([f"## {count:,} posts", "", *_table(runs)]) + "\n"


def _changes(posts: list[SeededPost], turn: int) -> dict[str, Callable[[Site], None]]:
    old = posts[-1 - turn]
    edited = replace(old, body=old.body + f"\nSuntingan {turn}.\n")
    new = replace(posts[-1], slug=f"baru-{turn}", day=LAST_DAY, title=f"Berita baru {turn}")

    def put_new(site: Site) -> None:
        if isinstance(site, Agenda):
            site.put(new, covers=posts[-1])
        else:
            site.put(new)

    def plan(site: Site, place: str) -> None:
        assert isinstance(site, Agenda)
        site.plan(new, place)

    return {
        "cold": Site.clear,
        EDITED: lambda site: site.put(edited),
        "one new": put_new,
        "one activity new": lambda site: plan(site, "Aula kantor"),
        "one activity edited": lambda site: plan(site, "Ruang pola"),
    }


def _table(runs: dict[tuple[str, str], list[Run]]) -> list[str]:
    rows = ["| case | site | wall s (min–max) | × Hugo | CPU s | peak MB |"]
    rows.append("|---|---|---|---|---|---|")
    for (case, name), found in runs.items():
        walls = [run.wall for run in found]
        rival = runs[(case if case in SHARED else EDITED, HUGO)]
        ratio = statistics.median(a / b.wall for a, b in zip(walls, rival, strict=True))
        shown = "" if name == HUGO else f"{ratio:.3f}" if ratio < 0.1 else f"{ratio:.2f}"
        cpu = statistics.median(run.cpu for run in found)
        memory = max(run.memory for run in found) / 1024
        spread = f"{statistics.median(walls):.2f} ({min(walls):.2f}–{max(walls):.2f})"
        rows.append(f"| {case} | {name} | {spread} | {shown} | {cpu:.1f} | {memory:.0f} |")
    return rows


def _id_of(post: SeededPost) -> str:
    return f"{post.agency}/{post.day:%Y/%m/%d}-{post.slug}"


def _activity(post: SeededPost, place: str = "Aula kantor") -> str:
    return (
        f'---\nacara: {post.title}\ntanggal: {post.day}\nmulai: "08:00"\ntempat: {place}\n'
        f"kecamatan: {post.district}\n---\n"
    )
