from plugins.agenda.sheet import Bar, Cell, Column, Kind, Sheet, number, numbers
from plugins.model.event import EventState
from tests.theme.conftest import ESCAPED, HOSTILE, words

NAME = Column("Perangkat daerah")


def shown(render, *cells: Cell, columns: tuple[Column, ...] = ()) -> str:
    columns = columns or numbers(*(f"Angka {n}" for n in range(len(cells))))
    sheet = Sheet("Kegiatan", (NAME, *columns), ((Cell("Dinas Uji"), *cells),))
    return render("sheet", sheet=sheet)


def test_it_is_a_table_with_a_caption_for_those_who_listen(render):
    html = shown(render, number(3), number(4))

    assert '<caption class="sheet__caption">Kegiatan</caption>' in html
    assert (html.count('role="columnheader"'), html.count('role="rowheader"')) == (3, 1)
    assert html.count('role="cell"') == 2


def test_a_number_carries_the_label_of_its_column_for_phones(render):
    body = shown(render, number(3)).split("<tbody", 1)[1]

    assert words(body).endswith("Dinas Uji Angka 0 3")


def test_a_zero_and_what_is_not_known_step_back_and_what_is_late_stands_out(render):
    html = shown(render, number(0), number(None), number(2, late=True), number(0, late=True))

    assert html.count("sheet__cell--none") == 3
    assert html.count('<strong class="sheet__late">2</strong>') == 1


def test_many_columns_fold_on_tablets_too(render):
    assert "sheet--wide" in shown(render, *[number(1)] * 6)
    assert "sheet--wide" not in shown(render, *[number(1)] * 5)


def long_sheet(render, count: int) -> str:
    rows = tuple((Cell(f"Dinas {n}"), number(n)) for n in range(count))
    return render("sheet", sheet=Sheet("Kegiatan", (NAME, *numbers("Jumlah")), rows))


def test_a_long_one_is_closed_says_how_many_rows_it_has_and_stays_a_table(render):
    html = long_sheet(render, 13)

    assert html.strip().startswith('<details class="sheet__fold">')
    assert words(html.split("</summary>")[0]) == "Kegiatan 13 baris"
    assert html.count("<table") == html.count("<caption") == 1
    assert "<details" not in long_sheet(render, 12)


def test_a_name_and_one_number_stay_on_a_line(render):
    assert "sheet__name--pair" in shown(render, number(1))
    assert "sheet__name--pair" not in shown(render, number(1), number(2))
    assert "sheet__name--pair" not in shown(render, Cell("x"), columns=(Column("Hari"),))


def test_a_rate_is_said_in_words_and_drawn(render):
    cell = Cell("3 dari 4", note="tanpa yang dikecualikan: 3 dari 3", bar=Bar(3, 0, 0, 4))
    html = shown(render, cell, columns=(Column("Cakupan", Kind.RATE),))

    assert "3 dari 4 tanpa yang dikecualikan: 3 dari 3" in words(html)
    assert 'class="bar__covered" width="3"' in html


def test_a_state_has_its_shape(render):
    cell = Cell("belum diberitakan", state=EventState.BELUM)

    assert "state--belum-diberitakan" in shown(render, cell, columns=(Column("Keadaan"),))


def test_text_of_others_never_becomes_markup(render):
    html = shown(render, Cell(HOSTILE, url="https://media.example/a"), columns=(NAME,))

    assert ESCAPED in html
    assert 'href="https://media.example/a" rel="nofollow noopener"' in html
