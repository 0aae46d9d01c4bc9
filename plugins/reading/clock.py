"""The one place where the present moment is read."""

from datetime import UTC, datetime, timedelta

from plugins.model.moment import Moment

_WITA = timedelta(hours=8)


def now() -> Moment:
    """The present minute in WITA."""
    here = datetime.now(UTC) + _WITA
    return Moment(here.toordinal(), here.hour * 60 + here.minute)
