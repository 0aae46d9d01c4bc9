"""What the gate says about one place in one file."""

from enum import StrEnum

from plugins.model.record import Value


class Severity(StrEnum):
    GALAT = "GALAT"  # blocks the merge; quarantines what is on main
    PERINGATAN = "PERINGATAN"  # the editor decides
    SARAN = "SARAN"  # style


class Fault(Value, frozen=True, order=True):
    """One fault; `path` is relative to the repository, line and column count from 1."""

    path: str
    line: int
    column: int
    code: str
    message: str  # Indonesian: what is wrong, the value in quotes
    hint: str  # Indonesian: what to write instead
    severity: Severity
    waived: str = ""  # the reason in the header that lets it pass

    @property
    def text(self) -> str:
        """path:line:col CODE message hint, as editors and terminals make it a link."""
        where = f"{self.path}:{self.line}:{self.column}"
        return f"{where} {self.code} {self.message} {self.hint}".rstrip()

    @property
    def blocks(self) -> bool:
        return self.severity is Severity.GALAT and not self.waived
