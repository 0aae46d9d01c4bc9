from plugins.model.books import AgencyMonth
from plugins.model.coverage import Figures
from plugins.model.month import Month
from plugins.model.outline import Pieces
from tests.theme.conftest import words


def told(render, figures: Figures, delay: int = -1, hidden: int = 0, shared=(0, 0)) -> str:
    counted = AgencyMonth(Month(2026, 11), figures, Pieces(7, 5), delay)
    html = render(
        "summary", counted=counted, hidden=hidden, shared_activities=shared[0],
        shared_posts=shared[1],
    )  # fmt: skip
    return words(html.replace("><", "> <"))


def test_the_rate_is_a_sentence_with_and_without_the_waived(render):
    assert told(render, Figures(covered=6, missed=1, waived=3)).startswith(
        "6 dari 10 (60%) kegiatan sudah diberitakan; tanpa yang memang tidak diberitakan, "
        "6 dari 7 (85%)."
    )
    assert "tanpa yang memang" not in told(render, Figures(waived=2))


def test_a_month_that_is_ahead_and_one_without_agenda_are_sentences_too(render):
    assert told(render, Figures(ahead=1)).startswith("Belum ada kegiatan yang selesai.")
    assert told(render, Figures()).startswith("Tidak ada kegiatan dalam agenda.")


def test_every_figure_has_its_word(render):
    figures = Figures(covered=6, waiting=2, missed=1, waived=3, ahead=4, called_off=5)

    assert (
        "Tercatat 21 Terlaksana 12 Menunggu berita 2 Belum diberitakan 1 Tidak diberitakan 3 "
        "Ditunda atau batal 5 Berita 7 Berita tanpa agenda 2"
    ) in told(render, figures)


def test_the_delay_the_shared_and_the_hidden_are_said_where_there_are_any(render):
    assert told(render, Figures(covered=1), 2, hidden=3, shared=(1, 4)).endswith(
        "Separuh berita kegiatan terbit dalam 2 hari sesudah kegiatan. Termasuk 1 kegiatan dan 4 "
        "berita bersama yang dipimpin atau ditulis perangkat daerah lain. Sebanyak 3 kegiatan "
        "tidak dibuka untuk umum dan hanya dihitung."
    )
    assert told(render, Figures(covered=1), 0).endswith("terbit pada hari kegiatan.")
    assert told(render, Figures()).endswith("Berita tanpa agenda 2")
