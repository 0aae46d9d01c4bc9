"""What a fuzzer found, or came near: each a literal, so that it never comes back."""

import pytest

from tests.fuzz.targets import TARGETS

# 24 November 2026: 48,000 examples of hypothesis and the first runs of atheris found nothing.
# These are inputs on the edge of what the parsers take.
FINDS = {
    "header": (
        b"---\n? {judul: a}\n: b\n---\n",
        b"---\n- judul\n---\n",
        b"---\njudul: \xc2\x85a\n---\n",
        b'---\njudul: "\\ud800"\n---\n',
        b"---\njudul: a\n...\n--- b\n---\n",
        b"---\nfoto: [{berkas: [a.jpg], alt: {a: b}}]\n---\n",
        b"---\ntanggal: 0000-00-00 00:00\n---\n",
        b"\xef\xbb\xbf---\r\njudul: a\r\n---\r\n",
        b"judul: a\ntanggal: 2026-11-24\nrubrik:\n",
    ),
    "body": (
        b"> - 1. > - 1. > - 1. a",
        b"![a](b.jpg)![c](d.jpg)",
        b"|a|\n|-|\n|[x](javascript:a)|",
        b"[a](</b>)\n\n[](<>)",
        b"&#0;&#x110000;&#55296;",
        b"\xc2\x85\xe2\x80\xa8a\n\n\xe2\x80\xa9",
    ),
    "agenda": (
        b"---\nacara: a\ntanggal: 9999-12-31\nsampai: 0001-01-01\n---\n",
        b"---\nacara: a\ntanggal: 2026-11-24\nmulai: 23:59\nselesai: 00:00\n---\n",
        b"---\nacara: a\ntanggal: 2026-11-24\npindah_ke: dinkes/2026/11/24-imunisasi\n---\n",
    ),
    "agency": (
        b"---\nnama: a\nsingkatan: b\njenis: dinas\ninduk: dinkes\n---\n",
        b"---\nnama: a\nsingkatan: b\njenis: dinas\npetugas: [{}]\n---\n",
        b"- {slug: aa, nama: b, iptc: '00000000'}\n- []\n- - -\n",
    ),
}


@pytest.mark.parametrize(("target", "data"), [(t, d) for t, found in FINDS.items() for d in found])
def test_what_was_found_stays_a_fault_or_a_text(target, data):
    TARGETS[target](data)
