"""The lean compiler writes what Jinja writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from plugins.builds.lean import make_lean, printed
from plugins.model.card import Link

MACROS = """\
{% macro card(title, href="/", level=2) %}
<h{{ level }} id="{{ href }}">{{ title }}</h{{ level }}>
{% endmacro %}
{% macro box(title) %}<p title="{{ title }}">{{ caller() }}{{ card(title=title) }}</p>{% endmacro %}
{% macro maybe(text=0) %}{{ text }}{% if caller is defined %}{{ caller() }}{% endif %}{% endmacro %}
"""
BASE = """\
{% set head %}{% block head %}{% endblock %}{% endset %}
{{ head }}|{% block main %}dasar{% endblock %}
"""
PAGE = """\
{% extends "base.html" %}
{% block head %}{{ page.label }}{% endblock %}
{% block main %}{{ super() }}
{% from "macros.html" import box, card, maybe %}
{% import "macros.html" as kit %}
{% set marked %}{{ page.label }}{% endset %}
{{ card(title=page.label, href=page.href) }}
{{ card(page.label, level=3) }}{{ kit.card(title=marked) }}
{% call box(title=page.label) %}{{ page.href }}{{ maybe() }}{% endcall %}
{% for n in (1, 2) %}{% call maybe(text=n) %}{{ loop.index }}{% endcall %}{{ none }}{% endfor %}
{% endblock %}
"""
TEMPLATES = {"macros.html": MACROS, "base.html": BASE, "page.html": PAGE}


def environment_of(templates: dict[str, str]) -> Environment:
    return Environment(loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined)


def lean_of(templates: dict[str, str]) -> Environment:
    environment = environment_of(templates)
    make_lean(environment)
    return environment


PLAIN, LEAN = environment_of(TEMPLATES), lean_of(TEMPLATES)
TEXTS = st.text("ab <>&\"'é", max_size=12)


@given(st.one_of(TEXTS, TEXTS.map(Markup), st.integers(), st.none(), st.booleans()))
def test_a_value_is_printed_as_markupsafe_escapes_it(value):
    assert printed(value) == escape(value)


@given(label=TEXTS, href=TEXTS)
def test_a_page_is_what_jinja_itself_writes(label, href):
    page = Link(label, href)

    assert LEAN.get_template("page.html").render(page=page) == (
        PLAIN.get_template("page.html").render(page=page)
    )


def test_a_kept_card_does_not_take_markup_for_text():
    source = '{% from "macros.html" import card %}{{ card(title=page) }}'
    template = lean_of({**TEMPLATES, "a.html": source}).get_template("a.html")

    assert "&amp;lt;" in template.render(page="&lt;")
    assert "&amp;lt;" not in template.render(page=Markup("&lt;"))


@pytest.mark.parametrize(
    ("call", "error"),
    [
        ("card()", UndefinedError),
        ('card(title="a", colour="red")', TypeError),
        ('card("a", "b", 3, 4)', TypeError),
        ('box(title="a")', UndefinedError),
        ("other()", UndefinedError),
    ],
)
def test_a_wrong_call_fails_as_it_does_in_jinja(call, error):
    source = f'{{% from "macros.html" import box, card, other %}}{{{{ {call} }}}}'
    for make in (environment_of, lean_of):
        with pytest.raises(error):
            make({**TEMPLATES, "a.html": source}).get_template("a.html").render()
