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
    label: str
    count: int


class Histogram(Value, frozen=True):
    width: int
    height: int  # of the columns, without labels
    pillars: tuple[Pillar, ...]


def histogram(counts: Sequence[int], labels: Sequence[str]) -> Histogram:
    """Columns in proportion; the highest fills the height, and what is not nothing is seen."""
    most = max(counts, default=0)
    pillars = (
        _pillar(number, count, most, label)
        for number, (count, label) in enumerate(zip(counts, labels, strict=True))
    )
    return Histogram(STEP * len(counts), HEIGHT, tuple(pillars))


def _pillar(number: int, count: int, most: int, label: str) -> Pillar:
    height = max(1, round(HEIGHT * count / most)) if count else 0
    left = STEP * number + (STEP - WIDTH) // 2
    return Pillar(left, HEIGHT - height, height, STEP * number + STEP // 2, label, count)
