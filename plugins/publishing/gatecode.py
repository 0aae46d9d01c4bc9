"""The code that the hooks run: never the pusher's, and never that of a broken deploy."""

import compileall
import shutil
from pathlib import Path

from plugins.model.entry import EXECUTABLE, REGULAR
from plugins.publishing.layout import Layout
from plugins.reading.git import git
from plugins.reading.tree import CommitTree

SETTINGS = ("pelicanconf.py", "publishconf.py")


def refresh_gate(layout: Layout, commit: str) -> None:
    """Let the hooks run the code of *commit* from now on, by switching one link."""
    tree = git(layout.repository, "rev-parse", f"{commit}:plugins").decode().strip()
    settings = git(layout.repository, "rev-parse", f"{commit}:pelicanconf.py").decode().strip()
    target = layout.gates / f"{tree[:12]}-{settings[:12]}"
    before = layout.gate.resolve()
    if layout.gate.exists() and before == target.resolve():
        return
    _extract(layout, commit, target)
    partial = layout.root / ".gerbang-baru"
    partial.unlink(missing_ok=True)
    partial.symlink_to(target.relative_to(layout.root))
    partial.replace(layout.gate)
    for other in layout.gates.iterdir():
        if other not in (target, before):  # a hook may still be running the last one
            shutil.rmtree(other)


def _extract(layout: Layout, commit: str, target: Path) -> None:
    """Write plain files only; a link or submodule in the code is left out."""
    partial = target.with_name(target.name + ".sebagian")
    shutil.rmtree(partial, ignore_errors=True)
    shutil.rmtree(target, ignore_errors=True)
    tree = CommitTree(layout.repository, commit, "plugins")
    for entry in tree.entries():
        if entry.mode in (REGULAR, EXECUTABLE):
            file = partial / "plugins" / entry.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(tree.read(entry))
    tree.close()
    for name in SETTINGS:
        (partial / name).write_bytes(git(layout.repository, "show", f"{commit}:{name}"))
    # Hooks write no bytecode, and would spend a quarter of a second on compiling at each push.
    compileall.compile_dir(partial, quiet=1, stripdir=str(partial), prependdir=str(target))
    partial.rename(target)
