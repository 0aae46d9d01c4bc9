"""Texts that took stock Pelican from seconds to for ever, as long as a text may be."""

LENGTH = 60_000  # characters; with the header just below the limit of 64 KB


def repeated(unit: str, before: str = "", after: str = "") -> str:
    return before + unit * (LENGTH // len(unit)) + after


SLOW = {
    "open-brackets": repeated("["),
    "links-in-links": repeated("[a]("),
    "images-in-images": repeated("![a]("),
    "reference-links": repeated("[a][b]"),
    "fences": repeated("```\n"),
    "open-tags": repeated("<a "),
    "setext-headings": repeated("a\n=\n"),
    "hash-headings": repeated("# a\n"),
    "abbreviations": repeated("*[a]: b\n"),
    "autolinks": repeated("<http://a"),
    "images-as-code": repeated('<img src="'),
    "definition-lists": repeated("a\n: b\n"),
    "stars": repeated("*"),
    "stars-and-letters": repeated("*a **b "),
    "underscores": repeated("_a __b "),
    "back-ticks": repeated("`a ``b "),
    "quotes-in-quotes": repeated("> "),
    "quotes-by-line": "\n".join("> " * (n % 40) + "a" for n in range(1500)),
    "lists-in-lists": "\n".join(" " * 4 * (n % 50) + "- a" for n in range(400)),
    "table-cells": "| a |\n|---|\n" + repeated("|"),
    "table-columns": repeated("|a")[: LENGTH // 2] + "\n" + repeated("|-")[: LENGTH // 2],
    "entities": repeated("&#38;"),
    "typographic-quotes": repeated("\"'"),
    "dots-and-dashes": repeated("...--"),
    "back-slashes": repeated("\\"),
    "white-space": repeated(" ", "a", "b"),
    "empty-lines": repeated("\n", "a", "b"),
    "one-word": repeated("a"),
    "combining-marks": repeated("\u0301", "a"),
    "link-title": repeated('"', "[a](b ", ")"),
    "braces": repeated("{"),
    "colons": repeated(":", "{"),
    "tabs": repeated("\t"),
}
SLOW_HEADERS = {
    "open-lists": "ringkasan: " + repeated("["),
    "open-pairs": "ringkasan: " + repeated("{a: "),
    "long-title": "ringkasan: " + repeated("a"),
    "many-keys": "\n".join(f"kunci{chr(97 + n % 26)}: a" for n in range(5000)),
    "many-photos": "foto:\n" + "  - berkas: a.jpg\n" * 3500,
    "many-tags": "tag: [" + "a, " * 20_000 + "a]",
    "indents": "\n".join(" " * n + "a:" for n in range(340)),
    "comments": repeated("# a\n"),
    "escapes": 'ringkasan: "' + repeated("\\u0041") + '"',
    "spaces": "ringkasan: a" + repeated(" ") + "b # c",
}
