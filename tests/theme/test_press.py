from plugins.model.press import pack_of
from tests.model.makers import SITE, make_agency, make_newsroom, make_post
from tests.theme.conftest import words

KIT = "/perangkat-daerah/dinkes/media/"


def test_a_pack_is_offered_with_its_size_and_its_last_day(render):
    post = make_post()
    pack = pack_of(post, make_newsroom(post), make_agency(), SITE)
    html = render("press", base="/lutra", pack=pack, kit=KIT)

    assert 'href="/lutra/pers/dinkes/2026/11/imunisasi.zip" download' in html
    assert "Paket pers (ZIP, 1,3 MB)" in html
    assert "Siaran, kontak, dan lisensi; tersedia sampai 24 Desember 2026." in words(html)


def test_without_a_pack_there_is_the_media_kit_alone(render):
    html = render("press", base="/lutra", pack=None, kit=KIT)

    assert f'href="/lutra{KIT}"' in html
    assert "ZIP" not in html
