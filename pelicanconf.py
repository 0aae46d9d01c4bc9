"""Facts of this site. Another kabupaten adopts the project here and in content/perangkat-daerah.

Plain values only: the `pelican` command reads this file before our package can be imported.
"""

from jinja2 import StrictUndefined

# Who publishes, and about what.
SITENAME = "Kabar Lutra"
TAGLINE = "Kabar kegiatan pemerintah Kabupaten Luwu Utara"
REGENCY = "Luwu Utara"
SEAT = "Masamba"  # the town of datelines
PUBLISHER = "Bidang Humas dan IKP, Dinas Kominfo-SP Kabupaten Luwu Utara"
BUREAU = "humas"  # slug of the agency whose redaktur edit and merge
LICENCE = "CC0 1.0"
LICENCE_URL = "https://creativecommons.org/publicdomain/zero/1.0/deed.id"

# The kecamatan roughly as they lie, north above: one slug for each tile, "." for none.
PETA_KECAMATAN = (
    "seko rampi . . .",
    "rongkong masamba mappedeceng sukamaju tana-lili",
    "sabbang baebunta malangke sukamaju-selatan bone-bone",
    "sabbang-selatan baebunta-selatan malangke-barat . .",
)

# Where a browser edits the repository: "" (nowhere, as with make hub), "github", "gitlab" or
# "forgejo" (also Gitea), and the address of its page there. See docs/panduan/memasang.md.
FORGE = ""
FORGE_URL = ""
FORGE_BRANCH = "main"
# The editor /redaksi/ over that repository: the folder that `make redaksi` has filled, such as
# "deploy/redaksi". "": there is none. See docs/panduan/redaksi.md.
EDITOR = ""
BUREAU_WHATSAPP = ""  # of the office, as digits with the country's code; "": the writer chooses

# Another static host for the photos: /foto/ is then fetched from below this address, without a
# slash at its end. "": from the site itself. See docs/panduan/foto-sepuluh-tahun.md.
MEDIA_URL = ""

# The delivered content is invented; `make mulai` empties it and sets this to False.
CONTOH = True

GRACE_DAYS = 3  # days after an activity until it counts as missed
CARDS = True  # a picture for chats of each post, some 80 KB; False: they show the site's
PRESS_DAYS = 30  # days that the press pack of a post is offered; 0: no packs
TARGET = 4  # posts a month that each agency should reach; its own `target` goes before it
SITEURL = ""  # set by publishconf.py; links are root-relative below its path

# Pelican's own machinery: everything that reads or writes past the gate is off.
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
DEFAULT_LANG = "id"
TIMEZONE = "Asia/Makassar"
PLUGINS = [
    "plugins.builds.collector",  # Python's garbage collector, told that a build is short
    "plugins.reading.plugin",  # content/ -> newsroom
    "plugins.checks.plugin",  # newsroom -> what may be published
    "plugins.photos.plugin",  # renditions of photos
    "plugins.assets.plugin",  # style sheet and fonts under content-hashed names
    "plugins.news.plugin",  # home, posts, categories, tags, places, archives
    "plugins.agencies.plugin",  # agency pages and their archives
    "plugins.agenda.plugin",  # activities and coverage
    "plugins.intake.plugin",  # the composer for officers' phones
    "plugins.discovery.plugin",  # feeds, sitemap, redirects, tombstones
    "plugins.builds.plugin",  # the one generator: renders and writes it all
]
READERS = dict.fromkeys(("rst", "md", "markdown", "mkd", "mdown", "html", "htm"))
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
TEMPLATE_PAGES: dict[str, str] = {}
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
CACHE_PATH = ".cache"
EARLIER = ""  # a release that has photos already: its folder, or a revision like origin/gh-pages
WORKERS = 0  # processes; 0 means one for each core
DELETE_OUTPUT_DIRECTORY = False
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
