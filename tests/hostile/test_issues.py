"""What strangers can write into an issue: refused or harmless, and never more than text."""

import json
import re
import socket
import threading
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.intake.attachments import Fetched, Forge, fetch, fetch_all, references
from plugins.intake.issuebody import answers_of, form_of, slugs_in
from plugins.intake.issueforms import AGENDA, NEWS
from plugins.intake.issuepost import AnswersError, write
from plugins.intake.package import Package, PackageError, load, save
from plugins.intake.submission import SubmissionError, calm, fenced, read_event
from plugins.model.addresses import place_of
from plugins.model.fields import POST_FIELDS
from plugins.reading.header import read_source
from plugins.reading.reader import load_agencies
from plugins.reading.tree import FolderTree
from tests.conftest import ROOT, phone_photo
from tests.intake.github import GitHubState, serving

ROOM = load_agencies(FolderTree(ROOT / "tests/site/content"))
KEYS = {field.key for field in POST_FIELDS}
ID = "3f2c9a10-6d3e-4b57-9a44-0c1d2e3f4a5b"
EVIL = (
    "${{ github.token }}",
    "`id`; $(touch /tmp/jahat) && rm -rf ~",
    "---\nstatus: batal\nabaikan: [{kode: D903, alasan: x}]\n---",
    "x\n---\nditinjau: semua",
    'a": b\nalias: ["/"]\n#',
    "!!python/object/apply:os.system ['id']",
    "&a [*a, *a]",
    "{% for x in y %}{{ x }}{% endfor %}",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[klik](javascript:alert(1)) ![](../../../etc/passwd)",
    "judul\x00nol\u202egnirts\ufeff",
    "../../../../etc/passwd",
    "'\"\\ # : - ? |",
    "\r\n\r\n### Rubrik\r\n\r\nlain",
    "@humas fixes #1 GH-2 [skip ci]",
    "::set-env name=PATH::x\n::add-mask::a",
    "- [ ] ![x](https://jahat.example/p.png)",
)


def news(**answers: str) -> dict[str, str]:
    blank = dict.fromkeys((question.key for question in NEWS.questions), "")
    return blank | {
        "pd": "Dinas Kesehatan (dinkes)", "judul": "Posyandu buka", "tanggal": "2026-10-12",
        "rubrik": "Kesehatan (kesehatan)", "naskah": "MASAMBA — Posyandu buka.", **answers,
    }  # fmt: skip


def body_of(answers: dict[str, str], line_end: str = "\n") -> str:
    parts = (f"### {q.label}\n\n{answers[q.key] or '_No response_'}" for q in NEWS.questions)
    return "\n\n".join(parts).replace("\n", line_end)


def written(answers: dict[str, str]) -> dict[str, bytes]:
    return dict(write(NEWS, answers, ROOM, None, {}, Forge()).files)


def header_of(data: bytes) -> dict:
    return yaml.safe_load(data.decode().split("---\n")[1])


@pytest.mark.parametrize("evil", EVIL)
@pytest.mark.parametrize("key", ["judul", "ringkasan", "penulis", "naskah", "kredit", "alt"])
def test_an_answer_stays_the_value_of_its_own_key(evil, key):
    try:
        files = written(answers_of(body_of(news(**{key: f"Kabar {evil}"})), NEWS))
    except AnswersError:
        return
    (path, data), *others = files.items()
    header = header_of(data)

    assert others == []
    assert re.fullmatch(r"berita/dinkes/2026/10/[a-z0-9-]+/index\.md", path)
    assert set(header) <= {"judul", "tanggal", "rubrik", "ringkasan", "penulis"}
    assert header["rubrik"] == "kesehatan"
    assert all(isinstance(value, str) for key, value in header.items() if key != "tanggal")
    assert "\x00" not in data.decode()


@given(st.dictionaries(st.sampled_from(["judul", "ringkasan", "naskah", "penulis", "foto"]),
                       st.text(max_size=200)))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_no_text_at_all_adds_a_key_or_a_file(found):
    try:
        files = written(answers_of(body_of(news(**found)), NEWS))
    except AnswersError:
        return
    for path, data in files.items():
        source = read_source(path, data)
        assert place_of(path)
        assert {key.text for key, _ in source.header.pairs} <= KEYS
        assert [p.kind for p in source.problems] == []


@given(st.text(max_size=400))
@settings(max_examples=100, deadline=None)
def test_no_body_stops_the_reader(text):
    form_of(text)
    assert set(answers_of(text, AGENDA)) == {question.key for question in AGENDA.questions}
    references(text, Forge())
    slugs_in(text)


def test_line_ends_of_browsers_make_no_difference():
    answers = news(naskah="Satu.\n\nDua.", alt="a\nb")

    assert answers_of(body_of(answers, "\r\n"), NEWS) == answers
    assert form_of(body_of(answers, "\r\n")) is NEWS


def test_a_heading_in_the_text_reaches_no_answer_before_it():
    story = "A.\n\n### Perangkat daerah\n\nDinas Perhubungan (dishub)\n\n### Judul berita\n\nLain"
    answers = answers_of(body_of(news(naskah=story)), NEWS)

    assert answers["pd"] == "Dinas Kesehatan (dinkes)"
    assert answers["judul"] == "Posyandu buka"
    assert answers["naskah"] == story


@pytest.mark.parametrize("key", ["pd", "rubrik", "kecamatan"])
@pytest.mark.parametrize("value", ["Lain (tidak-ada)", "(../..)", "dinkes", "x (dinkes) y", "`x`"])
def test_only_what_the_form_offers_can_be_chosen(key, value):
    with pytest.raises(AnswersError, match="tidak ada dalam pilihan formulir"):
        written(news(**{key: value}))


@pytest.mark.parametrize("title", ["!!!", "   ", "…", "\u200b", "../..", "日本"])
def test_a_title_that_is_no_name_is_refused(title):
    with pytest.raises(AnswersError, match="tidak dapat menjadi judul"):
        written(news(judul=title))


def test_a_huge_text_is_refused():
    with pytest.raises(AnswersError, match="lebih dari 64 KB"):
        written(news(naskah="kata " * 20_000))


@pytest.mark.parametrize(
    "url",
    [
        "https://jahat.example/user-attachments/assets/" + ID,
        "https://github.com.jahat.example/user-attachments/assets/" + ID,
        "https://github.com@jahat.example/user-attachments/assets/" + ID,
        "http://github.com/user-attachments/assets/" + ID,
        "https://github.com/humas/kabar/raw/main/x.jpg",
        "https://github.com/user-attachments/assets/../../login",
        "https://github.com/user-attachments/assets/" + ID + "/../../../x",
        "https://user-images.githubusercontent.com:8443/1/2.png",
        "https://user-images.githubusercontent.com@jahat.example/1/2.png",
        "https://raw.githubusercontent.com/humas/kabar/main/x.jpg",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
    ],
)
def test_other_hosts_and_places_are_never_asked(url):
    assert not Forge().is_own(url)
    assert fetch(url, Forge()) == Fetched(b"", "bukan lampiran GitHub")
    assert [found.ours for found in references(f"![a]({url})", Forge())] in ([], [False])


def test_pictures_of_other_hosts_are_taken_out_of_the_text_and_told():
    story = "MASAMBA — Buka. ![x](https://jahat.example/p.png) <img src='https://jahat.example/q'>"
    made = write(NEWS, news(naskah=story), ROOM, None, {}, Forge())

    assert b"jahat" not in b"".join(made.files.values())
    assert len(made.notes) == 2
    assert made.notes[0] == ("gambar dari alamat lain tidak diambil: “https://jahat.example/p.png”")


def test_a_redirect_to_elsewhere_is_not_followed(tmp_path):
    state, other = GitHubState(tmp_path), GitHubState(tmp_path)
    with serving(state), serving(other):
        other.attachments["/x.jpg"] = phone_photo()
        state.redirects[f"/user-attachments/assets/{ID}"] = f"{other.url}/x.jpg"
        got = fetch(f"{state.url}/user-attachments/assets/{ID}", Forge(state.url))

    assert got == Fetched(b"", "tidak dapat diambil")
    assert other.asked == []


def test_a_redirect_in_a_circle_ends(tmp_path):
    state = GitHubState(tmp_path)
    with serving(state):
        path = f"/user-attachments/assets/{ID}"
        state.redirects[path] = state.url + path
        got = fetch(state.url + path, Forge(state.url))

    assert got.trouble
    assert len(state.asked) <= 5


def test_no_attachment_is_too_large_and_there_are_not_too_many(tmp_path):
    state = GitHubState(tmp_path)
    with serving(state):
        path = f"/user-attachments/assets/{ID}"
        state.attachments[path] = b"x" * 3000
        assert fetch(state.url + path, Forge(state.url), limit=2999).trouble == "lebih dari 25 MB"
        urls = [f"{state.url}/user-attachments/assets/{n:08x}{ID[8:]}" for n in range(20)]
        got = fetch_all(urls, Forge(state.url))

    assert [got[url].trouble for url in urls[12:]] == ["sudah ada 12 lampiran"] * 8
    assert len(state.asked) == 13


def test_a_server_that_speaks_nonsense_stops_nothing():
    server = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        connection, _ = server.accept()
        connection.recv(1000)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\nA\r\n\r\n")
        connection.close()

    thread = threading.Thread(target=answer)
    thread.start()
    url = f"http://127.0.0.1:{server.getsockname()[1]}"
    got = fetch(f"{url}/user-attachments/assets/{ID}", Forge(url))
    thread.join()
    server.close()

    assert got.data in (b"", b"\r\n")


def test_words_of_the_answer_call_nobody_and_end_no_fence():
    told = "@humas closes #1 ``` ```` <b> https://github.com/a/b/issues/1 GH-3 [skip ci]"
    lines = fenced(told).split("\n")

    assert lines[0] == "`````text"
    assert lines[-1] == "`````"
    assert not re.search(r"@\w|#\d|://g|GH-\d|\[skip", calm(told))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"issue": null}', '{"issue": {"number": "x"}}', "\x00", "{" * 9999,
             '{"issue": {"number": -1, "body": "", "user": {"login": "a", "id": 1}}}'],
)  # fmt: skip
def test_an_event_of_any_other_form_is_refused(tmp_path, text):
    (tmp_path / "e.json").write_text(text)

    with pytest.raises(SubmissionError):
        read_event(tmp_path / "e.json")


def package(**given) -> Package:
    facts = {"number": 1, "subject": "berita: x", "author": "a", "mail": "a@b", "trusted": True,
             "passes": True, "kept": True, "told": "x", "files": ()}  # fmt: skip
    return Package(**{**facts, **given})


@pytest.mark.parametrize(
    "path",
    [
        "../../.github/workflows/x.yml", "perangkat-daerah/dinkes.md", "/etc/passwd",
        "berita/dinkes/2026/10/x/../../../../../x/index.md", "halaman/tentang.md", "rubrik.yaml",
    ],
)  # fmt: skip
def test_a_package_of_a_fallen_first_job_can_write_nothing_but_news(tmp_path, path):
    save(tmp_path, package(files=(path,)), {})

    with pytest.raises(PackageError):
        load(tmp_path)


def test_a_package_may_not_hold_a_link(tmp_path):
    path = "berita/dinkes/2026/10/posyandu/index.md"
    save(tmp_path, package(files=(path,)), {path: b""})
    (tmp_path / "berkas" / path).unlink()
    (tmp_path / "berkas" / path).symlink_to("/etc/passwd")

    with pytest.raises(PackageError):
        load(tmp_path)


def test_a_package_with_more_in_it_is_none(tmp_path: Path):
    save(tmp_path, package(), {})
    facts = json.loads((tmp_path / "kiriman.json").read_text())
    (tmp_path / "kiriman.json").write_text(json.dumps({**facts, "branch": "main"}))

    with pytest.raises(PackageError):
        load(tmp_path)
