import pytest

from plugins.model.coverage import Figures
from plugins.model.moment import parse_moment
from tests.theme.conftest import words


def told(render, total: Figures, backlog: int = 0) -> str:
    today = parse_moment("2026-11-24")
    facts = {"month": "November 2026", "total": total, "backlog": backlog, "grace_days": 3}
    return words(render("report", today=today, **facts))


@pytest.mark.parametrize(
    ("total", "sentence"),
    [
        (Figures(covered=4), "4 dari 4 kegiatan perangkat daerah sudah diberitakan."),
        (Figures(covered=4, missed=1), "sudah diberitakan dan 1 belum."),
        (Figures(covered=4, waiting=2), "sudah diberitakan dan 2 masih menunggu berita."),
        (
            Figures(covered=4, missed=1, waiting=2),
            "sudah diberitakan, 1 belum, dan 2 masih menunggu berita.",
        ),
    ],
)
def test_the_sentence_can_be_read_aloud(render, total, sentence):
    assert sentence in told(render, total)


def test_a_month_without_activities_is_a_sentence_too(render):
    assert told(render, Figures()).startswith("Belum ada kegiatan yang berlangsung pada November")


def test_the_rate_is_also_given_without_the_waived(render):
    assert "cakupan November 2026 adalah 6 dari 7 (85%)." in told(
        render, Figures(covered=6, missed=1, waived=2)
    )


def test_the_backlog_counts_all_months(render):
    assert "Dari semua bulan, jumlahnya 9 kegiatan." in told(render, Figures(covered=1), backlog=9)
