"""Addresses of mail that probably belong to one person: those of the free providers.

An office that has no other address gives itself away by its name: sdn5masamba@gmail.com.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_PROVIDERS = (
    "gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|me|aol|gmx|"
    "proton|protonmail|zoho|mail|email"
)
_ADDRESS = re.compile(
    rf"(?<![\w.+-])([\w.+-]{{1,64}})@((?:{_PROVIDERS})\.(?:com|co\.id|co\.uk|net|me))(?![\w-])",
    re.IGNORECASE,
)
# No word of these is a name of a person, so it may stand anywhere in the local part.
_OFFICE = re.compile(
    r"dinas|badan|kantor|kecamatan|kelurahan|puskesmas|posyandu|sekolah|perpus|humas|sekret|"
    r"panitia|admin|pengaduan|lapor|layanan|informasi|redaksi|pemdes|pemkab|bumdes|karangtaruna|"
    r"koperasi|forum|paud|lutra|luwuutara|"
    r"^(?:desa|kec|kel|pkm|sd|smp|sma|smk|mi|mts|ma|tk|rsud|uptd?|bpbd|pkk|osis|ppid|rri|info|"
    r"kontak|cs)(?:n|it)?(?=[\d._+-]|$|[a-z]{4,}\d*$)",
    re.IGNORECASE,
)


class Mail(NamedTuple):
    start: int
    address: str

    @property
    def masked(self) -> str:
        """The first letter and the provider: b…@gmail.com"""
        name, _, provider = self.address.partition("@")
        return f"{name[0]}…@{provider}"


def mail_in(text: str) -> Iterator[Mail]:
    """The addresses of persons, in the order of the text."""
    for match in _ADDRESS.finditer(text) if "@" in text else ():
        if not _OFFICE.search(match[1]):
            yield Mail(match.start(), match[0])
