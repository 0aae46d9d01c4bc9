"""A newsroom of everything hostile that the gate lets pass, for it must come out as words."""

import io

from PIL import Image, PngImagePlugin

from tests.conftest import phone_photo
from tests.hostile.bodies import HARMLESS
from tests.hostile.newsroom import AGENCY, Files, agency, event, jpeg, post

SCRIPT = "<script>alert(1)</script>"
WORDS = (
    SCRIPT,
    "'\"><img src=x onerror=alert(1)>'",
    "</title></script><script>alert(1)//",
    "'\"]]></content><script>alert(1)</script>'",
    "'\" onmouseover=\"alert(1)'",
    "'--> <!-- <svg onload=alert(1)>'",
    "'{{ 7*7 }} {% raw %} %s {0}'",
    "'=HYPERLINK(\"https://jahat.example\")'",
    "'@SUM(1+1)*cmd|/C calc'",
    "'&lt;script&gt;alert(1)&lt;/script&gt; &#8; &#60;'",
    "'Rapat\\r\\nBEGIN:VALARM'",
    '"Rapat\\nATTACH:https://jahat.example"',
    "'Rapat; satu, dua\\ tiga'",
    "\U0001f600",
    "Index",
    "Tags",
)
MONTH = "berita/dishub/2026/11"


def with_everywhere(words: str) -> str:
    """A post that says the same in each of its texts; an alternative text may not be short."""
    alt = quoted(words if len(words) > 4 else words * 5)
    return post(
        f"ringkasan: {words}",
        f"penulis: {words}",
        f"penyunting: {words}",
        f"foto: [{{berkas: a.jpg, alt: {alt}, keterangan: {quoted(words)},"
        f" kredit: {quoted(words)}}}]",
        f"ralat: [{{tanggal: 2026-11-24 10:00, isi: {quoted(words)}}}]",
        f"hak_jawab: [{{tanggal: 2026-11-24 10:00, dari: {quoted(words)}, isi: {quoted(words)}}}]",
        title=words,
    )


def quoted(words: str) -> str:
    return words if words[0] in "'\"" else f"'{words}'"


def withdrawn(words: str) -> str:
    return post(f"dicabut: {{tanggal: 2026-11-24 10:00, alasan: {quoted(words)}}}", title=words)


def hostile_event(words: str) -> str:
    lines = ("mulai: 09:00", f"tempat: {words}", f"peserta: {words}", f"catatan: {words}")
    return event(*lines, title=words)


def odd_photos() -> dict[str, bytes]:
    """Photos with a load: text behind the picture, places, profiles, kinds few cameras make."""
    note = PngImagePlugin.PngInfo()
    note.add_text("Comment", SCRIPT)
    return {
        "kordinat.jpg": phone_photo(400, 300),
        "ekor.jpg": jpeg(size=(300, 200)) + SCRIPT.encode(),
        "profil.jpg": saved(Image.new("RGB", (300, 200)), "JPEG", icc_profile=b"x" * 400),
        "komentar.jpg": saved(Image.new("RGB", (300, 200)), "JPEG", comment=SCRIPT.encode()),
        "cetak.jpg": saved(Image.new("CMYK", (300, 200)), "JPEG"),
        "abu.jpg": saved(Image.new("L", (300, 200)), "JPEG"),
        "titik.jpg": jpeg(size=(1, 1)),
        "tiang.jpg": jpeg(size=(2, 9000)),
        "dalam.png": saved(Image.new("I;16", (300, 200)), "PNG"),
        "palet.png": saved(Image.new("P", (300, 200)), "PNG", transparency=0),
        "bening.png": saved(Image.new("LA", (300, 200)), "PNG", pnginfo=note),
        "bit.png": saved(Image.new("1", (300, 200)), "PNG"),
        "bening.webp": saved(Image.new("RGBA", (300, 200)), "WEBP"),
    }


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def files() -> Files:
    made: dict[str, str | bytes | None] = {
        f"{MONTH}/teks-{n}/index.md": post(title=f"Teks {n}", body=f"Awal.\n\n{body}")
        for n, body in enumerate(HARMLESS)
    }
    for n, words in enumerate(WORDS):
        made[f"{MONTH}/kata-{n}/index.md"] = with_everywhere(words)
        made[f"{MONTH}/kata-{n}/a.jpg"] = jpeg(size=(300 + n, 200))
        made[f"{MONTH}/cabut-{n}/index.md"] = withdrawn(words)
        made[f"agenda/dishub/2026/11/24-acara-{n}.md"] = hostile_event(words)
    for name, data in odd_photos().items():
        slug = name.replace(".", "-")
        line = f"foto: [{{berkas: {name}, alt: Sebuah bidang berwarna}}]"
        made[f"{MONTH}/foto-{slug}/index.md"] = post(line, title=f"Foto {slug}")
        made[f"{MONTH}/foto-{slug}/{name}"] = data
    return {**made, **shared()}


def shared() -> dict[str, str]:
    """What only Humas writes, and reaches every page."""
    officer = (
        "petugas: [{nama: '<b>a</b>', akun: petugas-dinkes, peran: petugas, sejak: 2025-01-01}]"
    )
    lines = (
        "situs: javascript:alert(1)",
        "surel: 'a@b.id\"><script>alert(1)</script>'",
        "telepon_kantor: 'javascript:alert(1)'",
        f"alamat: {SCRIPT}",
        f"catatan_data: {SCRIPT}",
        officer,
    )
    return {
        AGENCY: agency(*lines, name=SCRIPT),
        "perangkat-daerah/dishub.md": agency(
            "situs: 'https://contoh.id/\"onclick=alert(1)'", name="Dishub"
        ).replace("Dinkes", "<i>Dishub</i>"),
        "rubrik.yaml": f'- {{slug: kesehatan, nama: "{SCRIPT}", iptc: "07000000"}}\n',
        "halaman/tentang.md": f"---\njudul: {SCRIPT}\nringkasan: {SCRIPT}\n---\n\nIsi.\n",
    }
