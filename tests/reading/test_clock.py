"""The present moment."""

from datetime import datetime, timedelta, timezone

import pytest

from plugins.model.moment import UnreadableMomentError
from plugins.reading.clock import moment_of, now
from tests.model.makers import at


def test_a_named_moment_is_read():
    assert moment_of("2026-11-24 09:30") == at("2026-11-24 09:30")


def test_a_misspelled_moment_is_refused_and_not_replaced_by_the_present_one():
    with pytest.raises(UnreadableMomentError):
        moment_of("besok")


@pytest.mark.parametrize("name", [None, ""])
def test_without_a_name_it_is_now_in_wita(name):
    wita = timezone(timedelta(hours=8))
    before, found, after = datetime.now(wita), moment_of(name), datetime.now(wita)

    assert before.replace(second=0, microsecond=0) <= datetime.fromisoformat(found.iso) <= after
    assert now().minute >= 0
