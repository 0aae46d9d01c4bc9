"""Puts our generator in the place of Pelican's, and ends with code 3 after a quarantine."""

import sys
from typing import Any

import pelican
from pelican import signals

from plugins.builds.generator import EditionGenerator
from plugins.builds.options import refuse_unsafe

QUARANTINE_EXIT = 3


def check_options(instance: Any) -> None:
    refuse_unsafe(instance.settings)


def end(instance: Any) -> None:
    if instance.settings.get("QUARANTINED"):
        sys.exit(QUARANTINE_EXIT)


def register() -> None:
    pelican.ArticlesGenerator = EditionGenerator
    signals.initialized.connect(check_options)
    signals.finalized.connect(end)
