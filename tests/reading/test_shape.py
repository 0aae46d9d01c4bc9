"""What shapes the result of reading beside the content."""

import subprocess
import sys

from plugins.reading.shape import code_digest, sources
from tests.conftest import ROOT


def test_the_source_of_a_room_is_every_module_of_it():
    names = [name for name, _ in sources(("model",))]

    assert "model/moment.py" in names
    assert names == sorted(names)
    assert not any(name.startswith("reading/") for name in names)


def test_other_rooms_have_another_digest():
    assert code_digest(("model",)) != code_digest(("reading",)) != code_digest(("model", "reading"))


def test_another_process_finds_the_same_digest():
    code = "from plugins.reading.shape import code_digest; print(code_digest(('model',)).hex())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)

    assert done.stdout.decode().strip() == code_digest(("model",)).hex()
