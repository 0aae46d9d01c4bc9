"""All that this room adds to the site: the composer and what it chooses from."""

from collections.abc import Iterator

from plugins.intake.choices import choices_output
from plugins.intake.composer import composer_outputs
from plugins.model.edition import Edition, MonthEdition
from plugins.model.output import Output
from plugins.model.portable import Portable


def outputs(portable: Portable, edition: Edition) -> Iterator[Output]:
    yield from composer_outputs(portable, edition)
    yield choices_output(edition)


def month_outputs(_edition: MonthEdition) -> Iterator[Output]:
    """Nothing here belongs to a month."""
    return iter(())
