"""Puts our generator in the place of Pelican's, and ends with code 3 after a quarantine."""

import gc
import sys
from typing import Any

import pelican
from pelican import signals

from plugins.builds.generator import EditionGenerator
from plugins.builds.options import refuse_unsafe

QUARANTINE_EXIT = 3
OBJECTS_BEFORE_COLLECTION = 100_000  # Python's 700 costs a short build one part in twenty


def check_options(instance: Any) -> None:
    refuse_unsafe(instance.settings)


def end(instance: Any) -> None:
    if instance.settings.get("QUARANTINED"):
        sys.exit(QUARANTINE_EXIT)


def register() -> None:
    gc.set_threshold(OBJECTS_BEFORE_COLLECTION)
    pelican.ArticlesGenerator = EditionGenerator
    signals.initialized.connect(check_options)
    signals.finalized.connect(end)
