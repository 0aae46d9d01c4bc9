"""A .docx: its words and pictures, and nothing that it asks for."""

import io

import pytest

from plugins.intake.documents import read_document
from plugins.intake.handover import Handover, HandoverError
from tests.conftest import phone_photo
from tests.intake.parcels import document, paragraph, relation, run, shown_picture

PHOTO = phone_photo(80, 60)


def read(*body: str, **options) -> Handover:
    return read_document(io.BytesIO(document(*body, **options)))


def test_paragraphs_titles_lists_and_emphasis_become_markdown():
    read_back = read(
        paragraph(run("Kerja bakti"), style="Title"),
        paragraph(run("Latar"), style="Heading2"),
        paragraph(
            run("MASAMBA - Warga "),
            run("bergotong", "<w:i/>"), run("-royong", "<w:i/>"),
            run(" di aula", '<w:b w:val="0"/>'),
        ),
        paragraph(run("Semua tebal", "<w:b/>")),
        "<w:p><w:pPr><w:numPr/></w:pPr>" + run("butir") + "</w:p>",
        "<w:p>" + run("satu") + "<w:r><w:br/></w:r>" + run("dua") + "</w:p>",
    )  # fmt: skip

    assert read_back.title == "Kerja bakti"
    assert read_back.text.split("\n\n") == [
        "## Latar",
        "MASAMBA - Warga *bergotong-royong* di aula",
        "Semua tebal",
        "- butir",
        "satu\ndua",
    ]


def test_pictures_come_in_the_order_of_the_text_each_once():
    read_back = read(
        shown_picture("b"), shown_picture("a"), shown_picture("b"), shown_picture("hilang"),
        relations=relation("a", "image", "media/satu.jpeg")
        + relation("b", "image", "/word/media/dua.jpg"),
        files={"word/media/satu.jpeg": PHOTO, "word/media/dua.jpg": b"dua"},
    )  # fmt: skip

    assert [(p.name, p.data) for p in read_back.pictures] == [
        ("dua.jpg", b"dua"),
        ("satu.jpeg", PHOTO),
    ]


def test_what_is_not_taken_is_said():
    read_back = read(
        paragraph(run("Isi"), "<w:del><w:r><w:delText>rahasia</w:delText></w:r></w:del>"),
        "<w:tbl><w:tr><w:tc>" + paragraph(run("sel")) + "</w:tc></w:tr></w:tbl>",
        shown_picture("luar", "link"),
        relations=relation("luar", "image", "https://contoh.test/lacak.png", external=True)
        + relation("t", "attachedTemplate", "file:///etc/passwd", external=True),
        files={"word/vbaProject.bin": b"makro", "word/embeddings/a.bin": b"x"},
    )

    assert read_back.text == "Isi\n\nsel"
    assert read_back.pictures == ()
    assert read_back.notes == (
        "bagian yang dihapus lewat “lacak perubahan” tidak diambil",
        "tabel menjadi baris biasa; periksa susunannya",
        "makro di dalam dokumen diabaikan",
        "rujukan ke berkas di luar dokumen diabaikan",
        "berkas yang tertanam di dalam dokumen tidak diambil",
    )


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("top", [LAUGHS, OUTSIDE, "<!DOCTYPE a>"])
def test_a_document_type_ends_the_reading(top):
    with pytest.raises(HandoverError, match="memuat DOCTYPE, yang tidak pernah ditulis Word"):
        read(paragraph(run("&b;")), top=top)


def test_broken_xml_and_too_much_of_it_are_refused():
    with pytest.raises(HandoverError, match="isinya rusak"):
        read("<w:p>")
    with pytest.raises(HandoverError, match="lebih dari 16 MB"):
        read(paragraph(run("a" * 17_000_000)))
