"""What a build did: one line for people, JSON for the deploy."""

import msgspec

from plugins.model.fault import Fault


class BuildReport(msgspec.Struct, frozen=True):
    rendered: int
    kept: int
    removed: int
    seconds: float
    now: str  # the moment the build was made for
    next_change: str  # the first moment at which any output would differ
    quarantined: tuple[str, ...]  # paths below content/
    faults: tuple[Fault, ...]  # GALAT only

    @property
    def line(self) -> str:
        kept_back = f", {len(self.quarantined)} DIKARANTINA" if self.quarantined else ""
        seconds = f"{self.seconds:.1f}".replace(".", ",")
        return (
            f"{self.rendered} berkas ditulis, {self.kept} tetap, {self.removed} dihapus"
            f"{kept_back}, dalam {seconds} detik. Perubahan berikutnya: {self.next_change}."
        )

    def encoded(self) -> bytes:
        return msgspec.json.format(msgspec.json.encode(self), indent=1)


def decode_report(data: bytes) -> BuildReport:
    return msgspec.json.decode(data, type=BuildReport)
