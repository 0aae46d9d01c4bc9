"""The real Jinja environment, and values as rooms make them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from plugins.builds.render import Renderer
from plugins.model.body import Body, BodyRef, Html, PhotoSlot, Table
from plugins.model.calendar import CalendarEntry, CalendarRef
from plugins.model.card import Card, CardsRef, Link
from plugins.model.edition import Assets
from plugins.model.event import EventState
from plugins.model.eventline import EventLine
from plugins.model.moment import parse_moment
from plugins.model.photo import Picture, Rendition
from plugins.model.press import Pack
from plugins.model.site import Site
from plugins.reading.settings import read_settings

THEME = Path(__file__).resolve().parents[2] / "theme"
HOSTILE = 'Panen <b>raya</b> & "pesta"'  # a text that must never become markup
ESCAPED = "Panen &lt;b&gt;raya&lt;/b&gt; &amp; &#34;pesta&#34;"

Render = Callable[..., str]


class Desk:
    """Two texts by digest, where the site keeps its own; components get cards themselves."""

    def body(self, ref: BodyRef) -> Body:
        return {
            b"teks": (
                Html("<p>Awal <strong>teks</strong>.</p>"),
                PhotoSlot("sawah.jpg"),
                Table("<table><tr><td>1</td></tr></table>"),
            ),
            b"": (),
        }[ref.digest]

    def cards(self, ref: CardsRef) -> tuple[Card, ...]:
        raise KeyError(ref.front)

    def calendar(self, ref: CalendarRef) -> tuple[CalendarEntry, ...]:
        raise KeyError(ref.agency)

    def size(self, pack: Pack) -> int:
        return 1_234_567

    def blob(self, blob_id: str) -> bytes:
        raise KeyError(blob_id)


def site_named(url: str = "") -> Site:
    return Site(
        name="Kabar Uji", tagline="Kabar dari ruang uji", regency="Uji", publisher="Humas Uji",
        bureau="humas", url=url, licence="CC BY 4.0", licence_url="https://example.org/lisensi",
    ).sealed()  # fmt: skip


def environment_of(site: Site) -> Environment:
    """As Pelican makes it: the settings of pelicanconf.py, and the filters of builds/."""
    settings = read_settings()["JINJA_ENVIRONMENT"]
    environment = Environment(loader=FileSystemLoader(THEME / "templates"), **settings)
    assets = Assets(
        stylesheet="/aset/a.css", fonts=("/aset/b.woff2",), icon="/aset/c.svg", sorting="/aset/d.js"
    )
    Renderer(environment, site, assets.sealed()).resources = Desk()
    return environment


@pytest.fixture(scope="session")
def render() -> Render:
    """Call a macro by its component with named arguments; *base* is a sub-path of the site."""

    def call(component: str, base: str = "", **arguments: Any) -> str:
        environment = environment_of(site_named(f"https://uji.example{base}"))
        given = ", ".join(f"{key}={key}" for key in arguments)
        imported = f'{{% from "components/{component}.html" import {component} as shown %}}'
        return environment.from_string(f"{imported}{{{{ shown({given}) }}}}").render(**arguments)

    return call


@pytest.fixture(scope="session")
def render_source() -> Callable[[str], str]:
    """Render a piece of a page, for macros that take a block."""
    return lambda source: environment_of(site_named()).from_string(source).render()


@pytest.fixture
def picture() -> Picture:
    return Picture(
        alt='Anak "tertawa"', caption="Anak di sawah", credit="Foto uji", width=1200, height=800,
        webp=(Rendition("/foto/a.webp", 480, 320), Rendition("/foto/b.webp", 1200, 800)),
        fallback=Rendition("/foto/c.jpg", 960, 640), tint="bca",
    ).sealed()  # fmt: skip


@pytest.fixture
def card() -> Card:
    return make_card()


@pytest.fixture
def line() -> EventLine:
    return make_line()


def make_card(title: str = "Panen raya", picture: Picture | None = None) -> Card:
    moment = parse_moment("2026-11-24 09:30")
    return Card(
        id="distan/2026/11/panen", href="/berita/distan/2026/11/panen/", title=title,
        summary="Ringkasan panen.", date=moment, updated=moment,
        agency=Link("Distan", "/perangkat-daerah/distan/"),
        category=Link("Pertanian", "/rubrik/pertanian/"), picture=picture,
    ).sealed()  # fmt: skip


def make_line(state: EventState = EventState.BELUM, title: str = "Temu lapang") -> EventLine:
    return EventLine(
        id="distan/2026/11/24-temu", href="/agenda/distan/2026/11/24-temu/", title=title,
        first=parse_moment("2026-11-24"), days="Selasa, 24 November 2026",
        hours="09.00–12.00 WITA", place="Balai penyuluhan",
        agency=Link("Distan", "/perangkat-daerah/distan/"), state=state,
    ).sealed()  # fmt: skip


def words(html: str) -> str:
    """The text as it is read, without tags."""
    text = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    return re.sub(r" ([.,])", r"\1", text)
