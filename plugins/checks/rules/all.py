"""Imports every module of rules, which enters them into the book."""

from plugins.checks.rules import header

__all__ = ["header"]
