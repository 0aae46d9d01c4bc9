"""M: the text below the header."""

import pytest

BODY = "MASAMBA — Petugas melayani 40 anak.\n"
PLAIN = "Hapus kode itu, atau beri spasi sesudah “<”."


@pytest.mark.parametrize(
    ("body", "place", "said"),
    [
        ("Layanan <b>gratis", "10:9",
         "“<b” tidak dapat dipakai. Untuk huruf tebal tulis **teks**."),
        ("Layanan\n</div>", "11:1", f"“</div” tidak dapat dipakai. {PLAIN}"),
        ("Layanan <!-- nanti", "10:9", f"“<!--” tidak dapat dipakai. {PLAIN}"),
        ("Layanan <SCRIPT src=x", "10:9", f"“<SCRIPT” tidak dapat dipakai. {PLAIN}"),
        ("Lihat <https://contoh.id>", "10:7",
         "“<https” tidak dapat dipakai. Untuk tautan tulis [teks](https://alamat)."),
    ],
)  # fmt: skip
def test_html_is_named_where_it_stands(body, place, said, faults_of, text):
    assert faults_of("post", text("post", BODY, body + "\n")) == [f"{place} M601 Kode HTML {said}"]


@pytest.mark.parametrize("body", ["Suhu < 5 derajat.", "Umur <5 tahun.", "a<-b dan x <- y"])
def test_a_less_than_sign_is_no_html(body, faults_of, text):
    assert faults_of("post", text("post", BODY, body + "\n")) == []


def test_a_text_full_of_html_is_told_twenty_times(faults_of, text):
    assert len(faults_of("post", text("post", BODY, "<b>x</b>\n" * 50))) == 20


USUAL = "Awali dengan https://, http://, mailto:, tel:, atau “/” untuk halaman situs ini."


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("[situs](www.contoh.id)", "Tautan “www.contoh.id” tidak dapat dipakai. "
                                   "Tulis lengkap: https://www.contoh.id"),
        ("[situs](contoh.id/a b)", "Tautan “contoh.id/a b” tidak dapat dipakai. "
                                   "Tulis lengkap: https://contoh.id/a b"),
        ("[surel](humas@contoh.id)", "Tautan “humas@contoh.id” tidak dapat dipakai. "
                                     "Tulis mailto:humas@contoh.id"),
        ("[telepon](0473 000000)", "Tautan “0473 000000” tidak dapat dipakai. "
                                   "Tulis tel:0473-000000"),
        ("[x](javascript:alert1)", f"Tautan “javascript:alert1” tidak dapat dipakai. {USUAL}"),
        ("[x](//contoh.id/)", f"Tautan “//contoh.id/” tidak dapat dipakai. {USUAL}"),
        ("[x](#bawah)", f"Tautan “#bawah” tidak dapat dipakai. {USUAL}"),
        ("[x]()", f"Tautan “()” belum bertujuan. {USUAL}"),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_named(link, said, faults_of, text):
    column = 7 + link.index("](") + 2

    assert faults_of("post", text("post", BODY, f"Lihat {link}.\n")) == [f"10:{column} M602 {said}"]


@pytest.mark.parametrize(
    "link", ["https://contoh.id/a?b=c#d", "mailto:humas@contoh.id", "tel:0473-000000", "/agenda/"]
)
def test_a_link_that_leads_somewhere_is_good(link, faults_of, text):
    assert faults_of("post", text("post", BODY, f"Lihat [situs]({link}).\n")) == []


def test_a_text_that_swells_is_refused(faults_of, text):
    assert faults_of("post", text("post", BODY, ">" * 300 + " x\n")) == [
        "9:1 M603 Teks ini menghasilkan “ukuran” yang tidak wajar setelah diolah. "
        "Sederhanakan tanda-tanda di dalam teks, atau mintalah bantuan Humas."
    ]
    assert faults_of("post", text("post", BODY, "> x\n")) == []


MARK = "tidak dapat dipakai. Hapus tanda itu: foto cukup nama berkasnya, tautan cukup alamatnya."


@pytest.mark.parametrize(
    ("body", "place", "mark"),
    [
        ("![]({static}/images/a.jpg)", "10:5", "{static}"),
        ("Warga ![]({attach}a.jpg) antre", "10:11", "{attach}"),
        ("[x]({filename}../b.md)", "10:5", "{filename}"),
        ("[x](|filename|../b.md)", "10:5", "|filename|"),
        ("Isi.\n\n{category}berita", "12:1", "{category}"),
    ],
)
def test_a_mark_of_pelican_is_named_once(body, place, mark, faults_of, text):
    lines = faults_of("post", text("post", BODY, f"{body}\n\nIsi.\n"))

    assert lines == [f"{place} M604 Tanda “{mark}” {MARK}"]


def test_a_narrow_table_is_no_mark_of_pelican(faults_of, text):
    table = "|tag|index|\n|---|---|\n|tag|1|\n"

    assert faults_of("post", text("post", BODY, table)) == []


@pytest.mark.parametrize("body", ["", "\n\n", "![](imunisasi.jpg)\n"])
def test_a_post_without_text_is_refused(body, faults_of, text):
    assert faults_of("post", text("post", BODY, body)) == [
        "9:1 M605 Berita ini belum berisi teks. "
        "Tulis isi berita di bawah kepala berkas, sesudah satu baris kosong."
    ]


def test_an_activity_needs_no_text(faults_of, text):
    assert faults_of("event", text("event")) == []


def test_a_question_of_the_template_that_was_left_is_named(faults_of, text):
    left = text("post", BODY, "MASAMBA — [Siapa] melayani 40 anak.\n")

    assert faults_of("post", left) == [
        "10:11 M606 Pertanyaan contoh “[Siapa]” belum diganti. Ganti dengan jawabannya, atau hapus."
    ]


def test_a_question_left_in_the_header_is_named(faults_of, text):
    prompt = "[Satu kalimat: pokok berita untuk daftar dan WhatsApp]"
    left = text("post", "rubrik: kesehatan\n", f'rubrik: kesehatan\nringkasan: "{prompt}"\n')

    assert faults_of("post", left) == [
        "5:12 M606 Isi “ringkasan” masih berupa pertanyaan contoh. "
        "Ganti dengan jawabannya, atau hapus."
    ]


def test_a_question_left_at_a_photo_is_named(faults_of, text):
    photo = 'foto:\n  - berkas: a.jpg\n    alt: "[Apa yang tampak pada foto ini?]"\n'
    left = text("post", "rubrik: kesehatan\n", f"rubrik: kesehatan\n{photo}")

    assert [fault for fault in faults_of("post", left) if "M606" in fault] == [
        "7:10 M606 Isi “alt” foto masih berupa pertanyaan contoh. "
        "Ganti dengan jawabannya, atau hapus."
    ]


def test_square_brackets_of_an_editor_are_no_question(faults_of, text):
    assert faults_of("post", text("post", BODY, "Kata dia, [warga] datang pagi.\n")) == []
