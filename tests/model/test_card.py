"""Links to the months of a list."""

from plugins.model.card import Link, month_links
from plugins.model.month import Month


def test_month_links_lead_below_the_front():
    months = (Month(2026, 11), Month(2025, 3))

    assert month_links("/arsip/", months) == (
        Link("November 2026", "/arsip/2026/11/"), Link("Maret 2025", "/arsip/2025/03/"),
    )  # fmt: skip
