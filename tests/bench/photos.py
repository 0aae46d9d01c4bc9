"""Photos: what their renditions cost, weigh and lose; Hugo makes the same ones in the same run.

Writes docs/dev/benchmark-photos.md.
"""

import io
import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from plugins.builds.fingerprint import fingerprint
from plugins.builds.keep import Keep
from plugins.builds.writer import Writer
from plugins.model.body import Body, BodyRef
from plugins.model.output import Output
from plugins.model.photo import PhotoFacts
from plugins.photos.recipe import path_of, works
from plugins.photos.render import Ladder, clean_pixels, rendition
from plugins.reading.git import blob_id
from plugins.reading.photos import photo_facts
from tests.bench.likeness import psnr, ssim
from tests.bench.pictures import SIZE, pictures

COPIES = 4  # of each picture, with a byte of its own, in one run
FACTS = PhotoFacts("JPEG", *SIZE, 1)  # of all the pictures; a build knows them from reading
PHONE = 672  # pixels: what a phone of 360 × 3 fetches as lead photo
HUGO_LAYOUT = """\
{{ range (resources.Match "*.jpg") }}
{{ (.Resize "360x webp q75").RelPermalink }} {{ (.Resize "672x webp q75").RelPermalink }}
{{ (.Resize "1008x webp q75").RelPermalink }} {{ (.Resize "1440x webp q75").RelPermalink }}
{{ (.Resize "1008x jpg q75").RelPermalink }}
{{ end }}
"""


class Cost(NamedTuple):
    wall: float  # seconds
    cpu: float  # seconds of all processes
    memory: int  # MB, of the largest process


class Folder:
    """The resources of a build: originals by their blob ids."""

    def __init__(self, originals: dict[str, bytes]) -> None:
        self.originals = originals

    def blob(self, blob: str) -> bytes:
        return self.originals[blob]

    def body(self, ref: BodyRef) -> Body:
        return ()


def measure(folder: Path, rounds: int) -> list[str]:
    """The page's tables as lines of Markdown."""
    found = pictures()
    count = len(found) * COPIES
    originals = [data + bytes([n]) for data in found.values() for n in range(COPIES)]
    ours, looks, hugo = [], [], []
    for _ in range(rounds):
        looks.append(_in_child(lambda: [photo_facts(data) for data in originals]))
        ours.append(_in_child(lambda: _all_renditions(originals)))
        hugo.append(_hugo(folder / "hugo", originals))
    return [
        f"{count} photos of {SIZE[0]} × {SIZE[1]} pixels ({_sizes(found)}), {rounds} rounds, "
        "medians. A photo gets four WebP and one JPEG.",
        "",
        "| per photo | CPU s | × Hugo | peak MB |",
        "|---|---|---|---|",
        _row("looking at it once (`photo_facts`)", looks, hugo, count),
        _row("all renditions", ours, hugo, count),
        _row("Hugo, the same renditions", hugo, hugo, count),
        "",
        *_kept(originals, folder / "keep"),
        "",
        "## What a rendition loses and weighs",
        "",
        "Against the original decoded whole and resized once with LANCZOS: first the pixels "
        "before they are encoded, then the file. PSNR and SSIM are of the luma.",
        "",
        "| photo | width | pixels: dB, SSIM | WebP: dB, SSIM | KB | JPEG: dB, SSIM | KB |",
        "|---|---|---|---|---|---|---|",
        *(row for name, data in found.items() for row in _losses(name, data)),
        "",
        "## AVIF beside WebP, at the width of a phone",
        "",
        "| photo | kind | CPU ms | KB | dB | SSIM |",
        "|---|---|---|---|---|---|",
        *(row for name, data in found.items() for row in _kinds(name, data)),
    ]


def _all_renditions(originals: list[bytes]) -> None:
    resources = Folder({blob_id(data): data for data in originals})
    for data in originals:
        for work in works(blob_id(data), FACTS):
            rendition(work, resources)


def _in_child(work: Callable[[], object]) -> Cost:
    started = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        work()
        os._exit(0)
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise RuntimeError(f"a child ended with status {status}")
    return Cost(
        time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024
    )


def _hugo(folder: Path, originals: list[bytes]) -> Cost:
    """Hugo with the photos, less Hugo without them."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "layouts").mkdir(parents=True)
    (folder / "assets").mkdir()
    (folder / "hugo.toml").write_text('baseURL = "/"\ndisableKinds = ["taxonomy", "RSS"]\n')
    (folder / "layouts/index.html").write_text(HUGO_LAYOUT)
    empty = _run_hugo(folder)
    for number, data in enumerate(originals):
        (folder / f"assets/{number}.jpg").write_bytes(data)
    shutil.rmtree(folder / "public")
    full = _run_hugo(folder)
    made = list((folder / "public").rglob("*_*.*"))
    if len(made) != 5 * len(originals):
        raise RuntimeError(f"Hugo made {len(made)} renditions of {len(originals)} photos")
    return Cost(full.wall - empty.wall, full.cpu - empty.cpu, full.memory)


def _run_hugo(folder: Path) -> Cost:
    started = time.perf_counter()
    process = subprocess.Popen(["hugo", "--quiet"], cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise RuntimeError(f"Hugo ended with {process.returncode}")
    return Cost(
        time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024
    )


def _kept(originals: list[bytes], folder: Path) -> list[str]:
    """A photo whose renditions are kept, written into an empty output."""
    resources = Folder({blob_id(data): data for data in originals})
    keep, writer = Keep(folder / "simpanan"), Writer(folder / "output")
    spent, waited = [], []
    for data in originals:
        made = [Output(path_of(work), rendition, work) for work in works(blob_id(data), FACTS)]
        for output in made:
            keep.put(fingerprint(output, b""), rendition(output.values, resources))
        started, busy = time.perf_counter(), time.process_time()
        for output in made:
            writer.write(output.path, keep.get(fingerprint(output, b"")) or b"")
        spent.append(time.process_time() - busy)
        waited.append(time.perf_counter() - started)
    return [
        f"Once made, the five renditions of a photo are put into an empty output in "
        f"{statistics.median(spent) * 1000:.2f} ms CPU ({statistics.median(waited) * 1000:.2f} ms "
        f"by the clock); in an output that has them, nothing is done."
    ]


def _losses(name: str, data: bytes) -> list[str]:
    with Image.open(io.BytesIO(data)) as original:
        whole = original.convert("RGB")
    made = {
        (work.kind, work.width): rendition(work, Folder({blob_id(data): data}))
        for work in works(blob_id(data), FACTS)
    }
    rows = []
    for width in sorted(width for kind, width in made if kind == "WEBP"):
        size = (width, SIZE[1] * width // SIZE[0])
        best = whole.resize(size, Image.Resampling.LANCZOS)
        cells = [_likeness(_pixels(data, size), best)]
        for kind in ("WEBP", "JPEG"):
            file = made.get((kind, width))
            cells += (
                [_likeness(_opened(file), best), f"{len(file) / 1024:.0f}"] if file else ["", ""]
            )
        rows.append(f"| {name} | {width} | " + " | ".join(cells) + " |")
    return rows


def _pixels(data: bytes, size: tuple[int, int]) -> Image.Image:
    """As the ladder of render.py makes them, before they are encoded."""
    rungs = next(iter(works("", FACTS))).rungs
    return Ladder(clean_pixels(data, rungs[0]), rungs).step(size)


def _kinds(name: str, data: bytes) -> list[str]:
    size = (PHONE, SIZE[1] * PHONE // SIZE[0])
    pixels = _pixels(data, size)
    ways = [
        ("WebP q75 method 2 (ours)", "WEBP", {"quality": 75, "method": 2}),
        ("WebP q75 method 4", "WEBP", {"quality": 75, "method": 4}),
        ("JPEG q75", "JPEG", {"quality": 75, "progressive": True}),
        *(
            (f"AVIF q{quality} speed {speed}", "AVIF", {"quality": quality, "speed": speed})
            for quality, speed in ((55, 9), (62, 9), (62, 8), (62, 6))
        ),
    ]
    rows = []
    for label, kind, options in ways:
        started = time.process_time()
        buffer = io.BytesIO()
        pixels.save(buffer, kind, **options)
        spent = (time.process_time() - started) * 1000
        file = buffer.getvalue()
        cells = _likeness(_opened(file), pixels).split(", ")
        rows.append(
            f"| {name} | {label} | {spent:.0f} | {len(file) / 1024:.0f} | {cells[0]} | {cells[1]} |"
        )
    return rows


def _likeness(one: Image.Image, best: Image.Image) -> str:
    return f"{psnr(one, best):.1f}, {ssim(one, best):.3f}"


def _opened(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB")


def _sizes(found: dict[str, bytes]) -> str:
    return ", ".join(f"{name} {len(data) / 1e6:.1f} MB" for name, data in found.items())


def _row(label: str, costs: list[Cost], hugo: list[Cost], count: int) -> str:
    cpu = statistics.median(cost.cpu for cost in costs) / count
    ratio = statistics.median(a.cpu / b.cpu for a, b in zip(costs, hugo, strict=True))
    memory = max(cost.memory for cost in costs)
    return f"| {label} | {cpu:.3f} | {ratio:.2f} | {memory} |"
