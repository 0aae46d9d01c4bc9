"""python -m plugins.photos: make foto-kecilkan, make media."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    code: int = options.run(options)
    return code


def _shrink(options: argparse.Namespace) -> int:
    from plugins.photos.shrink import photos_below, shrink_files

    places = [Path(name) for name in options.places if name]
    if options.agency:
        places.append(Path("content/berita") / options.agency)
    missing = [place for place in places if not place.exists()]
    if missing or not places:
        told = f"Tidak ada “{missing[0]}”. " if missing else ""
        usage = "make foto-kecilkan BERKAS=content/berita/…/foto.jpg, atau PD=dinkes"
        print(f"{told}Sebutkan fotonya: {usage}", file=sys.stderr)
        return 1
    count = 0
    for line in shrink_files(path for place in places for path in photos_below(place)):
        print(line, flush=True)
        count += 1
    if not count:
        print("Semua foto sudah cukup kecil.")
    return 0


def _media(options: argparse.Namespace) -> int:
    from plugins.photos.media import FOLDER, copy_photos

    site, target = Path(options.site), Path(options.to)
    if not options.to or not (site / FOLDER).is_dir():
        print("Bangun situsnya dulu, lalu sebutkan tujuannya: make media KE=…", file=sys.stderr)
        return 1
    print(f"{copy_photos(site, target)} berkas baru di {target / FOLDER}/")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.photos", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    shrinking = commands.add_parser("kecilkan", help="shrink originals in their place")
    shrinking.add_argument("places", nargs="*", metavar="PLACE", help="a photo or a folder")
    shrinking.add_argument("--agency", default="", metavar="SLUG")
    shrinking.set_defaults(run=_shrink)
    media = commands.add_parser("media", help="copy renditions to where MEDIA_URL serves them")
    media.add_argument("--site", required=True, metavar="DIR")
    media.add_argument("--to", required=True, metavar="DIR")
    media.set_defaults(run=_media)
    return parser


if __name__ == "__main__":
    sys.exit(main())
