"""What articles for plugins of Pelican are made of, and when: only if one is touched."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta, timezone
from functools import cached_property
from typing import Any

from plugins.model.body import Body, PhotoSlot
from plugins.model.moment import Moment

_WITA = timezone(timedelta(hours=8), "WITA")


class LazyArticles(Sequence[Any]):
    """A list that is made when somebody first looks into it."""

    def __init__(self, length: int, make: Callable[[], list[Any]]) -> None:
        self.length = length
        self.make = make

    def __len__(self) -> int:
        """Pelican asks at every build, so it is known without making the list."""
        return self.length

    def __getitem__(self, index: Any) -> Any:
        return self._articles[index]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._articles)

    @cached_property
    def _articles(self) -> list[Any]:
        return self.make()


def html_of(body: Body) -> str:
    return "\n".join(block.html for block in body if not isinstance(block, PhotoSlot))


def datetime_of(moment: Moment) -> datetime:
    return datetime.fromisoformat(moment.stamp).astimezone(_WITA)
