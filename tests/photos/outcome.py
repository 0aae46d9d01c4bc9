"""What becomes of one photo from the gate to the site.

python -m tests.photos.outcome FILE prints also the CPU seconds and the peak MB of doing so.
"""

import re
import sys
import time
import warnings
from pathlib import Path

from plugins.photos.recipe import works
from plugins.photos.render import rendition
from plugins.reading.git import blob_id
from plugins.reading.photos import photo_facts, photo_words
from tests.photos.notes import notes_in
from tests.photos.samples import Originals


def outcome(data: bytes) -> bytes:
    """Its trouble, that it is shown, or the notes that were left in what is shown."""
    warnings.simplefilter("ignore")  # Pillow's about damaged EXIF
    facts = photo_facts(data)
    photo_words(data)
    if facts.trouble:
        return facts.trouble.encode()
    for work in works(blob_id(data), facts):
        if found := notes_in(rendition(work, Originals(data))):
            return f"note: {found}".encode()
    return b"shown"


if __name__ == "__main__":
    found = outcome(Path(sys.argv[1]).read_bytes())
    # Not ru_maxrss, which begins with the memory of the process that started this one.
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"))
    print(found.decode(), time.process_time(), int(peak[1]) // 1024)  # type: ignore[index]
