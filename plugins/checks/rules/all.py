"""Imports every module of rules, which enters them into the book."""

from plugins.checks.rules import (
    addresses,
    agencies,
    dates,
    events,
    header,
    markup,
    paths,
    photo_use,
    photos,
    proposals,
    references,
    structure,
    values,
)

__all__ = [
    "addresses",
    "agencies",
    "dates",
    "events",
    "header",
    "markup",
    "paths",
    "photo_use",
    "photos",
    "proposals",
    "references",
    "structure",
    "values",
]
