"""A calendar month: the unit in which content is read, judged and made into pages.

The path of a post or activity holds its year and month, so a change touches one month
and, through neighbours and references, a few near it.
"""

from collections.abc import Iterator
from datetime import date

from plugins.model.moment import SHORT_MONTHS, Moment, month_words
from plugins.model.record import Value


class Month(Value, frozen=True, order=True):
    year: int
    month: int

    @property
    def name(self) -> str:
        """2026-11"""
        return f"{self.year:04}-{self.month:02}"

    @property
    def words(self) -> str:
        """November 2026"""
        return month_words(self.year, self.month)

    @property
    def short(self) -> str:
        """Nov 26"""
        return f"{SHORT_MONTHS[self.month - 1]} {self.year % 100:02}"

    @property
    def brief(self) -> str:
        """Nov"""
        return SHORT_MONTHS[self.month - 1]

    @property
    def first_day(self) -> int:
        """The ordinal of its first day, as Moment.day."""
        return date(self.year, self.month, 1).toordinal()

    @property
    def last_day(self) -> int:
        return self.back(-1).first_day - 1

    def back(self, months: int) -> "Month":
        number = self.year * 12 + self.month - 1 - months
        return Month(number // 12, number % 12 + 1)

    def before(self, days: int) -> Iterator["Month"]:
        """The earlier months that hold one of the *days* before its first day, newest first."""
        earliest = month_of(Moment(self.first_day - days))
        month = self.back(1)
        while month >= earliest:
            yield month
            month = month.back(1)


def month_of(moment: Moment) -> Month:
    return Month(moment.year, moment.month)


def month_named(name: str) -> Month:
    """Read `2026-11`; raises ValueError for anything else."""
    year, month = name.split("-")
    return Month(int(year), int(month))


def month_of_id(identity: str) -> Month:
    """The month in the id of a post or activity: dinkes/2026/11/24-imunisasi."""
    _agency, year, month, _rest = identity.split("/", 3)
    return Month(int(year), int(month))
