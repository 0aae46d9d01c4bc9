"""The composer /tulis/ in a real browser: a cheap phone, below a base prefix, with touch."""

import gzip
import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

from plugins.assets.bundle import static_files
from plugins.checks import gate
from plugins.checks.locate import node_of, parts_of, text_of
from plugins.checks.passages import passages
from plugins.checks.prose import PHOTO_KEYS, PROSE_KEYS
from plugins.checks.rulebook import Scope, rules
from plugins.intake.activity import Activity, activity_text
from plugins.intake.normalform import normal_form
from plugins.intake.scalars import scalar
from plugins.model.addresses import place_of
from plugins.model.manuscript import Manuscript
from plugins.model.moment import parse_moment
from plugins.reading.reader import load
from plugins.reading.tree import FolderTree
from tests.checks.corpus import pieces as corpus
from tests.conftest import ROOT, copy_project, pelican, phone_photo, run_git
from tests.intake.clones import make_clone, runner
from tests.site.browsing import chromium, served

NOW = "2026-10-20 09:00"
EVENT = "dishub/2026/10/13-rapat-angkutan"
FORGE = "https://github.test/humas/kabar"
MODULES = {
    name: f"/kabar{file.href}" for name, file in static_files(ROOT / "theme" / "static").items()
}
pytestmark = pytest.mark.xdist_group("compose")  # one build and one browser


class Sent(NamedTuple):
    """What left the phone."""

    name: str
    files: dict[str, bytes]
    archive: bytes = b""

    def put(self, content: Path) -> None:
        """Unpack it where `make terima` would."""
        for path, data in self.files.items():
            if path.startswith("content/"):
                file = content / path.removeprefix("content/")
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("lembar") / "proyek")
    conf = folder / "pelicanconf.py"
    text = conf.read_text(encoding="utf-8").replace('FORGE = ""', 'FORGE = "github"')
    text = text.replace('FORGE_URL = ""', f'FORGE_URL = "{FORGE}"')
    conf.write_text(text.replace('SITEURL = ""', 'SITEURL = "https://uji.test/kabar"'))
    done = pelican(folder, "-o", "situs/kabar", NOW=NOW)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    with served(project / "situs") as found:
        yield f"{found}/kabar/tulis/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def phone(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """Without a service worker, which would load everything twice, unless a test is about it."""
    workers = "allow" if request.node.get_closest_marker("offline") else "block"
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True,
        reduced_motion="reduce", timezone_id="Asia/Makassar", service_workers=workers,
    )  # fmt: skip
    yield context
    context.close()


def opened(phone: BrowserContext, address: str, query: str = "") -> Page:
    page = phone.new_page()
    page.goto(address + query)
    page.locator("#lembar:not([hidden])").wait_for()
    return page


def settled(page: Page) -> None:
    """Wait until what was typed is kept and judged."""
    page.locator("#tersimpan", has_text="Tersimpan di ponsel").wait_for()


def downloaded(page: Page) -> Sent:
    with page.expect_download() as waiting:
        page.locator("#simpan").tap()
    data = waiting.value.path().read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    return Sent(waiting.value.suggested_filename, files, data)


def write_post(page: Page) -> None:
    """What an officer answers about the meeting of Dishub."""
    page.locator("#rubrik").select_option("pemerintahan")
    page.locator("#kecamatan").select_option("masamba")
    opening = page.locator("#pembuka")
    opening.fill(opening.input_value().replace("[melakukan apa]", "membahas tarif 12 trayek desa"))
    page.locator("#uraian").fill(
        "Tarif baru berlaku sejak Januari.  \n\n\n\nWarga ikut memberi usul."
    )
    page.locator("#kutipan").fill("“Tarifnya tetap terjangkau.”")
    page.locator("#narasumber").fill("Kepala Dinas Perhubungan")
    page.locator("#ringkasan").fill("Ongkos Rp. 5.000,- per orang: tarif “ramah pelajar”.")
    page.locator("#topik").fill("Angkutan Desa, tarif")
    page.locator("#pengirim").fill("Petugas Contoh")


def add_photo(page: Page, data: bytes) -> None:
    page.locator("#berkas-foto").set_input_files(
        {"name": "IMG_2026.JPG", "mimeType": "image/jpeg", "buffer": data}
    )
    page.get_by_label("Apa yang tampak?").fill("Peserta rapat duduk melingkar di aula")
    page.get_by_label("Keterangan di bawah foto").fill("Peserta rapat di Aula Dinas Perhubungan.")


POST = f"""\
---
judul: Rapat angkutan desa
tanggal: 2026-10-13
rubrik: pemerintahan
ringkasan: 'Ongkos Rp5.000 per orang: tarif "ramah pelajar".'
tag: [angkutan-desa, tarif]
penulis: Petugas Contoh Dishub
agenda: [{EVENT}]
kecamatan: [masamba]
foto:
  - berkas: foto-1.jpg
    alt: Peserta rapat duduk melingkar di aula
    keterangan: Peserta rapat di Aula Dinas Perhubungan.
    kredit: Dishub
---

MASAMBA — Dinas Perhubungan membahas tarif 12 trayek desa di Aula Dinas Perhubungan, Selasa \
(13/10/2026).

Tarif baru berlaku sejak Januari.

Warga ikut memberi usul.

"Tarifnya tetap terjangkau," kata Kepala Dinas Perhubungan.
"""
FOLDER = "content/berita/dishub/2026/10/13-rapat-angkutan/"


@pytest.mark.offline
def test_a_post_is_written_on_a_phone_and_handed_over(phone, address, project, tmp_path):
    asked, complaints = [], []
    page = phone.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{address}?kegiatan={EVENT}")
    page.locator("#lembar:not([hidden])").wait_for()
    assert page.locator("#bagikan").is_disabled()
    write_post(page)
    add_photo(page, phone_photo(3200, 2400))
    settled(page)
    assert page.locator("#temuan").inner_text().startswith("Tidak ada yang perlu diperbaiki.")
    sent = downloaded(page)

    assert sent.name == "kirim-dishub-13-rapat-angkutan.zip"
    assert sorted(sent.files) == [f"{FOLDER}foto-1.jpg", f"{FOLDER}index.md", "pengirim.txt"]
    assert sent.files[f"{FOLDER}index.md"].decode() == POST
    assert sent.files["pengirim.txt"].decode() == "nama: Petugas Contoh\n"
    assert page.locator("#lewat-wa").get_attribute("href").startswith("https://wa.me/?text=Berita")
    assert [url for url in asked if urlsplit(url).hostname not in ("127.0.0.1", None)] == []
    assert complaints == []
    assert_tidy(sent)
    assert_sound_photo(sent.files[f"{FOLDER}foto-1.jpg"])
    assert faults_with(sent, project, tmp_path) == []


def assert_tidy(sent: Sent) -> None:
    """Every text is what `make rapikan` leaves."""
    for path, data in sent.files.items():
        if path.endswith(".md"):
            below = path.removeprefix("content/")
            assert normal_form(below, place_of(below), data) == data


def assert_sound_photo(data: bytes) -> None:
    """Upright, small, and without a word of its metadata."""
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.size) == ("JPEG", (1536, 2048))
    red, green, _ = image.convert("RGB").getpixel((1500, 40))  # its corner lay top left
    assert red > 150
    assert green < 90
    assert not image.getexif()
    assert b"ahasia" not in data
    assert b"Exif" not in data


def faults_with(sent: Sent, project: Path, scratch: Path) -> list[str]:
    """What the gate says when the files lie among those of main."""
    content = shutil.copytree(project / "content", scratch / "content")
    sent.put(content)
    tree = FolderTree(content)
    found = gate.judge(load(tree, gate.inspect, workers=1), tree, parse_moment(NOW), "humas")
    paths = {path for path in sent.files if path.endswith(".md")}
    return [fault.text for fault in found if fault.path in paths]


@pytest.mark.offline
def test_a_draft_outlives_the_page_and_the_signal_until_it_is_discarded(phone, address):
    page = opened(phone, address, f"?kegiatan={EVENT}")
    write_post(page)
    add_photo(page, phone_photo())
    settled(page)
    page.get_by_text("dapat dibuka tanpa sinyal").wait_for()
    page.close()
    phone.set_offline(True)
    page = opened(phone, address)

    assert page.locator("#narasumber").input_value() == "Kepala Dinas Perhubungan"
    assert page.locator(".shots__picture").count() == 1
    assert page.locator("#pd option").count() > 3
    assert downloaded(page).files[f"{FOLDER}index.md"].decode() == POST
    page.locator("#buang").tap()
    page.get_by_role("button", name="Ya, buang naskah dan fotonya").tap()
    page.get_by_text("Naskah dibuang.").wait_for(state="attached")
    page.reload()
    page.locator("#lembar:not([hidden])").wait_for()
    assert page.locator("#narasumber").input_value() == ""
    assert page.locator(".shots__picture").count() == 0


def test_another_activity_begins_another_draft_and_loses_none(phone, address):
    page = opened(phone, address, f"?kegiatan={EVENT}")
    page.locator("#narasumber").fill("Kepala Dinas Perhubungan")
    settled(page)
    page = opened(phone, address, "?kegiatan=dinkes/2026/10/12-imunisasi-campak")
    assert page.locator("#narasumber").input_value() == ""
    page.get_by_role("button", name="Berita: Rapat angkutan desa").tap()

    assert page.locator("#narasumber").input_value() == "Kepala Dinas Perhubungan"


def test_an_activity_is_announced_moved_or_cancelled(phone, address, project, tmp_path):
    page = opened(phone, address)
    page.get_by_label("Kegiatan baru").check()
    page.locator("#pd").select_option("dinkes")
    for name, value in {
        "acara": "Lomba: kader #1 “Melati”", "hari_acara": "2026-11-03", "mulai": "09:00",
        "selesai": "12:30", "tempat": "Aula Puskesmas, Masamba", "peserta": "Kader posyandu",
    }.items():  # fmt: skip
        page.locator(f"#{name}").fill(value)
    page.locator("#kec_acara").select_option("masamba")
    page.locator("#bersama").select_option("pkm-baebunta")
    announced = downloaded(page)
    expected = Activity(
        agency="dinkes", title='Lomba: kader #1 "Melati"', first=parse_moment("2026-11-03"),
        starts=540, ends=750, place="Aula Puskesmas, Masamba", district="masamba",
        partners=("pkm-baebunta",), participants="Kader posyandu",
    )  # fmt: skip

    assert announced.files == {f"content/{expected.path}": activity_text(expected).encode()}
    assert faults_with(announced, project, tmp_path / "a") == []

    page.locator("#baru").tap()
    page.get_by_label("Kegiatan pindah jadwal").check()
    page.locator("#pd").select_option("dishub")
    page.locator("#kegiatan").select_option(EVENT)
    page.locator("#hari_acara").fill("2026-11-10")
    page.locator("#alasan").fill("Aula dipakai: gladi upacara")
    moved = downloaded(page)
    place = "tempat: Aula Dinas Perhubungan\n"
    assert texts(moved) == {
        f"content/agenda/{EVENT}.md":
        "---\nstatus: ditunda\nalasan: \"Aula dipakai: gladi upacara\"\n"
        "pindah_ke: dishub/2026/11/10-rapat-angkutan\n---\n",
        "content/agenda/dishub/2026/11/10-rapat-angkutan.md":
        f"---\nacara: Rapat angkutan desa\ntanggal: 2026-11-10\n{place}---\n",
    }  # fmt: skip
    alone = faults_with(Sent("", dict([*moved.files.items()][:1])), project, tmp_path / "b")
    assert any("K102" in fault for fault in alone)  # a change replaces nothing by accident

    page.locator("#hari_acara").fill("2026-10-13")
    page.locator("#mulai").fill("13:30")
    assert texts(downloaded(page)) == {f"content/agenda/{EVENT}.md": "---\nmulai: 13:30\n---\n"}

    page.get_by_label("Kegiatan batal").check()
    assert texts(downloaded(page)) == {
        f"content/agenda/{EVENT}.md":
        "---\nstatus: batal\nalasan: \"Aula dipakai: gladi upacara\"\n---\n"
    }  # fmt: skip


def test_what_phones_send_is_taken_in_approved_and_read(
    phone, address, project, tmp_path, monkeypatch, capfd
):
    page = opened(phone, address, "?pd=dishub")
    page.get_by_role("radio", name="Berita").check()
    page.locator("#judul").fill("Terminal Masamba punya ruang tunggu baru")
    page.locator("#rubrik").select_option("pemerintahan")
    page.locator("#pembuka").fill("Dinas Perhubungan membuka ruang tunggu, Selasa (20/10/2026).")
    add_photo(page, phone_photo())
    news = downloaded(page)
    page.locator("#baru").tap()
    page.get_by_label("Kegiatan batal").check()
    page.locator("#kegiatan").select_option(EVENT)
    page.locator("#alasan").fill("Aula dipakai gladi upacara")
    cancelled = downloaded(page)
    clone = make_clone(tmp_path)
    run = runner(clone, monkeypatch, capfd)
    for number, sent in enumerate((news, cancelled)):
        (tmp_path / f"{number}.zip").write_bytes(sent.archive)
        code, told = run("terima", str(tmp_path / f"{number}.zip"))
        assert code == 0, told
    for branch in re.findall(
        "usul/dishub/.*", run_git(clone, "branch", "-r", "--format=%(refname:lstrip=3)")
    ):
        code, told = run("setuju", "--approve", branch)
        assert code == 0, told
    run_git(clone, "switch", "-q", "--detach", "origin/main")
    done = pelican(project, str(clone / "content"), "-o", str(tmp_path / "situs"), NOW=NOW)

    assert done.returncode == 0, done.stdout + done.stderr
    read = phone.new_page()
    with served(tmp_path / "situs") as site:
        read.goto(f"{site}/berita/dishub/2026/10/terminal-masamba-punya-ruang-tunggu-baru/")
        assert read.locator("h1").inner_text() == "Terminal Masamba punya ruang tunggu baru"
        read.get_by_alt_text("Peserta rapat duduk melingkar di aula").wait_for()
        read.goto(f"{site}/agenda/{EVENT}/")
        read.get_by_text("Aula dipakai gladi upacara").wait_for()


def texts(sent: Sent) -> dict[str, str]:
    return {path: data.decode() for path, data in sent.files.items() if path.endswith(".md")}


def test_what_is_known_of_an_activity_follows_the_choices(phone, address):
    page = opened(phone, address, f"?kegiatan={EVENT}")
    page.get_by_role("radio", name="Kegiatan pindah jadwal").check()
    assert page.locator("#tempat").input_value() == "Aula Dinas Perhubungan"
    page.locator("#pd").select_option("dinkes")
    assert page.locator("#kegiatan").input_value() == ""  # none of another office's
    page.get_by_role("radio", name="Berita kegiatan").check()
    page.locator("#pd").select_option("humas")
    page.locator("#kegiatan").select_option(EVENT)  # Humas covers any
    page.get_by_role("button", name="Dishub").wait_for()  # which takes part then
    settled(page)


def test_the_share_sheet_gets_one_zip_where_the_phone_shares_files(phone, address):
    phone.add_init_script(
        "navigator.canShare = data => data.files[0].name.endsWith('.zip');"
        "navigator.share = async data => { window.shared = data.files.map(f => f.name + f.size); };"
    )
    page = opened(phone, address, f"?kegiatan={EVENT}")
    write_post(page)
    page.locator("#bagikan").tap()
    page.get_by_text("Sudah dibagikan.").wait_for()

    (shared,) = page.evaluate("window.shared")
    assert re.fullmatch(r"kirim-dishub-13-rapat-angkutan\.zip\d{3,}", shared)
    assert page.locator("#langkah-lampir").is_hidden()


def test_with_an_account_the_forge_opens_filled_in_and_takes_photos_on_one_branch(phone, address):
    page = opened(phone, address, f"?kegiatan={EVENT}")
    write_post(page)
    add_photo(page, phone_photo())
    settled(page)
    href = page.locator("#forge-lembar").get_attribute("href")
    given = parse_qs(urlsplit(href).query)

    assert href.startswith(f"{FORGE}/new/main?")
    assert (given["filename"], given["value"]) == ([f"{FOLDER}index.md"], [POST])
    assert page.locator("#cabang").input_value() == "usul/dishub/rapat-angkutan"
    assert page.locator("#forge-unggah").get_attribute("href") == (
        f"{FORGE}/upload/usul/dishub/rapat-angkutan/{FOLDER.rstrip('/')}"
    )
    page.locator("#uraian").fill("Warga memberi usul. " * 500)
    page.locator("#pengirim").fill("Petugas")
    page.locator("#forge-salin[data-isi^='MASAMBA — ']").wait_for(state="attached")
    assert len(page.locator("#forge-lembar").get_attribute("href")) <= 8000


def test_faces_of_children_need_a_consent_and_a_number_is_seen_before_it_leaves(phone, address):
    page = opened(phone, address, f"?kegiatan={EVENT}")
    write_post(page)
    add_photo(page, phone_photo())
    page.get_by_label("Ada wajah anak atau pasien").check()
    page.get_by_role("link", name="Izin untuk wajah anak atau pasien").wait_for()
    assert page.locator("#simpan").is_disabled()
    page.locator("#persetujuan").fill("Izin tertulis orang tua ada pada petugas")
    page.locator("#lanjutan").fill("Hubungi 081234567890.")
    page.get_by_text("Nomor ponsel “0812******90” tertulis di sini.").wait_for()

    text = texts(downloaded(page))[f"{FOLDER}index.md"]
    assert "\npersetujuan: Izin tertulis orang tua ada pada petugas\n---\n" in text


def test_it_fits_a_phone_passes_axe_and_goes_by_keyboard(phone, address):
    page = opened(phone, address)
    page.locator("input[name=jenis]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "pd"
    for kind in ("Kegiatan batal", "Kegiatan pindah jadwal", "Kegiatan baru", "Berita"):
        page.get_by_role("radio", name=kind).check()
        page.locator("#periksa summary").first.wait_for()
        found = Axe().run(page).response["violations"]
        assert [(f["id"], [n["target"] for n in f["nodes"]]) for f in found] == [], kind
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, kind
    small = page.evaluate(
        "[...document.querySelectorAll('#lembar :is(input,select,textarea,button,.choices__item)')]"
        ".filter(n => n.offsetParent && n.type !== 'radio' && n.type !== 'checkbox'"
        " && n.type !== 'file').filter(n => n.offsetHeight < 44).map(n => n.id)"
    )
    assert small == []  # fingers


def test_without_script_there_is_a_way_and_robots_keep_out(browser, address, project):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    said = page.locator("noscript").inner_text()
    context.close()
    site = project / "situs/kabar"

    assert "Kirim bahan lewat WhatsApp" in said
    assert '<meta name="robots" content="noindex">' in (site / "tulis/index.html").read_text()
    assert "/tulis/" not in (site / "sitemap/halaman.xml").read_text()
    assert f"/kabar/tulis/?kegiatan={EVENT}" in (site / "cakupan/index.html").read_text()


@pytest.fixture(scope="module")
def desk(browser: Browser, address: str) -> Iterator[Page]:
    """A page whose modules are called by themselves."""
    page = browser.new_page()
    page.goto(address)
    page.evaluate(
        """async ([normal, know, rules]) => {
            const data = await fetch("aturan.json").then(answer => answer.json());
            const { prepare } = await import(know);
            const { judge } = await import(rules);
            Object.assign(window, { know: prepare(data), judge, normal: await import(normal) });
        }""",
        [MODULES[f"compose/{name}.js"] for name in ("normal", "know", "rules")],
    )
    yield page
    page.close()


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cn")), max_size=40) | st.lists(
    st.sampled_from(
        ["Rp. 10.000,-", "Jum'at", "“petik”", "‘satu’", '"', "'", ":", " #1", "- ", "?", "🎉",
         "\\", "[x]", "{", "@dinkes", "%", "~", "null", "---", "&", "*a*", "!", "|", ">", "kata",
         "\u00a0", "\u200b", "\u00e9", "e\u0301", "http://a.id/“b”", "`k`", "#", ": ", "\t"]
    ), max_size=6,
).map(" ".join)  # fmt: skip


@given(st.lists(WORDS, min_size=40, max_size=60))
@settings(max_examples=8, deadline=None, derandomize=True)
def test_any_words_are_written_as_the_normal_form_has_them(desk, words):
    written = desk.evaluate(
        """words => words.map(word => {
            const text = normal.line(word, know);
            const foto = [{ berkas: "a.jpg", alt: text }];
            const values = { judul: text, tanggal: "2026-10-13", rubrik: "kesehatan", foto };
            const body = normal.body([word, word], know);
            return [text, normal.scalar(text), normal.file(know.berita, values, body)];
        })""",
        words,
    )
    path = "berita/dinkes/2026/10/a/index.md"
    for text, plain, whole in written:
        if text:
            assert plain == scalar(text)
            assert normal_form(path, place_of(path), whole.encode()).decode() == whole


def test_the_browser_says_of_every_labelled_text_what_the_gate_says(desk):
    manuscripts = [corpus.manuscript_of(path) for path in corpus.singles()]
    readable = [one for one in manuscripts if one.content is not None]
    said = desk.evaluate(
        "pieces => pieces.map(piece => judge(piece, know).map(f => [f.code, f.message, f.hint]))",
        [piece_of(one) for one in readable],
    )
    wrong = {
        one.path: (sorted(map(tuple, found)), gate_says(one))
        for one, found in zip(readable, said, strict=True)
        if sorted(map(tuple, found)) != gate_says(one)
    }

    assert wrong == {}
    assert {code for found in said for code, *_ in found} >= {"B901", "C901", "D901", "T904"}


def piece_of(one: Manuscript) -> dict[str, Any]:
    title = text_of(one, "judul")
    photos = [{k: v.text for k, v in part.items()} for part in parts_of(one, "foto")]
    heads = [text.text for key in PROSE_KEYS["post"] if (text := text_of(one, key))]
    return {
        "kind": "post",
        "title": title.text if title else "",
        "summary": node_of(one, "ringkasan") is not None,
        "texts": [*heads, *(p[k] for p in photos for k in PHOTO_KEYS if k in p)],
        "body": one.source.body,
        "photos": photos,
        "values": [text for text, _ in passages(one.source)],
    }


def gate_says(one: Manuscript) -> list[tuple[str, str, str]]:
    """Of the rules that are data, in the words that are data."""
    return sorted(
        (rule.code, finding.message, finding.hint)
        for rule in rules(Scope.FILE)
        if rule.data
        for finding in rule.function(one)
        if finding.message.startswith(rule.data.message.partition("{")[0])
    )


def test_the_whole_composer_is_light(project):
    files = [project / f"situs{href}" for name, href in MODULES.items() if "compose" in name]
    data = [project / "situs/kabar/tulis" / name for name in ("aturan.json", "index.html")]

    assert sum(len(gzip.compress(file.read_bytes())) for file in [*files, *data]) <= 40 * 1024
