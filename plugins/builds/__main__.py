"""python -m plugins.builds: previews of what a commit changes.

python -m plugins.builds --repository . --base main --head usul/… --to pratinjau
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.builds.previewing import PreviewingError, changed_pages, make_previews
from plugins.reading.git import GitError
from plugins.reading.settings import ROOT


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    repository, head = options.repository, options.head
    try:
        paths = changed_pages(repository, options.base, head)
        files = make_previews(repository, head, paths, options.label, options.to, options.cache)
    except (GitError, PreviewingError) as error:
        print(error, file=sys.stderr)
        return 1
    if not paths:
        print("Tidak ada berita atau agenda yang berubah.")
    for file in files:
        print(f"Pratinjau: {file}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.builds", description=__doc__)
    add = parser.add_argument
    add("--repository", type=Path, default=Path(), metavar="DIR", help="the git repository")
    add("--base", required=True, metavar="REV", help="what the commit is compared with")
    add("--head", default="HEAD", metavar="REV", help="the commit")
    add("--to", type=Path, required=True, metavar="DIR")
    add("--label", default="", metavar="TEXT", help="named on every page")
    add("--cache", type=Path, default=ROOT / ".cache/pratinjau", metavar="DIR")
    return parser


if __name__ == "__main__":
    sys.exit(main())
