"""What arrives at Humas, as telephones and programs of others write it."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

NEWS = (
    "*Puskesmas Masamba layani imunisasi campak*\n"
    "\n"
    "MASAMBA - Puskesmas Masamba memberi imunisasi campak kepada 42 anak di Kecamatan Masamba, "
    "Senin (12/10). Kader posyandu membantu mendata anak sejak pagi.\n"
    "\n"
    "Warga dapat membawa anak ke posyandu terdekat pada hari kerja."
)
OTHER = (
    "Terminal ditata ulang\n"
    "\n"
    "MASAMBA - Dinas Perhubungan menata ulang terminal supaya penumpang lebih nyaman, "
    "Senin (12/10). Penataan itu meliputi jalur masuk, ruang tunggu, dan papan petunjuk arah.\n"
)
HEAD = "13/10/26 09.10 - Petugas Contoh Dinkes: "


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def chat(*messages: str) -> str:
    return "\n".join(messages) + "\n"


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def paragraph(*runs: str, style: str = "") -> str:
    form = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{form}{''.join(runs)}</w:p>"


def run(text: str, form: str = "") -> str:
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def shown_picture(identity: str, key: str = "embed") -> str:
    return f'<w:p><w:r><w:drawing><a:blip r:{key}="{identity}"/></w:drawing></w:r></w:p>'


def relation(identity: str, kind: str, target: str, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{identity}" Type="{KIND}/{kind}" Target="{target}"{mode}/>'


def document(
    *body: str, relations: str = "", files: Mapping[str, bytes | str] | None = None, top: str = ""
) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?>{top}'
            f"<w:document {W} {R}><w:body>{''.join(body)}</w:body></w:document>",
            "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
            **(files or {}),
        }
    )


def put(folder: Path, name: str, data: bytes | str) -> Path:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return file
