"""The gate: one rule, one function, one page of docs. It runs without Pelican."""
