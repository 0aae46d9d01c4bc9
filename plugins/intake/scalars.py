"""Texts as YAML reads them back."""

from plugins.model.source import Items, Node, Pairs, Text
from plugins.reading.header import read_yaml


def scalar(text: str, within_list: bool = False) -> str:
    """The text plain where YAML reads it so, else in quotation marks."""
    return text if _reads_plainly(text, within_list) else quoted(text)


def quoted(text: str) -> str:
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def flow_list(text: str) -> str:
    """Pelican's list with commas as a list of YAML: [imunisasi, posyandu]"""
    parts = (part.strip() for part in text.split(","))
    return f"[{', '.join(scalar(part, within_list=True) for part in parts if part)}]"


def _reads_plainly(text: str, within_list: bool) -> bool:
    node, problems = read_yaml(f"k: [{text}]\n" if within_list else f"k: {text}\n", 1)
    return not problems and _only_value(node, within_list) == text


def _only_value(node: Node | None, within_list: bool) -> str | None:
    """What the one key holds, if it is one text without quotation marks."""
    if not isinstance(node, Pairs) or len(node.pairs) != 1:
        return None
    value = node.pairs[0][1]
    if within_list:
        value = value.items[0] if isinstance(value, Items) and len(value.items) == 1 else value
    plain = isinstance(value, Text) and not value.inset and value.line == 1
    return value.text if plain and isinstance(value, Text) else None
