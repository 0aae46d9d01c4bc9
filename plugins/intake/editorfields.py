"""The fields of our files as fields of the editor, from the one list that the gate reads.

What Humas alone writes (corrections, withdrawals, waivers) has no field here; the editor
leaves such keys of a file as they stand.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from plugins.model.addresses import SLUG
from plugins.model.fields import EVENT_FIELDS, POST_FIELDS, Field, Shape
from plugins.reading.header import FORBIDDEN

Options = Mapping[str, Sequence[tuple[str, str]]]  # value and label, by key of the header
Widget = dict[str, Any]

ZONE = "Asia/Makassar"
LINE = 120  # characters; a longer text gets a field of several lines
POST_KEYS = (
    "judul tanggal rubrik ringkasan tag penulis agenda bersama kecamatan klasifikasi terbit_pada "
    "foto persetujuan".split()
)
EVENT_KEYS = (
    "acara tanggal sampai mulai selesai tempat kecamatan bersama pimpinan kehadiran peserta "
    "liputan publik status alasan pindah_ke catatan".split()
)
_PLAIN = "^[^\\n\\r" + FORBIDDEN.pattern[1:-1].encode("unicode_escape").decode().replace(
    "\\x", "\\u00"
) + "]*$"  # fmt: skip

_LABELS = {
    "judul": ("Judul", "Satu kalimat aktif: siapa melakukan apa. Bukan huruf besar semua."),
    "tanggal": ("Tanggal", "Tanggal kegiatan atau berita, WITA."),
    "rubrik": ("Rubrik", "Pilih satu."),
    "ringkasan": ("Ringkasan", "Satu kalimat pokok berita, untuk daftar dan WhatsApp."),
    "tag": ("Topik", "Huruf kecil, dengan tanda hubung: imunisasi-campak"),
    "penulis": ("Penulis", "Nama Anda, seperti akan tampil di bawah judul."),
    "agenda": ("Kegiatan", "Kegiatan yang diberitakan; dengan ini agendanya tercatat diliput."),
    "bersama": ("Bersama", "Perangkat daerah lain yang ikut. Kosongkan bila tidak ada."),
    "kecamatan": ("Kecamatan", "Tempat kejadian."),
    "klasifikasi": ("Klasifikasi informasi", "Kosongkan bila ragu; Humas yang mengisi."),
    "terbit_pada": ("Terbit pada", "Hanya bila berita harus menunggu jam tertentu."),
    "foto": ("Foto", "Foto pertama menjadi foto utama. Ukuran dan arahnya diatur sendiri."),
    "berkas": ("Berkas foto", "Ambil atau pilih dari ponsel."),
    "alt": ("Apa yang tampak?", "Untuk pembaca yang tidak melihat: siapa, sedang apa, di mana."),
    "keterangan": ("Keterangan di bawah foto", "Satu kalimat lengkap."),
    "kredit": ("Pemotret", "Nama pemotret atau perangkat daerah."),
    "persetujuan": ("Persetujuan", "Bila anak atau pasien tampak: izin siapa, disimpan di mana."),
    "acara": ("Nama kegiatan", "Seperti di undangan, tanpa tanggal."),
    "sampai": ("Sampai tanggal", "Hanya bila lebih dari satu hari."),
    "mulai": ("Mulai", "Jam, WITA."),
    "selesai": ("Selesai", "Jam, WITA. Kosongkan bila tidak tentu."),
    "tempat": ("Tempat", "Nama tempat yang dikenal warga."),
    "pimpinan": ("Pimpinan", "Pimpinan tertinggi yang diundang."),
    "kehadiran": ("Kehadiran", "Dihadiri sendiri atau diwakili."),
    "peserta": ("Peserta", "Siapa yang hadir; tanpa nama anak atau pasien."),
    "liputan": ("Liputan", "Pilih “diminta” bila Humas perlu datang meliput."),
    "publik": ("Boleh dilihat warga?", "Kosong berarti ya."),
    "status": ("Ditunda atau batal?", "Kosongkan bila kegiatan jadi."),
    "alasan": ("Alasan", "Wajib bila ditunda atau batal."),
    "pindah_ke": ("Pindah ke", "Kegiatan penggantinya, bila sudah ada di agenda."),
    "catatan": ("Catatan", "Untuk Humas."),
}
_WRONG = {
    Shape.SLUGS: "Hanya huruf kecil, angka, dan tanda hubung: imunisasi-campak",
    Shape.FILE: "Pilih satu foto.",
}
_BODY = {
    "label": "Isi",
    "widget": "markdown",
    "name": "body",
    "modes": ["rich_text", "raw"],
    "buttons": ["bold", "italic", "link", "quote", "bulleted-list", "numbered-list"],
    "editor_components": [],
    "use_emoji_autocomplete": False,
}


def post_widgets(options: Options) -> list[Widget]:
    hint = "Paragraf pertama: siapa, apa, kapan, di mana. Diawali “MASAMBA — …”."
    return [*_widgets(POST_FIELDS, POST_KEYS, options), {**_BODY, "hint": hint}]


def event_widgets(options: Options) -> list[Widget]:
    body = {**_BODY, "label": "Uraian", "required": False, "hint": "Boleh dikosongkan."}
    return [*_widgets(EVENT_FIELDS, EVENT_KEYS, options), body]


def _widgets(fields: Sequence[Field], keys: Sequence[str], options: Options) -> list[Widget]:
    """In the order of the normal form."""
    return [_widget(field, options) for field in fields if field.key in keys]


def _widget(field: Field, options: Options) -> Widget:
    label, hint = _LABELS[field.key]
    return {
        "name": field.key,
        "label": label,
        "hint": hint,
        "required": field.required,
        **_kind(field, options),
    }


def _kind(field: Field, options: Options) -> Widget:
    match field.shape:
        case Shape.MOMENT:
            now = {"default": "{{now}}"} if field.required else {}
            return {**_time("YYYY-MM-DD HH:mm", "datetime-local"), **now}
        case Shape.DAY:
            return _time("YYYY-MM-DD", "date")
        case Shape.CLOCK:
            return _time("HH:mm", "time")
        case Shape.CHOICE:
            return {"widget": "select", "options": [_option(c, c) for c in field.choices]}
        case Shape.SLUG | Shape.ID:
            return _choice(field, options)
        case Shape.SLUGS | Shape.IDS if field.key in options:
            return {**_choice(field, options), "multiple": True, "max": field.most}
        case Shape.SLUGS:
            word = {"name": "butir", "label": "Topik", "widget": "string"}
            pattern = [f"^{SLUG}$", _WRONG[Shape.SLUGS]]
            return {"widget": "list", "max": field.most, "field": {**word, "pattern": pattern}}
        case Shape.FILE:
            return {"widget": "image", "choose_url": False}
        case Shape.LIST:
            parts = [_widget(part, options) for part in field.parts]
            summary = {"label_singular": "foto", "summary": "{{fields.keterangan}}"}
            return {"widget": "list", "max": field.most, "fields": parts, **summary}
        case _:
            return _text(field)


def _time(form: str, kind: str) -> Widget:
    return {"widget": "datetime", "format": form, "type": kind, "input_timezone": ZONE}


def _choice(field: Field, options: Options) -> Widget:
    found = [_option(*pair) for pair in options[field.key]]
    return {"widget": "select", "options": found}


def _option(value: str, label: str) -> dict[str, str]:
    return {"label": label, "value": value}


def _text(field: Field) -> Widget:
    return {
        "widget": "text" if field.longest > LINE * 2 else "string",
        "maxlength": field.longest,
        "pattern": [_PLAIN, "Tulis dalam satu baris, tanpa tanda yang tidak tampak."],
    }
