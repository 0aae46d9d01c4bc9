from plugins.agencies.outputs import ListedAgency
from plugins.model.card import Link
from tests.theme.conftest import words


def listed(name: str, short: str, vacant: bool = False, children=()) -> ListedAgency:
    return ListedAgency(name, short, "/perangkat-daerah/uji/", vacant, children)


def test_name_short_name_vacancy_and_units_are_shown(render):
    unit = Link("Puskesmas Uji", "/perangkat-daerah/pkm-uji/")
    html = render("roster", agencies=(listed("Dinas Kesehatan", "Dinkes", True, (unit,)),))

    assert words(html) == "Dinas Kesehatan Dinkes Belum ada petugas humas Puskesmas Uji"


def test_a_short_name_that_says_nothing_new_is_left_out(render):
    html = render("roster", agencies=(listed("Kecamatan Seko", "Kec. Seko"),))

    assert words(html) == "Kecamatan Seko"
