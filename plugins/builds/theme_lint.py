"""What a template may not do, because its output must follow from its values alone.

    python -m plugins.builds.theme_lint theme

StrictUndefined stops a template that reaches for a missing name; this closes the rest:
names from elsewhere, templates chosen at run time, chance, the clock, and state that
one page could leave behind for the next.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

# Of builds/render.py.
OWN_FILTERS = frozenset(
    {"absolute", "blocks", "link", "message", "photo", "read", "size", "whatsapp"}
)
OWN_TESTS = frozenset({"tagged"})
GIVEN = frozenset({"page", "site", "assets"})  # what a template gets
FILTERS = OWN_FILTERS | frozenset(
    "batch capitalize count escape first groupby join last length list lower map max min "
    "reject rejectattr replace round safe select selectattr slice sort string sum title trim "
    "truncate upper wordcount".split()
)
DEFAULT_ALLOWED: frozenset[str] = frozenset()  # templates whose use of `default` has a reason
SAFE_ALLOWED = frozenset({"components/body.html"})  # prints sanitised bodies
FORBIDDEN_NAMES = frozenset({"namespace", "cycler", "joiner", "lipsum", "now", "dict", "self"})
_CHOSEN = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


class Slip(NamedTuple):
    template: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.template}:{self.line}: {self.message}"


def lint_theme(theme: Path) -> list[Slip]:
    """All slips of all templates, sorted."""
    folder = theme / "templates"
    return sorted(
        slip
        for file in folder.rglob("*.html")
        for slip in lint(str(file.relative_to(folder)), file.read_text(encoding="utf-8"))
    )


def lint(name: str, source: str) -> list[Slip]:
    environment = Environment(autoescape=True)
    environment.filters.update(dict.fromkeys(OWN_FILTERS, str))
    environment.tests.update({name: lambda *_: False for name in OWN_TESTS})
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        return [Slip(name, error.lineno, f"does not parse: {error.message}")]
    found = [
        *_unknown_names(tree),
        *_chosen_templates(tree),
        *_includes_in_macros(tree),
        *_calls(tree),
        *_filters(tree, name),
        *_state(tree, name),
    ]
    return [Slip(name, line, message) for line, message in found]


def _unknown_names(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    for name in sorted(meta.find_undeclared_variables(tree) - GIVEN):
        lines = [n.lineno for n in tree.find_all(nodes.Name) if n.name == name]
        yield (lines or [1])[0], f"name {name!r} is not given; only page, site and assets are"
    for node in tree.find_all(nodes.Name):
        if node.name in FORBIDDEN_NAMES:
            yield node.lineno, f"{node.name!r} is forbidden: its value is not the page's"


def _chosen_templates(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    for node in tree.find_all(_CHOSEN):
        if not isinstance(getattr(node, "template", None), nodes.Const):
            yield node.lineno, "a template is chosen at run time; name it literally"


def _includes_in_macros(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    for macro in tree.find_all(nodes.Macro):
        for node in macro.find_all(nodes.Include):
            yield node.lineno, f"include inside macro {macro.name!r}; call a macro instead"


def _calls(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Macros may be called, by name or through the module they were imported as."""
    modules = {node.target for node in tree.find_all(nodes.Import)}
    for node in tree.find_all(nodes.Call):
        target = node.node
        if isinstance(target, nodes.Name):
            continue  # a macro, caller() or super(); other names are caught above
        imported = (
            isinstance(target, nodes.Getattr)
            and isinstance(target.node, nodes.Name)
            and target.node.name in modules
        )
        if not imported:
            called = target.attr if isinstance(target, nodes.Getattr) else "an expression"
            yield node.lineno, f"calls the method {called!r}; compute it in a room"


def _filters(tree: nodes.Template, name: str) -> Iterator[tuple[int, str]]:
    for node in tree.find_all(nodes.Filter):
        if node.name == "safe" and name not in SAFE_ALLOWED:
            yield node.lineno, "'safe' is only for sanitised bodies, in components/body.html"
        elif node.name in ("default", "d"):
            if name not in DEFAULT_ALLOWED:
                yield node.lineno, "'default' hides a missing value; list the template if it must"
        elif node.name not in FILTERS:
            yield node.lineno, f"filter {node.name!r} is not on the list"


def _state(tree: nodes.Template, name: str) -> Iterator[tuple[int, str]]:
    """A file of components holds macros and nothing that runs when it is imported."""
    if not name.startswith("components/"):
        return
    for node in tree.body:
        blank = isinstance(node, nodes.Output) and all(
            isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes
        )
        if not blank and not isinstance(node, nodes.Macro | nodes.Import | nodes.FromImport):
            yield node.lineno, "a component file holds only macros; this runs at import"


def main() -> int:
    slips = lint_theme(Path(sys.argv[1] if len(sys.argv) > 1 else "theme"))
    for slip in slips:
        print(slip)
    return 1 if slips else 0


if __name__ == "__main__":
    sys.exit(main())
