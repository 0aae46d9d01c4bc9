"""Releases, the switch, hooks, the hub, and gh-pages."""
