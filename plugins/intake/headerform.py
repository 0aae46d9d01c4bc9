"""A header in the normal form, by as few strokes as possible: what stands there stays.

Lines are renamed, moved and mended where they are, never written anew from values, so
that remarks, quotation marks and the way a list is written survive.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import yaml

from plugins.intake.scalars import flow_list, quoted, scalar
from plugins.model.fields import FIELDS, Field, Shape
from plugins.model.moment import UnreadableMomentError, parse_clock, parse_moment
from plugins.model.source import Pairs, Text

Mend = Callable[[str], str]

LISTS = (Shape.SLUGS, Shape.IDS, Shape.TEXTS)
PROSE = frozenset(
    "judul acara ringkasan alt keterangan isi tempat peserta alasan catatan catatan_data".split()
)


class _Edit(NamedTuple):
    line: int  # from 0, as columns
    start: int
    end: int
    text: str


def fenced_header(lines: Sequence[str], kind: str, mend: Mend) -> list[str]:
    """The lines between the fences. They must be a mapping that reading has accepted."""
    root = yaml.compose("\n".join(lines) + "\n", Loader=yaml.CSafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return list(lines)
    fields = FIELDS[kind]
    edited = [line.rstrip() for line in _apply(list(lines), _pairs_edits(root, fields, mend))]
    return _in_order(edited, root, fields)


def plain_header(header: Pairs, kind: str, mend: Mend) -> list[str]:
    """Pelican's `Key: value` lines as lines between fences."""
    fields = FIELDS[kind]
    by_name = _by_name(fields)
    rows = []
    for key, node in header.pairs:
        field = by_name.get(key.text.lower())
        value = _plain_value(field, node.text, mend) if isinstance(node, Text) else ""
        name = field.key if field else key.text
        rows.append((_rank(field, fields), f"{name}: {value}".rstrip()))
    return [row for _, row in sorted(rows, key=lambda ranked: ranked[0])]


def _plain_value(field: Field | None, text: str, mend: Mend) -> str:
    if not text or field is None:
        return scalar(text) if text else ""
    if field.shape in LISTS:
        return flow_list(text)
    return scalar(_date_form(field, text) or (mend(text) if field.key in PROSE else text))


def _pairs_edits(root: yaml.MappingNode, fields: Sequence[Field], mend: Mend) -> Iterator[_Edit]:
    by_name = _by_name(fields)
    for key, value in root.value:
        field = by_name.get(key.value.lower())
        if field is None:
            continue
        if key.value != field.key and not key.style:
            yield _edit(key, field.key)
        if isinstance(value, yaml.ScalarNode):
            yield from _scalar_edits(value, field, mend, bool(root.flow_style))
        else:
            for part in value.value if isinstance(value, yaml.SequenceNode) else (value,):
                if isinstance(part, yaml.MappingNode):
                    yield from _pairs_edits(part, field.parts, mend)


def _scalar_edits(
    node: yaml.ScalarNode, field: Field, mend: Mend, within_list: bool
) -> Iterator[_Edit]:
    """At most one edit, and none of a text that runs over several lines."""
    if node.start_mark.line != node.end_mark.line or not node.value.strip():
        return
    if field.shape in LISTS and not node.style:
        yield _edit(node, flow_list(node.value))
    date = _date_form(field, node.value)
    if date and date != node.value:
        yield _edit(node, date)
    if field.key in PROSE and (new := mend(node.value)) != node.value:
        yield _edit(node, quoted(new) if node.style else scalar(new, within_list))


def _date_form(field: Field, text: str) -> str:
    """The one way to write this day or hour; nothing where it is not one."""
    try:
        if field.shape is Shape.CLOCK:
            return _clock(parse_clock(text))
        if field.shape in (Shape.MOMENT, Shape.DAY):
            moment = parse_moment(" ".join(text.split()))
            hour = f" {_clock(moment.minute)}" if moment.minute >= 0 else ""
            return moment.iso_day + hour
    except UnreadableMomentError:
        pass
    return ""


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _in_order(lines: Sequence[str], root: yaml.MappingNode, fields: Sequence[Field]) -> list[str]:
    """The lines with their keys in the order of the fields, remarks above their key."""
    keys = [key for key, _ in root.value]
    starts = [key.start_mark.line for key in keys]
    own_lines = all(not lines[key.start_mark.line][: key.start_mark.column].strip() for key in keys)
    if root.flow_style or not own_lines or len(set(starts)) != len(starts):
        return list(lines)
    cuts = [0, *(_with_remarks(lines, start) for start in starts[1:]), _end(lines)]
    by_name = _by_name(fields)
    ranked, rank = [], 0
    for number, key in enumerate(keys):
        field = by_name.get(key.value.lower())
        rank = _rank(field, fields) if field else rank  # a key of no one stays behind the last
        ranked.append((rank, lines[cuts[number] : cuts[number + 1]]))
    ordered = sorted(ranked, key=lambda pair: pair[0])
    return [*(line for _, chunk in ordered for line in chunk), *lines[cuts[-1] :]]


def _with_remarks(lines: Sequence[str], start: int) -> int:
    """The first of the remarks and empty lines that stand right above a key."""
    while start and _is_remark(lines[start - 1]):
        start -= 1
    return start


def _end(lines: Sequence[str]) -> int:
    """Where the remarks begin that stand below the last key."""
    return _with_remarks(lines, len(lines))


def _is_remark(line: str) -> bool:
    return not line.strip() or line.startswith("#")


def _rank(field: Field | None, fields: Sequence[Field]) -> int:
    return fields.index(field) if field else len(fields)


def _by_name(fields: Sequence[Field]) -> dict[str, Field]:
    return {name: field for field in fields for name in (field.key, *field.synonyms)}


def _edit(node: yaml.ScalarNode, text: str) -> _Edit:
    return _Edit(node.start_mark.line, node.start_mark.column, node.end_mark.column, text)


def _apply(lines: list[str], edits: Iterator[_Edit]) -> list[str]:
    for edit in sorted(edits, reverse=True):
        line = lines[edit.line]
        lines[edit.line] = line[: edit.start] + edit.text + line[edit.end :]
    return lines
