"""T: what was pasted along."""

import pytest

LEAD = "MASAMBA — Kader berlatih pada Selasa (24/11/2026).\n\n"
STARS = "Tanda bintang pada “{}” menjadi huruf miring di sini."
FILE = "berkas: imunisasi.jpg"

CASES = [
    ("*Kegiatan ini berjalan lancar*", "15:1 T901 " + STARS.format("*Kegiatan ini berjalan lancar*")
        + " Hapus bintangnya: Kegiatan ini berjalan lancar"),
    ("Loket ~Senin~ Selasa.", "15:7 T902 Tanda coret pada “~Senin~” tidak berfungsi di sini. "
        "Hapus kata itu bersama tandanya."),
    ("[24/11 09.12] Petugas: lancar.", "15:1 T903 Baris “[24/11 09.12] Petugas: lancar.” tersalin "
        "dari percakapan. Hapus tanda itu, sisakan isi beritanya."),
    ("Diteruskan", "15:1 T903 Baris “Diteruskan” tersalin dari percakapan. "
        "Hapus tanda itu, sisakan isi beritanya."),
    ("Mohon izin share kegiatan.", "15:1 T904 Kata “Mohon izin share” adalah salam atau kata "
        "pengantar laporan. Hapus, lalu mulai dengan isi beritanya."),
    ("Selamat 🎉 para juara.", "15:9 T905 Emoji “🎉” tidak dipakai dalam berita. "
        "Hapus emoji itu."),
    ("Salam #luwuutara.", "15:7 T906 Tagar “#luwuutara” tidak berfungsi di sini. "
        "Hapus, lalu tulis kata kuncinya pada “tag” di kepala berkas."),
    ("Baca juga: Puskesmas buka", "15:1 T907 Baris “Baca juga: Puskesmas buka” tersalin dari "
        "halaman lain. Hapus baris itu; penulis dan penyunting ditulis di kepala berkas."),
    ("Kader berlatih dan ber-\njalan pulang.", "15:1 T909 Baris “Kader berlatih dan ber-” terputus "
        "di tengah kalimat. Sambung baris-barisnya menjadi satu paragraf."),
    ("Kader datang dari\n\ntiga desa.", "17:1 T910 Paragraf yang diawali “tiga desa.” melanjutkan "
        "kalimat di atasnya. Hapus baris kosong di antaranya."),
]  # fmt: skip


@pytest.mark.parametrize(("body", "line"), CASES, ids=[case[1].split()[1] for case in CASES])
def test_what_was_pasted_along_is_named(body, line, said_of):
    assert said_of(LEAD + body + "\n") == [line]


def test_several_names_in_bold_are_each_named(said_of):
    said = said_of(LEAD + "*Camat Masamba* dan *Kepala Dinas* hadir.\n")

    assert [line.split()[:2] for line in said] == [["15:1", "T901"], ["15:21", "T901"]]


def test_a_star_in_a_title_is_named(said_of):
    assert said_of(LEAD, "Imunisasi campak di Posyandu Melati", '"*Camat* membuka loket"') == [
        f"2:9 T901 {STARS.format('*Camat*')} Hapus bintangnya: Camat"
    ]


@pytest.mark.parametrize("file", ["img-20261124-wa0003.jpg", "dsc-0417.jpg", "screenshot-1.png"])
def test_a_photo_named_by_a_camera_is_named(file, said_of):
    assert said_of(LEAD, FILE, f"berkas: {file}") == [
        f"6:13 T908 Nama foto “{file}” berasal dari kamera atau WhatsApp. "
        "Ganti dengan isi fotonya, contoh “imunisasi-posyandu.jpg”."
    ]


def test_a_photo_named_by_its_content_is_good(said_of):
    assert said_of(LEAD, FILE, "berkas: posyandu-20261124.jpg") == []


@pytest.mark.parametrize(
    "body",
    [
        "Kader mencegah *stunting* dengan *growth monitoring* dan *role play*.",
        "* satu\n* dua\n* tiga",
        "Ruang 5*4 meter dan **syarat** baru.",
        "Jarak ~5 km, beban ~60 kg.",
        "Usulan diteruskan ke dinas. Forwarder belum dipakai.",
        '"Assalamualaikum, siapa ini?" sapa guru.',
        "Izin usaha terbit. Demikian pula izin lain. Selamat siang menjadi sapaan.",
        "Tanda ✓ berarti selesai → lanjut.",
        "Warga menelaah tagar #jalankita pekan lalu.",
        "## Jadwal\n\nLihat [daftar](https://contoh.id/a#b).",
        "Sumber air dipagari. Admin desa mencatat. Ia membaca, baca juga labelnya.",
        "Petugas menulis anak-\nanak di papan.",
        "1. ambil nomor\n2. serahkan akta\n3. periksa ejaan\n4. tanda tangan\n5. terima kartu",
        "Pergi ke pasar\nMembeli terong\nPulang singgah\nMembeli kain\nLalu pulang",
        "Warga membawa kartu\n\n- keluarga\n- penduduk\n\nlalu pulang.",
        "- Sumber: kas desa\n- Penulis: murid",
        "Syaratnya:\n\n- kartu keluarga\n- akta\n\ndan sebagainya.",
    ],
)
def test_what_only_looks_pasted_is_good(body, said_of):
    assert said_of(LEAD + body + "\n") == []
