"""Posts: embargo, last change, agencies."""

from plugins.model.post import Correction, Reply, Withdrawal
from tests.model.makers import at, make_post


def test_a_post_without_an_embargo_is_out_even_before_its_date():
    assert make_post(date="2026-11-24 09:30").is_out(at("2026-11-01"))


def test_an_embargo_ends_at_its_minute():
    post = make_post(publish_at=at("2026-11-24 07:00"))

    assert not post.is_out(at("2026-11-24 06:59"))
    assert post.is_out(at("2026-11-24 07:00"))


def test_an_embargo_without_an_hour_ends_at_midnight():
    post = make_post(publish_at=at("2026-11-24"))

    assert not post.is_out(at("2026-11-23 23:59"))
    assert post.is_out(at("2026-11-24 00:00"))


def test_an_untouched_post_was_last_changed_when_it_appeared():
    assert make_post(date="2026-11-24 09:30").updated == at("2026-11-24 09:30")


def test_the_latest_correction_reply_or_withdrawal_is_the_last_change():
    post = make_post(
        date="2026-11-24 09:30",
        corrections=(Correction(at("2026-11-26"), "a"), Correction(at("2026-11-25"), "b")),
        replies=(Reply(at("2026-11-27 10:00"), "Dinkes", "c"),),
    )
    withdrawn = make_post(withdrawal=Withdrawal(at("2026-12-01"), "d"))

    assert post.updated == at("2026-11-27 10:00")
    assert withdrawn.updated == at("2026-12-01")


def test_agency_and_partners_stand_once_each():
    post = make_post(partners=("kec-masamba", "dinkes"))

    assert post.agencies == ("dinkes", "kec-masamba")
