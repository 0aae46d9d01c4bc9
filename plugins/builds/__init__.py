"""Renders outputs and writes them; the one generator inside Pelican."""
