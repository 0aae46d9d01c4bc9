"""Settings for publishing: the address, and nothing that is only for working."""

import os
import sys

sys.path.insert(0, os.curdir)
from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("SITEURL", "")
MEDIA_URL = os.environ.get("MEDIA_URL", MEDIA_URL)  # noqa: F405
if "PRESS_DAYS" in os.environ:  # `make github` sets it to 0: GitHub Pages ends at 1 GB
    PRESS_DAYS = int(os.environ["PRESS_DAYS"])
