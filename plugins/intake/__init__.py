"""Doors for officers and editors."""
