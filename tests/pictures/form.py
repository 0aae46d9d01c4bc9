"""The form of GitHub, drawn from our own file: github.com itself is not photographed.

What stands in it is read from .github/ISSUE_TEMPLATE; only the frame around it is ours.
"""

from collections.abc import Iterator
from html import escape
from typing import Any

import yaml
from playwright.sync_api import Browser

from plugins.intake.issueforms import FOLDER, NEWS
from tests.conftest import ROOT
from tests.pictures.hand import keep

LABEL = "gambar dibuat dari berkas formulir; tampilan GitHub dapat sedikit berbeda"
TAPS = {"dropdown": 2, "input": 1, "textarea": 1}
PHOTO = 4  # the box, the paper clip, the photo, Done
FILLED = ("pd", "judul", "tanggal", "rubrik", "naskah", "foto", "alt", "keterangan")
ANSWERS = {
    "pd": "Dinas Kesehatan (dinkes)",
    "judul": "Puskesmas Masamba layani imunisasi campak",
    "tanggal": "24 November 2026",
    "rubrik": "Kesehatan (kesehatan)",
    "naskah": "MASAMBA — Puskesmas Masamba memberi imunisasi campak kepada 42 anak, "
    "Selasa (24/11/2026).",
    "foto": "![posyandu](https://github.com/user-attachments/assets/…)",
    "alt": "Meja pelayanan imunisasi di aula puskesmas",
    "keterangan": "Pelayanan imunisasi campak di Puskesmas Masamba.",
}
PARTS = {"formulir-atas": ("pd", "judul", "tanggal", "rubrik"),
         "formulir-foto": ("naskah", "foto", "alt", "keterangan")}  # fmt: skip
STYLE = """
body { margin: 0; padding: 12px; width: 336px; background: #fff; color: #1f2328;
  font: 14px/1.45 system-ui, "Liberation Sans", sans-serif; }
.dari { margin: 0 0 10px; padding-bottom: 8px; border-bottom: 1px solid #d1d9e0;
  color: #59636e; font-size: 12px; }
b { display: block; margin-top: 14px; } i { color: #c4320a; font-style: normal; }
small { display: block; margin: 2px 0 5px; color: #59636e; font-size: 12px; }
p.isi { margin: 0; padding: 7px 10px; border: 1px solid #d1d9e0; border-radius: 6px;
  background: #f6f8fa; overflow-wrap: anywhere; }
.textarea { min-height: 56px; } .dropdown::after { content: "▾"; float: right; }
.foto::after { content: "Lampirkan berkas"; display: block; margin-top: 8px; padding-top: 6px;
  border-top: 1px dashed #d1d9e0; color: #59636e; }
"""


def drawn(browser: Browser) -> Iterator[tuple[str, str]]:
    """The pictures; and as rows nothing, for nobody has tapped here."""
    parts = {part["id"]: part for part in _form()["body"] if "id" in part}
    page = browser.new_page(viewport={"width": 360, "height": 10}, device_scale_factor=2)
    for name, keys in PARTS.items():
        boxes = "".join(map(_box, (parts[key] for key in keys)))
        page.set_content(f"<style>{STYLE}</style><p class=dari>{LABEL}</p>{boxes}")
        keep(page.screenshot(full_page=True), name, flat=True)
    page.close()
    yield from ()


def taps() -> str:
    """Each tap of a post with one photo by its name, in one line."""
    parts = {part["id"]: part for part in _form()["body"] if "id" in part}
    counted = {key: PHOTO if key == "foto" else TAPS[parts[key]["type"]] for key in FILLED}
    rows = [f"{parts[key]['attributes']['label']} {count}" for key, count in counted.items()]
    total = 3 + sum(counted.values()) + 1
    listed = " · ".join(["New issue 1", f"{NEWS.name} 1", "kotak judul isu 1", *rows, "Create 1"])
    return f"{listed} · **jumlah {total}**"


def _form() -> Any:
    return yaml.safe_load((ROOT / FOLDER / NEWS.file).read_text(encoding="utf-8"))


def _box(part: dict[str, Any]) -> str:
    told, key = part["attributes"], part["id"]
    star = " <i>*</i>" if part.get("validations", {}).get("required") else ""
    kind = f"isi {part['type']} {key}"
    return (
        f"<b>{escape(told['label'])}{star}</b><small>{escape(told['description'])}</small>"
        f'<p class="{kind}">{escape(ANSWERS[key])}</p>'
    )
