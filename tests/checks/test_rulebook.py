"""The whole book: every rule is explained, tested and on its page."""

from pathlib import Path

import pytest

from plugins.checks import docs, explain
from plugins.checks.rulebook import Rule, rule, rules
from plugins.model.fault import Severity

TESTS = "\n".join(
    file.read_text(encoding="utf-8") for file in sorted(Path(__file__).parent.glob("test_*.py"))
)


@pytest.mark.parametrize("entry", rules(), ids=lambda entry: entry.code)
def test_every_rule_tells_title_reason_wrong_and_right(entry: Rule):
    told = explain.page(entry)

    assert told.title.endswith(".")
    assert "\n" not in told.title
    assert all(told)
    assert told.wrong != told.right


@pytest.mark.parametrize("entry", rules(), ids=lambda entry: entry.code)
def test_every_rule_has_a_test(entry: Rule):
    assert f" {entry.code} " in TESTS


def test_the_pages_of_the_rules_are_not_stale():
    assert docs.stale(docs.FOLDER) == []


def test_a_code_is_used_once():
    with pytest.raises(ValueError, match="code 'K101' is taken by 'unknown-key'"):
        rule("K101", Severity.GALAT)(lambda _: ())


def test_writing_the_pages_replaces_old_ones_and_removes_those_of_no_rule(tmp_path):
    (tmp_path / "K101.md").write_text("lama", encoding="utf-8")
    (tmp_path / "X999.md").write_text("tanpa aturan", encoding="utf-8")
    assert {"K101.md", "X999.md", "README.md"} <= set(docs.stale(tmp_path))

    docs.write(tmp_path)

    assert docs.stale(tmp_path) == []


def test_a_page_reads_well():
    (entry,) = [entry for entry in rules() if entry.code == "M601"]

    assert (
        explain.as_markdown(entry)
        == """\
# M601: Kode HTML di dalam teks

**GALAT**: menghalangi penerbitan. Nama aturan: `raw-html`.

## Mengapa

Kode HTML dapat merusak halaman, dan pembaca hanya melihatnya sebagai teks aneh. Teks ditulis \
dengan tanda yang sederhana saja.

## Salah

```text
Pelayanan <b>gratis</b> untuk warga.
```

## Benar

```text
Pelayanan **gratis** untuk warga.
```
"""
    )


def test_a_rule_without_all_three_parts_is_refused():
    def half_told(_: object) -> tuple[()]:
        """Judul.

        Mengapa: begitulah.
        """
        return ()

    with pytest.raises(ValueError, match=r"rule 'X1' documents \['Mengapa'\]"):
        explain.page(Rule("X1", Severity.GALAT, entry_scope(), half_told))


def entry_scope():
    return rules()[0].scope
