"""Make what a self-hosted installation needs: the bare repository, its hooks, its folders."""

import shlex
import sys
from pathlib import Path

from plugins.publishing.gatecode import refresh_gate
from plugins.publishing.layout import Layout
from plugins.publishing.sessions import forget_all
from plugins.reading.git import git

_SETTINGS = {
    "core.symlinks": "false",
    "http.receivepack": "true",
    "receive.fsckObjects": "true",
    "receive.denyNonFastForwards": "true",
    "receive.denyDeletes": "false",  # proposals are removed after the merge; main never
    "receive.maxInputSize": str(256 * 1024 * 1024),
    "gc.auto": "2000",
}

_HOOK = """\
#!/bin/sh
# Written by the hub. The code behind the link is that of the last good deploy.
export PYTHONPATH={gate} PYTHONSAFEPATH=1 PYTHONDONTWRITEBYTECODE=1
exec {python} -m plugins.publishing {hook} --folder {root}
"""


def install(layout: Layout, source: Path) -> None:
    """Make the bare repository from the history at *source*; keep one that exists."""
    layout.root.mkdir(parents=True, exist_ok=True)
    if not (layout.repository / "HEAD").exists():
        git(Path(), "init", "-q", "--bare", "-b", "main", str(layout.repository))
        git(layout.repository, "fetch", "-q", str(source), "HEAD:refs/heads/main")
    for name, value in _SETTINGS.items():
        git(layout.repository, "config", name, value)
    forget_all(layout.sessions)
    refresh_gate(layout, "refs/heads/main")
    for hook in ("pre-receive", "post-receive"):
        _write_hook(layout, hook)


def _write_hook(layout: Layout, hook: str) -> None:
    file = layout.repository / "hooks" / hook
    file.parent.mkdir(exist_ok=True)
    text = _HOOK.format(
        gate=shlex.quote(str(layout.gate)),
        python=shlex.quote(sys.executable),
        hook=hook,
        root=shlex.quote(str(layout.root)),
    )
    file.write_text(text, encoding="utf-8")
    file.chmod(0o755)
