"""The forms in which the gate tells what it found, by the name of the option."""

from plugins.checks.github import as_github
from plugins.checks.report import as_json, as_lines
from plugins.checks.speech import as_text

FORMATS = {"text": as_text, "lines": as_lines, "github": as_github, "json": as_json}
