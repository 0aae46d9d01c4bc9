"""The counting behind the ledger, in one process: the join, and what bukti dukung adds to a plan.

python -m tests.bench.counting
"""

import statistics
import time
from collections.abc import Callable, Iterable

from plugins.agenda.evidence import evidence_month_outputs
from plugins.builds.fingerprint import fingerprint
from plugins.model.coverage import join, namings_of
from plugins.model.event import Event
from plugins.model.monthedition import MonthEdition
from plugins.model.post import Post
from tests.model.makers import at, made_of, make_agency, make_event, make_post

JOINED = 10_000  # activities, and as many posts
AGENCIES = 45
OF_A_MONTH = 240  # posts, and as many activities: 2,900 of each in a year
ROUNDS = 7


def main() -> None:
    for line in lines():
        print(line, flush=True)


def lines() -> Iterable[str]:
    events, posts = _spread(JOINED, months=40)
    now = at("2026-11-25 08:00")
    seconds = _median(lambda: join(events, namings_of(posts), now, 3, "humas"))
    yield f"join of {JOINED:,} activities and {JOINED:,} posts: {seconds:.3f} s"
    month = _month()
    plan = _median(lambda: list(evidence_month_outputs(month)))
    outputs = list(evidence_month_outputs(month))
    marks = _median(lambda: [fingerprint(output, b"") for output in outputs])
    count = len(outputs)
    yield (
        f"bukti dukung of one month, {AGENCIES} agencies, {OF_A_MONTH} activities and posts: "
        f"{count} outputs planned in {plan * 1000:.1f} ms ({plan / count * 1e6:.0f} µs each), "
        f"fingerprints {marks * 1000:.1f} ms ({marks / count * 1e6:.0f} µs each)"
    )


def _month() -> MonthEdition:
    events, posts = _spread(OF_A_MONTH, months=1)
    agencies = [make_agency(f"pd-{number:02}") for number in range(AGENCIES)]
    (month,) = made_of(*events, *posts, agencies=agencies).months
    return month


def _spread(count: int, months: int) -> tuple[list[Event], list[Post]]:
    """Activities of all agencies over some months; each post names the one of its number."""
    events, posts = [], []
    for number in range(count):
        year, month = divmod(2026 * 12 + 10 - number % months, 12)
        day = f"{year}-{month + 1:02}-{number % 24 + 1:02}"
        own = {"agency": f"pd-{number % AGENCIES:02}"}
        shared = (f"pd-{(number + 7) % AGENCIES:02}",) if number % 4 == 0 else ()
        events.append(make_event(f"e{number}", day, partners=shared, **own))
        posts.append(make_post(f"p{number}", day, events=(events[-1].id,), partners=shared, **own))
    return events, posts


def _median(work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)


if __name__ == "__main__":
    main()
