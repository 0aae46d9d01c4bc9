"""What a build did: one line for people, JSON for the deploy."""

import msgspec

from plugins.model.fault import Fault

MARK = ".jejak"  # in the output: which build manifest describes the tree; never published


class BuildReport(msgspec.Struct, frozen=True):
    kept: int  # outputs that stayed as they were
    seconds: float
    now: str  # the moment the build was made for
    next_change: str  # the first moment at which any output would differ
    quarantined: tuple[str, ...]  # paths below content/
    faults: tuple[Fault, ...]  # GALAT only
    written: tuple[str, ...]  # paths below the output
    gone: tuple[str, ...]

    @property
    def line(self) -> str:
        kept_back = f", {len(self.quarantined)} DIKARANTINA" if self.quarantined else ""
        seconds = f"{self.seconds:.1f}".replace(".", ",")
        return (
            f"{len(self.written)} berkas ditulis, {self.kept} tetap, {len(self.gone)} dihapus"
            f"{kept_back}, dalam {seconds} detik. Perubahan berikutnya: {self.next_change}."
        )

    def encoded(self) -> bytes:
        return msgspec.json.format(msgspec.json.encode(self), indent=1)


def decode_report(data: bytes) -> BuildReport:
    return msgspec.json.decode(data, type=BuildReport)
