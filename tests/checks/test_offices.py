"""An agency's own telephone and mail may be written; a person's may not."""

import pytest

from plugins.checks.mail import mail_in
from plugins.checks.offices import dialled
from tests.checks.conftest import HUMAS
from tests.checks.test_personal import photo_with

POST = "berita/dinkes/2026/11/imunisasi-campak/index.md"
RECORD = "perangkat-daerah/humas.md"
ANY = "anak pada Selasa (24/11/2026)."
OFFICE = HUMAS.replace(
    "jenis: bidang\n",
    "jenis: bidang\ntelepon_kantor: 0812-0000-0001 / (0473) 210001\nsurel: ikp.contoh@gmail.com\n",
)


@pytest.fixture
def told(judged, text):
    """What is said of personal data in a post that ends like this."""

    def said(sentence: str, record: str = OFFICE) -> list[str]:
        files = {POST: text("story", ANY, f"{ANY} {sentence}"), RECORD: record}
        return [line for line in judged(files) if " D9" in line]

    return said


@pytest.mark.parametrize(
    "sentence",
    [
        "Hubungi 0812-0000-0001.", "Hubungi +62 812 0000 0001.", "Hubungi 62812 00000001.",
        "Pesan lewat [WhatsApp](https://wa.me/6281200000001).",
        "Telepon rumah jabatan (0473) 210001.", "Naskah dikirim ke IKP.Contoh@gmail.com.",
    ],
)  # fmt: skip
def test_what_an_agency_has_in_its_record_is_no_fault(sentence, told):
    assert told(sentence) == []
    assert len(told(sentence, HUMAS)) == 1


def test_a_number_with_the_same_mask_is_still_a_persons(told):
    (line,) = told("Hubungi 0812-9999-9901.")

    assert " D903 Nomor ponsel “0812******01” tertulis di sini." in line


def test_a_person_beside_an_office_is_still_told(told):
    (line,) = told("Hubungi 0812-0000-0001 atau 0812-0000-0002.")

    assert "“0812******02”" in line


def test_in_a_value_of_several_lines_every_number_must_be_an_offices(judged, text):
    def said(number: str) -> list[str]:
        value = f"ringkasan: |\n  Hubungi 0812-0000-0001,\n  atau {number}.\n"
        post = text("story", "ringkasan: Petugas melayani 40 anak dari tiga dusun.\n", value)
        return [line for line in judged({POST: post, RECORD: OFFICE}) if " D903 " in line]

    assert said("0812 0000 0001") == []
    assert said("0812 0000 0002") != []


def test_the_record_itself_may_have_mail_of_any_provider(judged):
    assert judged({RECORD: OFFICE}) == []


def test_mail_of_a_person_is_told_by_its_first_letter(told):
    (line,) = told("Naskah dikirim ke budi.contoh@gmail.com.")

    assert " D912 PERINGATAN: Alamat surel “b…@gmail.com” tampaknya milik pribadi." in line
    assert "budi.contoh" not in line


@pytest.mark.parametrize(
    "innocent",
    [
        "humas@lutrakab.example", "sdn5masamba@gmail.com", "smpn1.seko@yahoo.co.id",
        "pkm.sukamaju@gmail.com", "desatarobok@gmail.com", "kec.sabbang@gmail.com",
        "panitia.hari.jadi@gmail.com", "perpustakaan.lutra@gmail.com", "akun @contoh di gmail.com",
        "budi@gmail.company",
    ],
)  # fmt: skip
def test_mail_of_an_office_or_of_no_provider_passes(innocent):
    assert list(mail_in(f"Surat ke {innocent}.")) == []


@pytest.mark.parametrize(
    "address",
    ["budi@gmail.com", "Siti_99@yahoo.co.id", "s@live.com", "keceng@gmail.com", "marwan.h@me.com"],
)
def test_mail_of_a_person_is_found(address):
    assert [mail.address for mail in mail_in(f"Surat ke {address}.")] == [address]


@pytest.mark.parametrize(
    "number", ["0812 0000 0001", "+62 812-0000-0001", "62 0812 0000 0001", "(+62) 81200000001"]
)
def test_the_ways_to_write_a_number_compare_as_one(number):
    assert dialled(number) == "081200000001"


def test_a_number_in_the_metadata_of_a_photo_may_be_an_offices(judged):
    photo = POST.replace("index.md", "imunisasi.jpg")

    assert judged({photo: photo_with("Layanan 0812-0000-0001"), RECORD: OFFICE}) == []
    assert judged({photo: photo_with("Layanan 0812-0000-0001"), RECORD: HUMAS}) != []
