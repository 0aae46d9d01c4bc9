"""R406 and R407: addresses that a file claims."""

import pytest

POST = "berita/dinkes/2026/11/imunisasi-campak/index.md"
FORM = (
    "salah bentuk. Tulis bagian sesudah nama situs, diawali dan diakhiri “/”, "
    "contoh /berita/dinkes/2026/10/slug-lama/."
)
TAKEN = "masih dipakai situs ini. Hapus alamat itu dari “alias”."


@pytest.mark.parametrize(
    ("alias", "said"),
    [
        ("https://contoh.id/lama/", f"Alamat lama “https://contoh.id/lama/” {FORM}"),
        ("/lama", f"Alamat lama “/lama” {FORM}"),
        ("//contoh.id/", f"Alamat lama “//contoh.id/” {FORM}"),
        ("/a/../../etc/", f"Alamat lama “/a/../../etc/” {FORM}"),
        ("/robots.txt/", f"Alamat lama “/robots.txt/” {FORM}"),
        ("/", f"Alamat lama “/” {FORM}"),
        ("/tag/campak/", f"Alamat “/tag/campak/” {TAKEN}"),
        ("/berita/dinkes/", f"Alamat “/berita/dinkes/” {TAKEN}"),
        ("/berita/dinkes/2026/11/imunisasi-campak/",
         f"Alamat “/berita/dinkes/2026/11/imunisasi-campak/” {TAKEN}"),
        ("/Tentang/", f"Alamat “/Tentang/” {TAKEN}"),
    ],
)  # fmt: skip
def test_an_alias_must_be_a_free_address_of_this_site(alias, said, judged, text):
    wrong = text("post", "foto:", f"alias: [/lama/satu/, {alias}]\nfoto:")
    page = {"halaman/tentang.md": text("page")}

    assert judged({POST: wrong, **page}) == [f"content/{POST}:5:22 R406 {said}"]


@pytest.mark.parametrize("alias", ["/berita/dinkes/2026/10/slug-lama/", "/lama/2019/05/Judul_A.b/"])
def test_an_older_address_is_good(alias, judged, text):
    assert judged({POST: text("post", "foto:", f"alias: [{alias}]\nfoto:")}) == []


def test_of_two_posts_the_earlier_keeps_the_address(judged, text, picture):
    later = "berita/dinkes/2026/11/a-susulan"
    claim = text("post", "foto:", "alias: [/lama/]\nfoto:")

    assert judged(
        {
            POST: claim,
            f"{later}/index.md": claim.replace("11-24", "11-25").replace("/lama/", "/LAMA/"),
            f"{later}/imunisasi.jpg": picture(),
        }
    ) == [
        f"content/{later}/index.md:5:9 R406 Alamat “/LAMA/” sudah menjadi alamat lama berita "
        "“dinkes/2026/11/imunisasi-campak”. Hapus alamat itu dari salah satu berita."
    ]


def test_a_page_cannot_take_the_name_of_a_part_of_the_site(faults_of, text):
    assert faults_of("page", text("page"), "halaman/agenda.md") == [
        "1:1 R407 Nama halaman “agenda” sudah dipakai bagian lain situs. "
        "Beri nama berkas yang lain, contoh content/halaman/tentang-agenda.md."
    ]
    assert faults_of("page", text("page"), "halaman/tentang-agenda.md") == []
