"""python -m plugins.agenda: what Humas makes of a built site, beside the site itself."""

import argparse
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    code: int = options.run(options)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.agenda", description=__doc__)
    parser.add_subparsers(required=True, metavar="COMMAND")
    return parser


if __name__ == "__main__":
    sys.exit(main())
