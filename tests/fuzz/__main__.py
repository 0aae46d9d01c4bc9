"""python -m tests.fuzz TARGET FOLDER [SECONDS]: fuzz one target, guided by coverage.

Needs atheris (tests/audit/requirements.txt). FOLDER takes the corpus and, if there is one,
the input that broke the target.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["plugins", "markdown", "yaml"]):
    from tests.fuzz.targets import TARGETS, seeds

LONGEST = 3000  # bytes; instrumented code is several times slower than the code itself
WORDS = (
    "---", "judul: ", "tanggal: ", "rubrik: ", "foto:", "  - berkas: ", "alt: ", "petugas:",
    "akun: ", "abaikan:", "2026-11-24", "](", "![](", "<script>", "javascript:", "&#", "|-|",
    "**", "> ", "\\x0A", "\\x0D", "\\xE2\\x80\\xAE", "\\x00", "\\xEF\\xBF\\xBE", "!!", "&a", "*a",
)  # fmt: skip


def main(target: str, folder: Path, seconds: int) -> None:
    corpus = folder / "benih"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (corpus / f"contoh-{number}").write_bytes(seed[:LONGEST])
    words = folder / "kata"
    words.write_text("".join(f'"{word}"\n' for word in WORDS), encoding="utf-8")
    arguments = [
        sys.argv[0], str(corpus), f"-dict={words}", f"-max_total_time={seconds}",
        f"-max_len={LONGEST}", "-timeout=30", f"-artifact_prefix={folder}/", "-print_final_stats=1",
    ]  # fmt: skip
    atheris.Setup(arguments, TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 60)
