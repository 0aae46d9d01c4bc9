from plugins.agenda.evidence import EvidenceMonth
from plugins.model.books import AgencyMonth
from plugins.model.coverage import Figures
from plugins.model.month import Month
from plugins.model.outline import Pieces
from tests.theme.conftest import words


def test_a_month_leads_to_its_list_and_gives_its_figures(render):
    counted = AgencyMonth(Month(2026, 11), Figures(covered=5, missed=1), Pieces(7, 5), 1)
    html = render("monthly", months=(EvidenceMonth("/cakupan/uji/2026/11/", counted),))
    row = html.split("<tbody>")[1]

    assert words(row.replace("><", "> <")) == "November 2026 5 dari 6 (83%) 1 7"
    assert 'href="/cakupan/uji/2026/11/"' in row


def test_a_month_in_which_nothing_was_held_has_no_rate(render):
    counted = AgencyMonth(Month(2026, 11), Figures(ahead=1), Pieces(), -1)
    row = render("monthly", months=(EvidenceMonth("/x/", counted),)).split("<tbody>")[1]

    assert words(row.replace("><", "> <")) == "November 2026 – 0 0"
