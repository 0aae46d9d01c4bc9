"""Jinja with fewer detours: the same templates and the same bytes in less than half the time.

Pages made of many small macros spend most of their time on wrapping each printed value in
Markup, on finding out what kind of thing is called, and on comparing the names that two
templates know at each import. The theme lint forbids what these are there for: templates
call nothing but macros, are given nothing but `page`, `site` and `assets`, and components
hold no state. So a macro that is given the same values again writes the same again, and a
few of them are remembered.
"""

from collections.abc import Callable, Hashable, MutableMapping
from functools import cache, partial
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from plugins.builds.compiled import Compiled

try:
    from markupsafe._speedups import _escape_inner as escape_text
except ImportError:  # installed without its C part

    def escape_text(text: str, /) -> str:
        return str(escape(text))


KEPT = frozenset({"masthead", "footer", "card"})  # what comes back on many pages
MOST_KEPT = 4096  # results of one macro; some 5 MB of cards


def make_lean(environment: Environment, compiled: Compiled | None = None) -> None:
    """Make an environment compile its templates our way; none may be loaded yet.

    With *compiled*, what was compiled before is taken from there.
    """

    def make_globals(own: MutableMapping[str, Any] | None) -> dict[str, Any]:
        return {**environment.globals, **(own or {})}  # a ChainMap is slow to copy

    templates = _Templates(environment, compiled)
    environment.code_generator_class = LeanCodeGenerator
    vars(environment).update(
        make_globals=make_globals,
        get_template=lambda name, parent=None, globals=None: templates[name],  # noqa: ARG005
        printed=printed,
        imported=_Imported(environment),
        macro=macro,
        kept_macro=kept_macro,
    )


def printed(value: object) -> str:
    """What `{{ value }}` writes: escaped, unless it is markup already."""
    if type(value) is str:
        return escape_text(value)
    return value if type(value) is Markup else escape(value)


def macro(environment: Environment, function: Callable[..., str], *facts: Any) -> Any:
    """A macro as a Python function, whose arguments Python itself puts in their places.

    *facts* are those of jinja2.runtime.Macro; what they do not allow is left to it.
    """
    _, arguments, catch_kwargs, catch_varargs, caller, autoescape = facts
    names = [*arguments, "caller"] if caller else list(arguments)
    doubtful = len(set(names)) < len(names) or any(_is_taken(name) for name in names)
    if doubtful or catch_kwargs or catch_varargs or not autoescape:
        return Macro(environment, function, *facts)
    nobody = environment.undefined("No caller defined", name="caller") if caller else None
    return _signature(tuple(names))(function, nobody)


@cache
def _signature(names: tuple[str, ...]) -> Callable[[Callable[..., str], Any], Any]:
    """What makes a function with arguments of these names of a macro's; blocks ask each time."""
    defaults = ", ".join(f"{name}=_{'nobody' if name == 'caller' else 'missing'}" for name in names)
    inner = f"lambda {defaults}: _new(_Markup, _function({', '.join(names)}))"
    given = {"_new": str.__new__, "_Markup": Markup, "_missing": missing}
    made: Any = eval(f"lambda _function, _nobody: {inner}", given)  # names of our own templates
    return made  # type: ignore[no-any-return]


def kept_macro(environment: Environment, function: Callable[..., str], *facts: Any) -> Any:
    """The same, with its results kept as long as its template."""
    write = macro(environment, function, *facts)
    kept: dict[Hashable, str] = {}

    def call(*args: Any, **kwargs: Any) -> str:
        values = (*args, *kwargs.values())
        key = (*kwargs, *values, *map(type, values))  # Markup equals the text it is made of
        found = kept.get(key)
        if found is None:
            if len(kept) >= MOST_KEPT:
                kept.clear()
            found = kept[key] = write(*args, **kwargs)
        return found

    return call


def _is_taken(name: str) -> bool:
    return iskeyword(name) or name.startswith("_")


class LeanCodeGenerator(CodeGenerator):
    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        plain = finalize.src is None and frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
        if plain:
            self.write("environment.printed(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """A record has its attributes; one that is missing is told by Renderer.render."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context or not isinstance(node.template, nodes.Const):
            super()._import_common(node, frame)
        else:
            self.write(f"environment.imported[{node.template.value!r}]")

    def visit_Call(  # noqa: N802 - the name that Jinja's visitor looks for
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Call a name, which is a macro's, without asking the context what it is."""
        spread = node.dyn_args or node.dyn_kwargs
        if spread or not isinstance(node.node, nodes.Name) or _has_keyword(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, _frame: Frame) -> None:
        name = getattr(macro_ref.node, "name", None)
        self.write("environment.kept_macro" if name in KEPT else "environment.macro")
        self.write("(environment, macro, ")
        arguments = tuple(argument.name for argument in macro_ref.node.args)
        self.write(f"{name!r}, {arguments!r}, {macro_ref.accesses_kwargs!r}, ")
        self.write(f"{macro_ref.accesses_varargs!r}, {macro_ref.accesses_caller!r}, ")
        self.write("context.eval_ctx.autoescape)")


def _has_keyword(node: nodes.Call) -> bool:
    return any(iskeyword(argument.key) for argument in node.kwargs)


class _Templates(dict[str, Template]):
    """The templates of one build, which does not ask again whether a file has changed."""

    def __init__(self, environment: Environment, compiled: Compiled | None) -> None:
        super().__init__()
        self.load: Callable[[str], Template] = environment.get_template
        if compiled:
            self.load = partial(compiled.template, environment)

    def __missing__(self, name: str) -> Template:
        template = self[name] = self.load(name)
        return template


class _Imported(dict[str, Any]):
    """The macros of each component, by the name of its template."""

    def __init__(self, environment: Environment) -> None:
        super().__init__()
        self.environment = environment

    def __missing__(self, name: str) -> Any:
        module = self[name] = self.environment.get_template(name).module
        return module
