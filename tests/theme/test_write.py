from plugins.model.forge import NewFile
from tests.theme.conftest import ESCAPED, HOSTILE, words

WHATSAPP = "https://wa.me/?text=Bahan%20berita"
COMMAND = "make berita KEGIATAN=distan/2026/11/24-temu"


def written(render, **fields) -> str:
    plain = {
        "composer": "/tulis/?kegiatan=a",
        "editor": None,
        "text": "",
        "whatsapp": WHATSAPP,
        "command": COMMAND,
    }
    return render("write", **{**plain, **fields})


def test_without_a_forge_there_are_the_message_and_the_command(render):
    html = written(render)

    assert words(html) == (
        "Tulis beritanya Tulis di ponsel untuk petugas humas, tanpa akun; yang sudah diketahui "
        "terisi sendiri Kirim bahan lewat WhatsApp kepada Humas, tanpa akun "
        f"Dari salinan di komputer: {COMMAND}"
    )
    assert f'href="{WHATSAPP}" rel="noopener nofollow"' in html
    assert 'id="tulis"' in html
    assert 'href="/tulis/?kegiatan=a"' in html


def test_an_editor_that_holds_the_text_only_waits_for_answers(render):
    html = written(render, editor=NewFile("https://forge.test/new?filename=a&value=b", True))

    assert 'href="https://forge.test/new?filename=a&amp;value=b" rel="noopener nofollow"' in html
    assert "isinya tinggal dilengkapi" in html
    assert "<pre" not in html


def test_an_editor_without_the_text_has_it_beside(render):
    html = written(render, editor=NewFile("https://forge.test/new", False), text=HOSTILE)

    assert "tempel teks di bawah ini" in html
    assert f'<pre class="write__text" tabindex="0">{ESCAPED}</pre>' in html
