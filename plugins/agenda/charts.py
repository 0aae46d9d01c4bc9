"""Charts as numbers: where each column stands. The theme and the paper only draw them."""

from collections.abc import Sequence

from plugins.model.record import Value

HEIGHT = 100  # of the highest column
STEP = 60  # from one column to the next
WIDTH = 40  # of a column


class Pillar(Value, frozen=True):
    """One column; `top` counts downwards from the highest possible one."""

    left: int
    top: int
    height: int
    middle: int
    label: str  # below it
    words: str  # above it


class Histogram(Value, frozen=True):
    width: int
    height: int  # of the columns, without labels
    pillars: tuple[Pillar, ...]


def histogram(
    counts: Sequence[int], labels: Sequence[str], words: Sequence[str] = (), most: int = 0
) -> Histogram:
    """Columns in proportion, of *most* or of the highest; what is not nothing is seen."""
    most = most or max(counts, default=0)
    told = words or [str(count) for count in counts]
    pillars = (
        _pillar(number, count, most, label, above)
        for number, (count, label, above) in enumerate(zip(counts, labels, told, strict=True))
    )
    return Histogram(STEP * len(counts), HEIGHT, tuple(pillars))


def _pillar(number: int, count: int, most: int, label: str, words: str) -> Pillar:
    height = max(1, round(HEIGHT * count / most)) if count else 0
    left = STEP * number + (STEP - WIDTH) // 2
    return Pillar(left, HEIGHT - height, height, STEP * number + STEP // 2, label, words)
