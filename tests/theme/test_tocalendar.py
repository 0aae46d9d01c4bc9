from tests.theme.conftest import words


def test_what_is_ahead_invites_and_what_is_over_offers(render):
    href = "/agenda/dinkes/2026/11/24-senam/kegiatan.ics"

    assert words(render("tocalendar", href=href, ahead=True)) == "Tambahkan ke kalender"
    assert words(render("tocalendar", href=href, ahead=False)) == "Berkas kalender (.ics)"
    assert f'href="/lutra{href}"' in render("tocalendar", base="/lutra", href=href, ahead=True)
