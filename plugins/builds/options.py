"""Pelican options that would publish something wrong are refused with the reason."""

from collections.abc import Mapping
from typing import Any


class RefusedOptionError(RuntimeError):
    """An option that cannot work here; the message says what to use instead."""


def refuse_unsafe(settings: Mapping[str, Any]) -> None:
    if settings["RELATIVE_URLS"]:
        raise RefusedOptionError(
            "--relative-urls is refused: links are root-relative below the path of SITEURL, "
            "so that a page reads the same wherever it is cached; set SITEURL instead"
        )
    if settings["CACHE_CONTENT"] or settings["LOAD_CONTENT_CACHE"]:
        raise RefusedOptionError(
            "Pelican's content cache is refused: it is a pickle and runs what it holds; "
            "this project has its own cache, keyed by content"
        )
