"""One line of iCalendar (RFC 5545): escaped, and folded so that no reader chokes on its length."""

LIMIT = 75  # octets, the break not counted; no line reaches it
_FOLD = "\r\n "
_PREFIXES = "\\^"  # begin an escape, which some readers do not put together again


def escaped(text: str) -> str:
    """A value of the type TEXT."""
    text = text.replace("\\N", "\n").replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def folded(line: str) -> str:
    """The line with breaks where it would be too long, but none within a character or escape."""
    if len(line) < LIMIT and line.isascii():
        return line
    parts, start, size = [], 0, 0
    for place, char in enumerate(line):
        width = 1 if char < "\x80" else len(char.encode())
        if place > start and size + width >= LIMIT:
            cut = place - (line[place - 1] in _PREFIXES and place - start > 1)
            parts.append(line[start:cut])
            start, size = cut, place - cut
        size += width
    return _FOLD.join([*parts, line[start:]])
