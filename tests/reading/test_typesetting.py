"""A PDF comes out of any process, also of a child of one that has made some."""

import os

from plugins.model.record import Value
from plugins.reading.typesetting import typeset


class Words(Value, frozen=True):
    text: str


def test_a_forked_child_makes_the_same_bytes_and_does_not_wait_forever(tmp_path):
    template = tmp_path / "kata.typ"
    template.write_text("#set document(date: none)\n#json(bytes(sys.inputs.data)).text\n")
    here = typeset(template, Words("Imunisasi"))
    child = os.fork()
    if child == 0:
        (tmp_path / "anak.pdf").write_bytes(typeset(template, Words("Imunisasi")))
        os._exit(0)
    os.waitpid(child, 0)

    assert (tmp_path / "anak.pdf").read_bytes() == here
