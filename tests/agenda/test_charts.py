"""Where the columns of a chart stand."""

from plugins.agenda.charts import HEIGHT, STEP, histogram


def test_the_highest_column_fills_the_height_and_others_are_in_proportion():
    chart = histogram((8, 4, 0), ("a", "b", "c"))

    assert [(p.height, p.top) for p in chart.pillars] == [
        (HEIGHT, 0), (HEIGHT // 2, HEIGHT // 2), (0, HEIGHT),
    ]  # fmt: skip
    assert chart.width == 3 * STEP


def test_what_is_not_nothing_is_seen():
    assert histogram((1000, 1), ("a", "b")).pillars[1].height == 1


def test_nothing_at_all_is_no_division_by_zero():
    assert [p.height for p in histogram((0, 0), ("a", "b")).pillars] == [0, 0]
