"""`make hub`: the whole main job on one machine, ready to be tried."""

import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from types import FrameType

from plugins.publishing.accounts import Accounts, new_password, write_private
from plugins.publishing.deploy import MAIN
from plugins.publishing.installation import install
from plugins.publishing.layout import Layout
from plugins.publishing.samples import shift_samples
from plugins.publishing.server import GIT_PREFIX, PortTakenError, listen
from plugins.publishing.worker import read_status
from plugins.reading.clock import now
from plugins.reading.git import GitError
from plugins.reading.reader import load_agencies
from plugins.reading.settings import ROOT, read_settings
from plugins.reading.tree import CommitTree

HOST = "127.0.0.1"
FIRST_DEPLOY = 300.0  # seconds
DEMO = ("petugas-dinkes", "petugas-dishub", "humas")

_WELCOME = """
Situs      {url}/
Git        {url}{prefix}/kabar.git
Data hub   {folder} (hapus folder ini untuk mulai dari awal)

Jadilah petugas Dinas Kesehatan (terminal lain, folder kosong):

  git clone http://petugas-dinkes:{petugas-dinkes}@{host}{prefix}/kabar.git petugas
  cd petugas
  make berita PD=dinkes JUDUL="Posyandu Melati buka layanan pagi"
  # sunting berkas yang disebut, lalu:
  make usul

Jadilah Humas:

  git clone http://humas:{humas}@{host}{prefix}/kabar.git humas
  cd humas
  make setuju                       # daftar usulan
  make setuju USUL=usul/dinkes/posyandu-melati-buka-layanan-pagi

Akun lain dan sandinya: {passwords}
Ctrl-C menghentikan semuanya; make hub lagi melanjutkan.
"""


def run(folder: Path, port: int) -> int:
    """Set up what is missing, start the worker, serve until Ctrl-C."""
    layout = Layout(folder.resolve())
    try:
        server = listen(layout, HOST, port)
    except PortTakenError:
        print(
            f"Porta {port} sedang dipakai program lain. Pilih yang lain: make hub PORT={port + 1}"
        )
        return 1
    try:
        _prepare(layout)
    except GitError as error:
        print(f"Hub belum dapat disiapkan: {error}")
        return 1
    url = f"http://{HOST}:{port}"
    worker = _start_worker(layout, url)
    try:
        if not _first_deploy(layout, worker):
            return 1
        print(_welcome(layout, url))
        signal.signal(signal.SIGTERM, _leave)
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        worker.terminate()
        worker.wait()
    print("\nHub berhenti.")
    return 0


def _prepare(layout: Layout) -> None:
    fresh = not layout.repository.exists()
    install(layout, ROOT)
    if fresh and read_settings()["CONTOH"]:
        print("Menggeser tanggal contoh ke pekan ini …", flush=True)
        shift_samples(layout.repository, now())
    if not layout.accounts.exists():
        _make_accounts(layout)


def _make_accounts(layout: Layout) -> None:
    """One account and password for each officer of the agency records."""
    with closing(CommitTree(layout.repository, MAIN)) as tree:
        newsroom = load_agencies(tree)
    logins = {officer.login for a in newsroom.agencies.values() for officer in a.officers}
    accounts, passwords = Accounts(layout.accounts), {}
    for login in sorted(logins):
        passwords[login] = new_password()
        accounts.set(login, passwords[login])
    lines = "".join(f"{login} {password}\n" for login, password in passwords.items())
    write_private(_password_file(layout), lines.encode())


def _start_worker(layout: Layout, url: str) -> subprocess.Popen[bytes]:
    """The worker leads no process group of its own: Ctrl-C reaches it as well."""
    command = [
        sys.executable, "-m", "plugins.publishing", "worker",
        "--folder", str(layout.root), "--url", url,
    ]  # fmt: skip
    return subprocess.Popen(command, cwd=ROOT)


def _first_deploy(layout: Layout, worker: subprocess.Popen[bytes]) -> bool:
    """Wait until there is a site to show; a site of an earlier run will do."""
    print("Membangun situs …", flush=True)
    deadline = time.monotonic() + FIRST_DEPLOY
    while time.monotonic() < deadline:
        if layout.live.exists():
            return True
        status = read_status(layout)
        if worker.poll() is not None or (status is not None and not status.ok):
            return False  # the worker has said why
        time.sleep(0.1)
    return False


def _welcome(layout: Layout, url: str) -> str:
    lines = _password_file(layout).read_text(encoding="utf-8").splitlines()
    passwords = dict(line.split() for line in lines)
    return _WELCOME.format(
        url=url,
        host=url.removeprefix("http://"),
        prefix=GIT_PREFIX,
        folder=layout.root,
        passwords=_password_file(layout),
        **{login: passwords.get(login, "…") for login in DEMO},
    )


def _password_file(layout: Layout) -> Path:
    return layout.root / "sandi-contoh.txt"


def _leave(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
