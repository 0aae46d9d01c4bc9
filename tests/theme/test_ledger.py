import msgspec

from plugins.agenda.ledger import AgencyRow
from plugins.model.coverage import Figures
from tests.theme.conftest import ESCAPED, HOSTILE, words

ROW = AgencyRow(
    slug="uji", name="Dinas Uji", short="Uji", figures=Figures(), posts=0, unplanned=0, delay=-1,
    since_last=-1, silent=False, idle=False, vacant=False,
)  # fmt: skip


def shown(render, figures: Figures = ROW.figures, **fields) -> str:
    row = msgspec.structs.replace(ROW, figures=figures, **fields)
    html = render("ledger", caption="November 2026", rows=(row,))
    return html.split("<tbody", 1)[1]


def test_a_row_gives_fractions_in_words_and_the_rest_in_numbers(render):
    body = shown(
        render, Figures(covered=6, waiting=2, missed=1, waived=1, ahead=1, called_off=1),
        posts=12, unplanned=5, delay=2, since_last=3,
    )  # fmt: skip

    assert words(body.replace("><", "> <")).partition("> ")[2] == (
        "Dinas Uji 6 dari 10 (60%) 6 dari 9 (66%) tanpa yang tidak diberitakan "
        "12 tercatat 2 menunggu 1 belum 1 tidak diberitakan 2 hari sampai terbit "
        "5 dari 12 berita tanpa agenda Berita terakhir 3 hari lalu"
    )


def test_few_activities_are_not_a_percentage(render):
    assert "1 dari 2<" in shown(render, Figures(covered=1, missed=1))


def test_where_all_were_waived_there_is_no_second_rate(render):
    body = words(shown(render, Figures(waived=2)))

    assert "semuanya tidak diberitakan" in body
    assert "0 dari 0 tanpa yang" not in body


def test_a_missed_number_stands_out_and_a_zero_steps_back(render):
    body = shown(render, Figures(missed=1))

    assert body.count("ledger__number--late") == 1
    assert body.count("ledger__number--none") == 4  # waiting, waived, delay, unplanned


def test_an_agency_without_agenda_is_said_to_have_none(render):
    body = shown(render, silent=True, idle=True)

    assert "Agenda bulan ini kosong" in body
    assert "Agenda pekan ini kosong" not in body


def test_an_empty_week_is_said(render):
    assert "Agenda pekan ini kosong" in shown(render, Figures(covered=1), idle=True)


def test_an_agency_whose_activities_lie_ahead_is_not_called_silent(render):
    assert "Belum ada yang selesai" in shown(render, Figures(ahead=2))


def test_the_last_post_may_be_of_today_or_of_no_day(render):
    assert "Berita terakhir hari ini" in words(shown(render, since_last=0))
    assert "Berita terakhir belum ada" in words(shown(render, since_last=-1))


def test_a_vacancy_is_said(render):
    assert "Belum ada petugas humas" in shown(render, vacant=True)


def test_a_name_leads_to_what_stands_behind_the_numbers(render):
    assert 'href="/cakupan/uji/"' in shown(render)
    assert ESCAPED in shown(render, name=HOSTILE)


def test_it_stays_a_table_for_those_who_listen(render):
    html = render("ledger", caption="November 2026", rows=(ROW,))

    assert html.count('role="columnheader"') == 9
    assert html.count('role="rowheader"') == 1
    assert html.count('role="cell"') == 8


def test_every_cell_but_the_name_says_by_what_number_it_is_sorted(render):
    body = shown(render, Figures(covered=1, missed=1), posts=4, unplanned=1, delay=2, since_last=9)

    assert [part.split('"')[0] for part in body.split('data-value="')[1:]] == [
        "50", "2", "0", "1", "0", "2", "1", "9",
    ]  # fmt: skip
