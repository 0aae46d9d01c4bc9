"""The nginx configuration of deploy/, tried with a real nginx on a real release."""

import gzip
import os
import shutil
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.publishing.releases import Releases
from tests.conftest import ROOT
from tests.site.hubs import free_port

CSP = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; "


class Nginx:
    def __init__(self, folder: Path, site: Path) -> None:
        self.port = free_port()
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        text = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
        text = text.replace("/srv/kabar/situs", str(site)).replace(":8081", f":{self.port}")
        text = text.replace(":8080", f":{free_port()}")  # no hub answers there
        (folder / "kabar.conf").write_text(text, encoding="utf-8")
        places = "".join(
            f"{name}_temp_path {folder}/{name};\n"
            for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        user = "user root;\n" if os.getuid() == 0 else ""  # a test's folder is private
        (folder / "nginx.conf").write_text(
            f"{user}daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\n"
            f"events {{}}\nhttp {{\naccess_log off;\n{places}include {folder}/kabar.conf;\n}}\n"
        )
        self.process = subprocess.Popen(
            [program, "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
        )
        self.wait()

    def wait(self) -> None:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                self.get("/")
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError("nginx did not start")

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, dict(answer.headers), answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, dict(error.headers), error.read()

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=10)


@pytest.fixture(scope="module")
def releases(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Releases:
    made = Releases(tmp_path_factory.mktemp("nginx") / "situs")
    publish(made, built, "a" * 40)
    return made


def publish(releases: Releases, built: Path, commit: str) -> None:
    fresh = releases.begin()
    shutil.rmtree(fresh)
    shutil.copytree(built, fresh)
    releases.publish(fresh, commit)


@pytest.fixture(scope="module")
def nginx(releases: Releases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    running = Nginx(tmp_path_factory.mktemp("nginx-conf"), releases.site)
    yield running
    running.stop()


def test_pages_come_with_a_policy_and_are_always_asked_for_again(nginx):
    status, headers, body = nginx.get("/")

    assert status == 200
    assert b"<html" in body
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Content-Security-Policy"].startswith(CSP)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-cache"


def test_the_editor_alone_may_ask_the_forge(nginx, releases):
    for path in ("redaksi/index.html", "aset/redaksi-0123456789abcdef/main.js"):
        (releases.live / path).parent.mkdir(parents=True)
        (releases.live / path).write_text("", encoding="utf-8")
    _, editor, _ = nginx.get("/redaksi/")
    _, module, _ = nginx.get("/aset/redaksi-0123456789abcdef/main.js")

    assert "https://api.github.com" in editor["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in editor["Content-Security-Policy"]
    assert editor["X-Robots-Tag"] == "noindex"
    assert "github" not in module["Content-Security-Policy"]
    assert "github" not in nginx.get("/")[1]["Content-Security-Policy"]


def test_what_is_named_by_its_content_may_be_kept_for_ever(nginx, built):
    for pattern in ("aset/*.css", "aset/*.woff2", "foto/*/*.webp", "foto/*/*.jpg"):
        path = "/" + str(next(built.glob(pattern)).relative_to(built))
        assert "max-age=315360000" in nginx.get(path)[1]["Cache-Control"], path


def test_feeds_and_texts_come_with_their_kind_and_compressed(nginx):
    _, headers, body = nginx.get("/feed.atom", **{"Accept-Encoding": "gzip"})

    assert headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert headers["Content-Encoding"] == "gzip"
    assert b"<feed" in gzip.decompress(body)


@pytest.mark.parametrize("path", ["/tidak/ada/", "/.git/config", "/../etc/passwd", "/%2e%2e/x"])
def test_what_does_not_exist_gets_the_page_that_says_so(nginx, path):
    status, _, body = nginx.get(path)

    assert status in (400, 404)
    assert b"root:" not in body


def test_the_lost_page_is_ours(nginx):
    status, _, body = nginx.get("/tidak/ada/")

    assert status == 404
    assert b"Kabar Lutra" in body


def test_switching_releases_under_load_never_fails_a_reader(nginx, releases, built):
    publish(releases, built, "b" * 40)
    folders = releases.all()
    answers: list[int] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            answers.append(nginx.get("/berita/dinkes/2026/10/imunisasi-campak/")[0])

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for turn in range(60):
        releases.switch(folders[turn % 2])
        time.sleep(0.02)
    stop.set()
    for reader in readers:
        reader.join()

    assert len(answers) > 100
    assert set(answers) == {200}


def test_previews_come_from_the_hub_alone_and_under_its_own_policy(nginx):
    status, headers, _ = nginx.get("/pratinjau/usul/dinkes/coba/")

    assert status == 502
    assert "Content-Security-Policy" not in headers
