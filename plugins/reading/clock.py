"""The one place where the present moment is read."""

from datetime import UTC, datetime, timedelta

from plugins.model.moment import Moment, parse_moment

_WITA = timedelta(hours=8)


def now() -> Moment:
    """The present minute in WITA."""
    here = datetime.now(UTC) + _WITA
    return Moment(here.toordinal(), here.hour * 60 + here.minute)


def moment_of(text: str | None) -> Moment:
    """The moment a setting or option names, or the present one."""
    return parse_moment(text) if text else now()
