"""Each thing that the theme lint forbids, and that it is caught at its line."""

from pathlib import Path

import pytest

from plugins.builds.theme_lint import Slip, lint, lint_theme

THEME = Path(__file__).resolve().parents[2] / "theme"


def said(source: str, name: str = "home.html") -> list[str]:
    return [f"{slip.line}: {slip.message}" for slip in lint(name, source)]


def test_the_theme_has_no_slips():
    assert lint_theme(THEME) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ articles }}", ["1: name 'articles' is not given; only page, site and assets are"]),
        (
            "\n{% include page.name %}",
            ["2: a template is chosen at run time; name it literally"],
        ),
        (
            "{% extends page.base %}",
            ["1: a template is chosen at run time; name it literally"],
        ),
        (
            "{% import page.kit as kit %}",
            ["1: a template is chosen at run time; name it literally"],
        ),
        (
            "{% macro a() %}{% include 'b.html' %}{% endmacro %}",
            ["1: include inside macro 'a'; call a macro instead"],
        ),
        (
            "{{ page.title.upper() }}",
            ["1: calls the method 'upper'; compute it in a room"],
        ),
        (
            "{{ page.rows[0]() }}",
            ["1: calls the method 'an expression'; compute it in a room"],
        ),
        ("{{ page.cards|random }}", ["1: filter 'random' is not on the list"]),
        (
            "{{ page.title|default('-') }}",
            ["1: 'default' hides a missing value; list the template if it must"],
        ),
        (
            "{{ page.title|safe }}",
            ["1: 'safe' is only for sanitised bodies, in components/body.html"],
        ),
        ("{% if %}", ["1: does not parse: Expected an expression, got 'end of statement block'"]),
    ],
)
def test_a_forbidden_thing_is_caught_at_its_line(source, expected):
    assert said(source) == expected


@pytest.mark.parametrize("name", ["namespace", "cycler", "joiner", "lipsum", "now", "dict"])
def test_names_that_bring_state_or_chance_are_caught(name):
    assert any(f"{name!r}" in message for message in said(f"{{% set x = {name}() %}}{{{{ x }}}}"))


def test_a_component_file_may_not_run_anything_when_it_is_imported():
    source = "{% set seen = [] %}\n{% macro a() %}{% endmacro %}"

    assert said(source, "components/a.html") == [
        "1: a component file holds only macros; this runs at import"
    ]


def test_sanitised_bodies_may_be_printed_in_their_one_place():
    source = (
        "{% macro body(ref) %}{% for b in ref|blocks %}{{ b.html|safe }}{% endfor %}{% endmacro %}"
    )

    assert said(source, "components/body.html") == []


def test_macros_may_be_called_by_name_and_through_their_module():
    source = (
        "{% import 'components/card.html' as cards %}{% from 'components/b.html' import b %}"
        "{{ cards.card(title=page.title) }}{{ b(text=site.name) }}"
    )

    assert said(source) == []


def test_slips_of_a_whole_theme_name_their_file(tmp_path):
    (tmp_path / "templates/components").mkdir(parents=True)
    (tmp_path / "templates/components/x.html").write_text("{{ page.a() }}")

    assert Slip("components/x.html", 1, "calls the method 'a'; compute it in a room") in lint_theme(
        tmp_path
    )
