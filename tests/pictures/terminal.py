"""The commands of officers and of Humas, typed in a terminal before a hub that runs."""

import os
import pty
import re
import subprocess
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from playwright.sync_api import Browser

from tests.conftest import ROOT, commit_all, run_git
from tests.intake.parcels import zipped
from tests.pictures.hand import keep
from tests.site.hubs import Hub, clones, free_port, make

COLUMNS = 92
USUAL_PORT = ":8080/"  # of make hub; here it is whichever is free
EVENT = "dinsos/2026/11/23-latihan-pendamping-lansia"
FOLDER = f"content/berita/{EVENT}"
POST = f"{FOLDER}/index.md"
SENT = "content/berita/dinsos/2026/11/dinsos-latih-20-pendamping-merawat-lansia"
CHAT = (
    "24/11/26 10.05 - Petugas Contoh Dinkes: *Puskesmas Masamba layani imunisasi campak*\n\n"
    "MASAMBA - Puskesmas Masamba memberi imunisasi campak kepada 42 anak, Selasa (24/11). "
    "Kader posyandu membantu mendata anak.\n\nWarga dapat membawa anak ke posyandu terdekat.\n"
    "24/11/26 10.06 - Petugas Contoh Dinkes: IMG-20261124-WA0003.jpg (file terlampir)\n"
)
ALT = "    alt: Kursi dan meja latihan ditata di aula\n"
_CODE = re.compile(r"\x1b\[(\d*)m")
_REST_OF_LINE = "\x1b[K"  # git clears it behind what the server says
_CLASS = {"1": "tebal", "2": "redup", "31": "merah", "32": "hijau", "33": "kuning", "36": "biru"}
STYLE = """
body { margin: 0; width: 760px; background: #fff; }
pre { margin: 0; padding: 14px 16px; border: 1px solid #d5ddd6; border-radius: 8px;
  background: #f7f9f7; color: #1c2a20; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 13px/1.4 "DejaVu Sans Mono", "Liberation Mono", monospace; }
.ketik, .tebal { font-weight: bold; } .ketik { color: #0b5d3b; } .redup { color: #66736a; }
.merah { color: #a3200d; } .hijau { color: #0b5d3b; } .kuning { color: #7a5200; }
.biru { color: #0b4f74; }
"""


class Terminal:
    """What was typed in a folder, and what came back."""

    def __init__(self, browser: Browser, folder: Path, port: int) -> None:
        self.browser, self.folder, self.port = browser, folder, port
        self.shown: list[str] = []

    def make(self, *arguments: str) -> None:
        line = " ".join(["make", *arguments])
        self.shown.append(f'<span class="ketik">$ {escape(line)}</span>\n')
        answer = _ran(make(*arguments), self.folder)
        self.shown.append(_painted(answer.replace(f":{self.port}/", USUAL_PORT)))

    def shoot(self, name: str, until: str = "") -> None:
        """All of it, or the lines before the one that begins with *until*."""
        shown = "".join(self.shown).rstrip()
        if until:
            shown = shown.partition(f"\n{until}")[0] + f"\n{until} …"
        page = self.browser.new_page(viewport={"width": 760, "height": 10}, device_scale_factor=1.5)
        page.set_content(f"<style>{STYLE}</style><pre>{shown}</pre>")
        keep(page.screenshot(full_page=True), name, flat=True)
        page.close()
        self.shown = []


def typed(browser: Browser, project: Path) -> Iterator[tuple[str, str]]:
    """The pictures; and as rows nothing: two commands need no counting."""
    run_git(project, "init", "-q", "-b", "main")
    commit_all(project, "awal")
    hub = Hub(project, free_port())
    try:
        hub.wait_until_it_says("Ctrl-C")
        clone = clones(hub, project.parent)
        _officer(Terminal(browser, clone("petugas-dinsos"), hub.port))
        _bureau(Terminal(browser, clone("humas"), hub.port))
    finally:
        if hub.process.poll() is None:
            hub.stop()
    yield from ()


def _officer(terminal: Terminal) -> None:
    file = terminal.folder / POST
    terminal.make("berita", f"KEGIATAN={EVENT}")
    terminal.shoot("perintah-berita")
    file.write_text(_filled("Selasa", alt=""), encoding="utf-8")
    (terminal.folder / FOLDER / "aula.jpg").write_bytes(_photo())
    terminal.make("usul")
    terminal.shoot("perintah-merah")
    file.write_text(_filled("Senin", ALT), encoding="utf-8")
    terminal.make("usul")
    terminal.shoot("perintah-hijau")


def _filled(weekday: str, alt: str) -> str:
    return f"""\
---
judul: Dinsos latih 20 pendamping merawat lansia
tanggal: 2026-11-23
rubrik: sosial
ringkasan: Dinas Sosial melatih 20 pendamping merawat lansia di Masamba.
penulis: Petugas Contoh Dinsos
agenda: [{EVENT}]
kecamatan: [masamba]
foto:
  - berkas: aula.jpg
{alt}    keterangan: Aula tempat latihan pendamping lansia di Masamba.
    kredit: Dinas Sosial
---

MASAMBA — Dinas Sosial melatih 20 pendamping merawat lansia, {weekday} (23/11/2026).

Peserta belajar mengukur tekanan darah dan membantu lansia berjalan.
"""


def _bureau(terminal: Terminal) -> None:
    sent = {f"{SENT}/index.md": _filled("Senin", ALT), f"{SENT}/aula.jpg": _photo(),
            "pengirim.txt": "nama: Petugas Contoh Dinsos\n"}  # fmt: skip
    (terminal.folder / "kiriman.zip").write_bytes(zipped(sent))
    terminal.make("terima", "BERKAS=kiriman.zip")
    terminal.shoot("terima-zip")
    chat = zipped({"_chat.txt": CHAT, "IMG-20261124-WA0003.jpg": _photo()})
    (terminal.folder / "chat.zip").write_bytes(chat)
    terminal.make("terima", "BERKAS=chat.zip")
    terminal.shoot("terima-chat", until="Pemeriksaan:")


def _photo() -> bytes:
    return next((ROOT / "content").rglob("aula-rapat.jpg")).read_bytes()


def _ran(command: Sequence[str], folder: Path) -> str:
    """All that a terminal of this width is shown."""
    ours, theirs = pty.openpty()
    ours_alone = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}  # of the make that runs us
    inherited = {name: value for name, value in os.environ.items() if name not in ours_alone}
    environment = {**inherited, "COLUMNS": str(COLUMNS), "TERM": "xterm", "LC_ALL": "C.UTF-8",
                   "GIT_CONFIG_GLOBAL": os.devnull, "GIT_TERMINAL_PROMPT": "0"}  # fmt: skip
    process = subprocess.Popen(command, cwd=folder, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    chunks = []
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not chunk:
            break
        chunks.append(chunk)
    process.wait()
    os.close(ours)
    return b"".join(chunks).decode().replace("\r\n", "\n").replace(_REST_OF_LINE, "")


def _painted(text: str) -> str:
    """Its colours as classes."""
    parts = _CODE.split(text)
    shown = [escape(parts[0])]
    for code, words in zip(parts[1::2], parts[2::2], strict=True):
        name = _CLASS.get(code)
        shown.append(f'<span class="{name}">{escape(words)}</span>' if name else escape(words))
    return "".join(shown)
