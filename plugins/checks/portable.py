"""The rules that are data, written down for a browser: theme/static/compose/rules.js."""

from functools import lru_cache

import msgspec
from stdnum import numdb

from plugins.checks import numbers
from plugins.checks.prose import ADDRESS, MAIL, MOST_TOLD, NAME_REACH
from plugins.checks.rulebook import Rule, rules
from plugins.checks.wording import LONGEST
from plugins.model.addresses import rule_href
from plugins.model.portable import Portable, PortableRule, javascript

_NUMBERS = {
    "chain": numbers.CHAIN, "money": numbers.MONEY, "amount": numbers.AMOUNT,
    "days": numbers.DAYS, "chat": numbers.CHAT, "labels": numbers.LABELS,
    "npwp": numbers.NPWP_FORM, "mobile": numbers.MOBILE,
}  # fmt: skip


@lru_cache(maxsize=1)
def portable() -> Portable:
    """All rules that a browser can apply, in the order of their codes."""
    return Portable(
        rules=tuple(_carried(rule) for rule in rules() if rule.data),
        blanks=(javascript(ADDRESS), javascript(MAIL)),
        numbers=tuple((name, javascript(found.pattern)) for name, found in _NUMBERS.items()),
        regions=tuple(_regions()),
        most=MOST_TOLD,
        longest=LONGEST,
        reach=NAME_REACH,
    )


def _carried(rule: Rule) -> PortableRule:
    assert rule.data
    data = msgspec.structs.replace(rule.data, pattern=javascript(rule.data.pattern))
    return PortableRule(rule.code, rule.severity.value, rule_href(rule.code), data)


def _regions() -> list[str]:
    """Province and kabupaten as a NIK begins; the province alone where codes may be old."""
    found = []
    for _, province, _, _, regencies in numdb.get("id/loc").prefixes:  # each stands for one
        found += [province, *(province + regency for _, regency, *_ in regencies)]
    return sorted(found)
