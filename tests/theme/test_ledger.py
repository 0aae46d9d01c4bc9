from plugins.agenda.ledger import AgencyRow
from plugins.model.coverage import Figures
from tests.theme.conftest import words


def row(figures: Figures, vacant: bool = False, silent: bool = False) -> AgencyRow:
    return AgencyRow("Dinas Uji", "Uji", "/perangkat-daerah/uji/", figures, vacant, silent)


def shown(render, *rows: AgencyRow) -> str:
    html = render("ledger", caption="November 2026", rows=rows)
    return html.split("<tbody", 1)[1]


def test_a_row_gives_the_fraction_in_words_and_the_rest_in_numbers(render):
    body = shown(render, row(Figures(covered=6, waiting=2, missed=1, waived=1)))

    assert words(body).endswith("Dinas Uji 6 dari 10 (60%) 2 menunggu 1 belum 1 tidak diberitakan")


def test_few_activities_are_not_a_percentage(render):
    assert "1 dari 2<" in shown(render, row(Figures(covered=1, missed=1)))


def test_a_missed_number_stands_out_and_a_zero_steps_back(render):
    body = shown(render, row(Figures(missed=1)))

    assert body.count("ledger__number--late") == 1
    assert body.count("ledger__number--none") == 2


def test_an_agency_without_agenda_is_said_to_have_none(render):
    assert "Belum ada agenda" in shown(render, row(Figures(), silent=True))


def test_an_agency_whose_activities_lie_ahead_is_not_called_silent(render):
    assert "Belum ada yang selesai" in shown(render, row(Figures(ahead=2)))


def test_a_vacancy_is_said(render):
    assert "Belum ada petugas humas" in shown(render, row(Figures(), vacant=True))


def test_it_stays_a_table_for_those_who_listen(render):
    html = render("ledger", caption="November 2026", rows=(row(Figures(covered=1)),))

    assert html.count('role="columnheader"') == 5
    assert html.count('role="rowheader"') == 1
    assert html.count('role="cell"') == 4
