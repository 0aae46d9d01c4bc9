"""python -m tests.bench N …: ours, Hugo and plain Pelican in one interleaved run.

Writes a table of medians and ratios into docs/dev/benchmark.md, and one of the gate into
docs/dev/benchmark-gate.md, with one section for each N; sections of other N stay as they are.
What photos cost goes into docs/dev/benchmark-photos.md, what activities add to a build into
docs/dev/benchmark-agenda.md; what counting costs is only printed.
"""

import argparse
import os
import platform
import re
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path

from tests.bench import agenda, corpus, counting, gate, photos, sites
from tests.bench.building import HUGO, OURS, PELICAN, Run, Site
from tests.bench.corpus import LAST_DAY, SeededPost

PAGE = sites.ROOT / "docs/dev/benchmark.md"
GATE_PAGE = sites.ROOT / "docs/dev/benchmark-gate.md"
PHOTO_PAGE = sites.ROOT / "docs/dev/benchmark-photos.md"
AGENDA_PAGE = sites.ROOT / "docs/dev/benchmark-agenda.md"
PELICAN_LIMIT = 10_000  # posts; beyond it stock Pelican takes hours
CASES = ("cold", "one edited", "one new", "one late", "theme")


def measure(count: int, rounds: int, folder: Path) -> dict[str, dict[str, list[Run]]]:
    """Every case, each tool in turn, as many rounds as asked."""
    posts = list(corpus.posts(count))
    names = [OURS, HUGO, *([PELICAN] if count <= PELICAN_LIMIT else [])]
    built = [Site(name, folder / name.replace(" ", "-"), posts) for name in names]
    results: dict[str, dict[str, list[Run]]] = {c: {n: [] for n in names} for c in CASES}
    for turn in range(rounds):
        for case, change in _changes(posts, turn).items():
            for site in built:
                if site.name == PELICAN and case != "cold" and turn:
                    continue  # it builds everything each time; once is enough
                change(site)
                run = site.build()
                files, size = site.measured()
                results[case][site.name].append(replace(run, files=files, size=size))
                print(f"{count} {case:12} {site.name:12} {run.wall:8.2f} s", flush=True)
    return results


def _changes(posts: list[SeededPost], turn: int) -> dict[str, Callable[[Site], None]]:
    edited = replace(posts[-1 - turn], body=posts[-1 - turn].body + f"\nSuntingan {turn}.\n")
    new = replace(posts[-1], slug=f"baru-{turn}", day=LAST_DAY, title=f"Berita baru {turn}")
    back = LAST_DAY - timedelta(days=92)
    late = replace(posts[-2], slug=f"terlambat-{turn}", day=back, title=f"Berita terlambat {turn}")
    return {
        "cold": Site.clear,
        "one edited": lambda site: site.put(edited),
        "one new": lambda site: site.put(new),
        "one late": lambda site: site.put(late),
        "theme": lambda site: site.change_theme(turn + 1),
    }


def section(count: int, results: dict[str, dict[str, list[Run]]]) -> str:
    """One N as Markdown: medians, and the ratio of each tool to Hugo in the same run."""
    rows = [
        f"## {count:,} posts",
        "",
        "| case | tool | wall s (min–max) | × Hugo | CPU s | peak MB | files | MB out |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for case, by_name in results.items():
        for name, runs in by_name.items():
            if runs:
                rows.append(_row(case, name, runs, by_name[HUGO]))
    return "\n".join(rows) + "\n"


def _row(case: str, name: str, runs: list[Run], hugo: list[Run]) -> str:
    walls = [run.wall for run in runs]
    ratio = statistics.median(own.wall / other.wall for own, other in zip(runs, hugo, strict=False))
    last = runs[-1]
    spread = f"{statistics.median(walls):.2f} ({min(walls):.2f}–{max(walls):.2f})"
    cpu = statistics.median(run.cpu for run in runs)
    memory = max(run.memory for run in runs) / 1024
    shown = "" if name == HUGO else f"{ratio:.3f}" if ratio < 0.1 else f"{ratio:.2f}"
    return (
        f"| {case} | {name} | {spread} | {shown} | {cpu:.1f} | {memory:.0f} "
        f"| {last.files:,} | {last.size / 1e6:.0f} |"
    )


def machine() -> str:
    model = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
         if line.startswith("model name")), platform.machine(),
    )  # fmt: skip
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores ({model}), {memory:.0f} GB, {platform.system()} "
        f"{platform.release()}, Python {platform.python_version()}, Pelican {version('pelican')}, "
        f"Hugo {version('hugo')}"
    )


def keep(text: str, count: int, new: str) -> str:
    """Put a section in its place among those of other N, ascending."""
    parts = re.split(r"(?=^## )", text, flags=re.MULTILINE)
    head = parts[0]
    found = {int(part.split()[1].replace(",", "")): part for part in parts[1:]}
    found[count] = new + f"\nMeasured on: {machine()}.\n\n"
    return head + "".join(found[number] for number in sorted(found))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("count", type=int, nargs="+", help="how many posts")
    parser.add_argument("--rounds", type=int, default=5)
    parts = ("site", "gate", "counting", "photos", "agenda")
    parser.add_argument("--only", choices=parts, help="measure only this")
    options = parser.parse_args()
    if options.only in (None, "counting"):
        counting.main()
    if options.only in (None, "photos"):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            write_lines(PHOTO_PAGE, photos.measure(Path(folder), options.rounds))
    for count in options.count:
        if options.only in (None, "site"):
            with tempfile.TemporaryDirectory(prefix="bench-") as folder:
                new = section(count, measure(count, options.rounds, Path(folder)))
            write(PAGE, count, new)
        if options.only in (None, "agenda"):
            with tempfile.TemporaryDirectory(prefix="bench-") as folder:
                write(AGENDA_PAGE, count, agenda.section(count, options.rounds, Path(folder)))
        if options.only in (None, "gate"):
            with tempfile.TemporaryDirectory(prefix="bench-") as folder:
                found = gate.measure(list(corpus.posts(count)), options.rounds, Path(folder))
            write(
                GATE_PAGE, count, "\n".join([f"## {count:,} posts", "", *gate.rows(found)]) + "\n"
            )
    return 0


def write_lines(page: Path, lines: list[str]) -> None:
    head = page.read_text(encoding="utf-8").partition("\n<!-- measured -->\n")[0]
    text = "\n".join([*lines, "", f"Measured on: {machine()}.", ""])
    print(text)
    page.write_text(f"{head}\n<!-- measured -->\n\n{text}", encoding="utf-8")


def write(page: Path, count: int, new: str) -> None:
    print(new)
    page.write_text(keep(page.read_text(encoding="utf-8"), count, new), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
