"""How a value is shown in a message, and what is proposed in its place."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from plugins.model.addresses import SLUG_LENGTH
from plugins.model.fields import FIELDS, Field, Shape

LONGEST = 80  # characters of a quoted value
_INVISIBLE = ("C", "Zl", "Zp")  # Unicode categories that could forge or hide a line

_SLIPS = (
    (r"[A-Z]", "huruf besar"),
    (r"\s", "spasi"),
    (r"_", "garis bawah"),
    (r"[^A-Za-z0-9\s_-]", "tanda lain"),
    (r"^-|-$|--", "tanda hubung yang tidak mengapit kata"),
)


def printable(text: str) -> str:
    """Show line ends, controls and directional marks as U+XXXX."""
    if text.isprintable():  # nearly always, and a hundred times faster
        return text
    return "".join(
        f"[U+{ord(c):04X}]" if unicodedata.category(c).startswith(_INVISIBLE) else c for c in text
    )


JPEG_ON_PHONES = (
    "Di iPhone: Pengaturan, Kamera, Format, Paling Kompatibel. Di Android: pengaturan Kamera, "
    "matikan HEIF atau “foto efisiensi tinggi”."
)


def quoted(value: str) -> str:
    """Set a value in “…”, cut to a readable length."""
    shown = value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
    return f"“{printable(shown)}”"


def nearest(value: str, known: Iterable[str]) -> str:
    """The known word that comes closest, or nothing where none is close."""
    near = get_close_matches(value.lower(), sorted(known), n=1, cutoff=0.6)
    return near[0] if near else ""


def meant(value: str, known: Iterable[str], otherwise: str) -> str:
    """Ask for the nearest known word; say *otherwise* where none is close."""
    near = nearest(value, known)
    return f"Maksud Anda “{near}”?" if near else otherwise


def and_words(words: Iterable[str]) -> str:
    """huruf besar, spasi, dan tanda lain"""
    *first, last = words
    if not first:
        return last
    comma = "," if len(first) > 1 else ""
    return f"{', '.join(first)}{comma} dan {last}"


def slips_of(name: str) -> list[str]:
    """What keeps a name from being a slug, in words; its length is not looked at."""
    return [word for form, word in _SLIPS if re.search(form, name)]


def proposed_slug(text: str) -> str:
    """The slug that was probably meant: lower case, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return slug[: SLUG_LENGTH[1]].strip("-")


def yaml_quoted(text: str) -> str:
    """Quote a scalar so that YAML reads exactly this text."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def example_line(kind: str, key: str) -> str:
    """One line of header as it should look: foto: [{berkas: posyandu.jpg, alt: …}]"""
    field = _field(FIELDS.get(kind, ()), key)
    return f"{key}: {_example(field)}" if field else f"{key}: …"


def _field(fields: Iterable[Field], key: str) -> Field | None:
    """The field of this name, those of the first level before the nested ones."""
    fields = tuple(fields)
    own = (field for field in fields if field.key == key)
    nested = (found for field in fields if (found := _field(field.parts, key)))
    return next(own, None) or next(nested, None)


def _example(field: Field) -> str:
    if field.parts:
        needed = ", ".join(f"{p.key}: {_example(p)}" for p in field.parts if p.required)
        return f"[{{{needed}}}]" if field.shape is Shape.LIST else f"{{{needed}}}"
    return field.example or (field.choices[0] if field.choices else "…")
