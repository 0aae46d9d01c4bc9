from tests.theme.conftest import words


def told(render, proposals: int, duration: str) -> str:
    return words(
        render("turnaround", month="November 2026", proposals=proposals, words=duration)
    ).partition(" Dihitung dari riwayat")[0]


def test_half_of_the_proposals_and_how_many_there_were(render):
    assert told(render, 14, "6 jam") == (
        "Separuh usul disetujui dalam 6 jam atau kurang, dihitung dari 14 usul yang disetujui "
        "pada November 2026."
    )


def test_one_has_no_half_and_none_has_no_time(render):
    assert told(render, 1, "6 jam") == "Satu usul disetujui pada November 2026, dalam 6 jam."
    assert told(render, 0, "-1 menit") == "Belum ada usul yang disetujui pada November 2026."
