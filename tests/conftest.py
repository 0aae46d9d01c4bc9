"""What tests of several rooms share: real photos, a small site, and its build."""

import gc
import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import hypothesis
import pytest
from PIL import Image

# Many tests start this code in a new interpreter, and each would compile it again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# A run makes two hundred thousand small files, which a disk takes a minute or two to make.
MEMORY, ENOUGH = "/dev/shm", 4 << 30


def memory_has_room() -> bool:
    """Whether files can be kept in memory, and programs among them run."""
    try:
        found = os.statvfs(MEMORY)
    except OSError:
        return False
    runs = not found.f_flag & os.ST_NOEXEC and os.access(MEMORY, os.W_OK)
    return runs and found.f_bavail * found.f_frsize > ENOUGH


if "TMPDIR" not in os.environ and memory_has_room():
    os.environ["TMPDIR"] = MEMORY
    tempfile.tempdir = None

# How long an example takes says how busy the machine is.
hypothesis.settings.register_profile("tests", deadline=None)
hypothesis.settings.load_profile("tests")

ROOT = Path(__file__).resolve().parents[1]
CODE = ("plugins", "theme", "Makefile", "requirements.txt", "requirements-dev.txt")
SETTINGS = ("pelicanconf.py", "publishconf.py", ".gitignore", ".gitattributes")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let `--dist loadgroup` group: one hub and one browser, not one for each worker.

    pytest-xdist 3.8 writes the group into an attribute that pytest 9.2 no longer reads.
    """
    for item in items:
        if grouped := vars(item).get("_nodeid"):
            item._id = type(item._id).parse(grouped)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Before anything forks: thousands of builds here fork four children each."""
    import typst  # noqa: F401 - it starts its threads when it is used, which is in children

    Image.init()
    gc.collect()
    gc.freeze()  # a collection would copy the pages of all tests, which children share


def phone_photo(width: int = 1600, height: int = 1200, orientation: int = 6) -> bytes:
    """A JPEG as a phone makes it: lying on its side, with a place in its EXIF."""
    image = Image.radial_gradient("L").resize((width, height)).convert("RGB")
    image.paste((200, 30, 30), (0, 0, width // 4, height // 4))  # tells which way is up
    exif = Image.Exif()
    exif[274] = orientation
    exif[315] = "Pemotret Rahasia"
    exif.get_ifd(34853).update({1: "S", 2: (2.0, 33.0, 0.0), 3: "E", 4: (120.0, 19.0, 0.0)})
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=85, exif=exif, comment=b"komentar rahasia")
    return buffer.getvalue()


def copy_project(target: Path, contoh: bool = False) -> Path:
    """A checkout of the code with the small content of tests/site beside it."""
    target.mkdir(parents=True)
    being_written = shutil.ignore_patterns("*.pyc.*")  # by another process, and gone in a moment
    for name in CODE:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, target / name, **({"ignore": being_written} if source.is_dir() else {}))
    for name in SETTINGS:
        shutil.copy(ROOT / name, target / name)
    settings = target / "pelicanconf.py"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("CONTOH = True", f"CONTOH = {contoh}"), encoding="utf-8")
    copy_content(target / "content")
    return target


def copy_content(target: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "site" / "content", target)
    photo = target / "berita/dinkes/2026/10/imunisasi-campak/posyandu.jpg"
    photo.write_bytes(phone_photo())
    return target


def pelican(
    project: Path, *options: str, module: bool = True, **extra: str
) -> subprocess.CompletedProcess[str]:
    """Run Pelican as `make html` does; *extra* are settings."""
    program = [sys.executable, "-m", "pelican"] if module else [shutil_which("pelican")]
    settings = [f'{name}="{value}"' for name, value in extra.items()]
    command = [*program, "--fatal", "errors", *options, *(["-e", *settings] if settings else [])]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def shutil_which(name: str) -> str:
    """The program beside this Python, as an activated environment would find it."""
    return str(Path(sys.executable).parent / name)


def commit_all(repository: Path, message: str = "berita: ubah") -> str:
    run_git(repository, "add", "-A")
    run_git(repository, "commit", "-q", "-m", message)
    return run_git(repository, "rev-parse", "HEAD").strip()


def run_git(repository: Path, *arguments: str, check: bool = True) -> str:
    """git under a fixed name and without the machine's own configuration."""
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_TERMINAL_PROMPT": "0",
        **{
            f"GIT_{who}_{what}": value
            for who in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "Uji"), ("EMAIL", "uji@localhost"))
        },
    }
    command = ["git", "-C", str(repository), *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if check and done.returncode:
        raise AssertionError(f"git {' '.join(arguments)}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as a git repository; tests that change it take a copy."""
    folder = copy_project(tmp_path_factory.mktemp("proyek") / "proyek")
    run_git(folder, "init", "-q", "-b", "main")
    commit_all(folder, "awal")
    return folder


@pytest.fixture(scope="session")
def built(project: Path) -> Path:
    """The output of the small site, built at 20 October 2026."""
    done = pelican(project, NOW="2026-10-20 09:00")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "output"
