"""What holds for all templates and all style sheets; plugins/builds/theme_lint.py has the rest."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from plugins.model.event import EventState
from tests.theme.conftest import THEME, environment_of, site_named

TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
COMPONENTS = sorted((THEME / "templates/components").glob("*.html"))
SHEETS = sorted((THEME / "css").rglob("*.css"))
SCRIPTS = sorted((THEME / "static").rglob("*.js"))
TESTS = Path(__file__).parent
LONGEST = 60  # lines of a page template

COMMENT = re.compile(r"\{#.*?#\}|/\*.*?\*/", re.DOTALL)
CALL = re.compile(r"\{\{ \w+\(.*?\) \}\}", re.DOTALL)  # a macro with its arguments
TAG = re.compile(r"\{%.*?%\}", re.DOTALL)
HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")
COLOUR = re.compile(r"\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(", re.IGNORECASE)
CLASS = re.compile(r"\.([a-z][a-z0-9-]*(?:__[a-z0-9-]+)?(?:--[a-z0-9-]+)?)")
BEM = re.compile(r"[a-z]+(?:__[a-z]+)?(?:--[a-z]+(?:-[a-z]+)*)?\Z")
COLOURED = ("tokens.css", "tints.css")
# Addresses on other hosts, in the page, or of another kind than a path of this site.
FOREIGN = (
    "#isi", "#kirim", "#periksa", "{{ website }}", "{{ licence_url }}",
    "{{ editor.href }}", "{{ whatsapp }}", "{{ cell.url }}",
    "{{ sheet.file }}",  # beside the page
)  # fmt: skip


def plain(file: Path) -> str:
    return COMMENT.sub("", file.read_text(encoding="utf-8"))


def name_of(file: Path) -> str:
    return str(file.relative_to(THEME))


def rules(file: Path) -> Iterator[str]:
    """The selectors of one sheet, one by one."""
    for head in re.findall(r"([^{}]+)\{", plain(file)):
        if not head.strip().startswith("@"):
            yield from (selector.strip() for selector in head.split(","))


def classes_used() -> set[str]:
    text = " ".join(TAG.sub("", plain(file)) for file in TEMPLATES)
    tints = " ".join("picture--" + "".join(step) for step in product("abc", repeat=3))
    names = " ".join(re.findall(r'class="([^"]*)"', text))
    names = names.replace("picture--{{ picture.tint }}", tints)
    states = " ".join(f"state--{state.value}" for state in EventState)
    scripted = [
        name
        for file in SCRIPTS
        for name in re.findall(r'className(?: =|:) "([^"]*)"', file.read_text(encoding="utf-8"))
    ]
    return {*names.replace("state--{{ value }}", states).split(), *" ".join(scripted).split()}


def classes_styled() -> set[str]:
    return {found for file in SHEETS for rule in rules(file) for found in CLASS.findall(rule)}


@pytest.mark.parametrize("file", TEMPLATES, ids=name_of)
def test_nothing_in_a_page_is_styled_or_scripted_inline(file):
    text = plain(file)

    for script in (
        '<script src="{{ assets.sorting|link }}" defer></script>',
        '<script type="module" src="{{ assets.composer[0]|link }}"></script>',
        '<script type="module" src="{{ page.script|link }}"></script>',
    ):
        text = text.replace(script, "")
    assert not re.search(r"<(script|style)\b|\sstyle=|\son[a-z]+=", text)


def test_a_script_comes_only_with_a_policy_that_names_it():
    scripted = [name_of(file) for file in TEMPLATES if "<script" in plain(file)]
    allowed = [name_of(file) for file in TEMPLATES if "script-src" in plain(file)]
    expected = [f"templates/{name}.html" for name in ("compose", "editor", "ledger")]

    assert scripted == allowed == expected


@pytest.mark.parametrize("file", TEMPLATES, ids=name_of)
def test_every_address_takes_the_prefix_of_the_site(file):
    markup = CALL.sub("", TAG.sub("", plain(file)))
    found = re.findall(r'\b(?:href|src|srcset)="((?:\{\{.*?\}\}|[^"])*)"', markup)

    for address in found:
        own = any(f"|{name} }}}}" in address for name in ("link", "absolute", "photo"))
        assert own or address in FOREIGN or address.startswith(("mailto:", "tel:")), address


@pytest.mark.parametrize("file", TEMPLATES, ids=name_of)
def test_macros_are_called_with_named_arguments(file):
    tree = Environment(extensions=[]).parse(_with_our_names(file))
    positional = [
        call.lineno
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.args
    ]

    assert positional == []


def _with_our_names(file: Path) -> str:
    """Our own filters and tests only need to parse."""
    text = file.read_text(encoding="utf-8")
    return (
        re.sub(r"\|(link|absolute|blocks|photo|read)\b", "", text)
        .replace("is tagged", "is eq")
        .replace('select("tagged", ', 'select("eq", ')
    )


@pytest.mark.parametrize("file", sorted((THEME / "templates").glob("*.html")), ids=name_of)
def test_a_page_template_is_short(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("file", COMPONENTS, ids=name_of)
def test_a_component_has_one_name_in_four_places(file):
    name = file.stem
    sheet = THEME / "css/components" / f"{name}.css"

    assert f"macro {name}(" in file.read_text(encoding="utf-8")
    assert (TESTS / f"test_{name}.py").exists()
    assert {CLASS.findall(rule)[0].split("__")[0].split("--")[0] for rule in rules(sheet)} == {name}


@pytest.mark.parametrize("file", COMPONENTS, ids=name_of)
def test_the_contract_on_top_names_every_argument(file):
    text = file.read_text(encoding="utf-8")
    contract = text[: text.index("#}")]

    assert text.startswith("{#\n")
    arguments = re.search(rf"macro {file.stem}\((.*?)\)", text)
    for argument in re.findall(r"(\w+)(?:=[^,]+)?(?:, |$)", arguments[1] if arguments else ""):
        assert re.search(rf"^ +{argument} +\S", contract, re.MULTILINE), argument


def test_html_is_printed_as_it_is_in_one_place_only():
    assert [file.name for file in TEMPLATES if re.search(r"\|\s*safe\b", plain(file))] == [
        "body.html"
    ]


def test_every_class_has_a_rule_and_every_rule_a_class():
    used, styled = classes_used(), classes_styled()

    assert used - styled == set()
    assert styled - used == set()


def test_class_names_are_block_element_and_modifier():
    assert [name for name in sorted(classes_used()) if not BEM.match(name)] == []


@pytest.mark.parametrize("file", SHEETS, ids=name_of)
def test_selectors_are_flat_and_hold_one_class(file):
    for rule in rules(file):
        assert len(CLASS.findall(rule)) <= 1, rule
        assert "#" not in rule, rule


@pytest.mark.parametrize("file", SHEETS, ids=name_of)
def test_nothing_an_old_phone_would_stumble_over(file):
    text = plain(file)

    assert not re.search(r"@layer|@container|:has\(|:is\(|:where\(|oklch|&", text)
    assert depth(text) <= 2  # a media query and a rule: no nesting


def depth(text: str) -> int:
    deepest = now = 0
    for character in text:
        now += (character == "{") - (character == "}")
        deepest = max(deepest, now)
    return deepest


@pytest.mark.parametrize("file", [*SHEETS, *TEMPLATES], ids=name_of)
def test_colours_are_named_in_one_sheet_but_for_those_of_photos(file):
    text = plain(file)
    if file.name == "base.html":
        # The colour of a browser's own bars cannot come from a sheet; see test_colours.py.
        text = re.sub(r'<meta name="theme-color".*', "", text)

    assert file.name in COLOURED or not (HEX.search(text) or COLOUR.search(text))


def test_the_bundle_names_every_sheet_once_and_the_cascade_is_its_order():
    bundles = [THEME / "css" / name for name in ("site.css", "compose.css")]
    order, more = (re.findall(r'@import "(.+?)";', b.read_text(encoding="utf-8")) for b in bundles)
    files = {str(file.relative_to(THEME / "css")) for file in SHEETS if file not in bundles}

    assert sorted([*order, *more]) == sorted(files)
    assert order[:4] == ["tokens.css", "reset.css", "base.css", "layout.css"]
    assert order[-2:] == ["utilities.css", "print.css"]


def test_every_template_compiles():
    environment = environment_of(site_named())

    for name in environment.list_templates():
        environment.get_template(name)
