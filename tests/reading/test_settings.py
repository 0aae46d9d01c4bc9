"""The settings file as facts of the site."""

import pytest

from plugins.model.forge import Forge
from plugins.reading.settings import read_settings, setting, site_of

SETTINGS = {
    "SITENAME": "Kabar Uji", "SITEURL": "https://uji.test/kabar", "TAGLINE": "Kabar",
    "REGENCY": "Uji", "PUBLISHER": "Humas", "BUREAU": "humas", "CONTOH": False, "GRACE_DAYS": 5,
    "LICENCE": "CC0", "LICENCE_URL": "https://uji.test/cc0", "SEAT": "Kota Uji", "FORGE": "",
    "TARGET": 6, "PRESS_DAYS": 14, "FORGE_URL": "", "FORGE_BRANCH": "main", "BUREAU_WHATSAPP": "",
    "PETA_KECAMATAN": (), "MEDIA_URL": "", "CARDS": False,
}  # fmt: skip


def test_the_facts_of_the_site_are_read():
    site = site_of(SETTINGS)

    assert (site.name, site.bureau, site.base, site.sample, site.grace_days) == (
        "Kabar Uji", "humas", "/kabar", False, 5,
    )  # fmt: skip


def test_the_facts_are_sealed():
    assert site_of(SETTINGS).digest == site_of(dict(SETTINGS)).digest != b""


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_a_missing_fact_is_named(name):
    lacking = {key: value for key, value in SETTINGS.items() if key != name}
    with pytest.raises(ValueError, match=f"settings lack {name}; see pelicanconf.py"):
        site_of(lacking)


@pytest.mark.parametrize("days", [-1, 367, "30", None, True])
def test_press_packs_stay_for_a_number_of_days(days):
    assert site_of(SETTINGS).press_days == 14
    with pytest.raises(ValueError, match="expected a number of days from 0 to 366"):
        site_of({**SETTINGS, "PRESS_DAYS": days})


@pytest.mark.parametrize("value", [0, "ya", None])
def test_posts_have_cards_or_they_have_not(value):
    assert not site_of(SETTINGS).cards
    with pytest.raises(ValueError, match="expected True or False"):
        site_of({**SETTINGS, "CARDS": value})


def test_an_address_with_a_final_slash_is_refused():
    with pytest.raises(ValueError, match="expected no slash at the end"):
        site_of({**SETTINGS, "SITEURL": "https://uji.test/"})


def test_photos_may_come_from_elsewhere_whose_origin_the_policy_names():
    site = site_of({**SETTINGS, "MEDIA_URL": "https://foto.uji.test:8443/kabar"})

    assert (site.media, site.media_origin) == (
        "https://foto.uji.test:8443/kabar", "https://foto.uji.test:8443",
    )  # fmt: skip
    assert site_of(SETTINGS).media_origin == ""


def test_a_forge_and_a_number_are_read():
    forge = {"FORGE": "github", "FORGE_URL": "https://github.com/humas/kabar"}
    site = site_of({**SETTINGS, **forge, "BUREAU_WHATSAPP": "6281100000000"})

    assert site.forge == Forge("github", "https://github.com/humas/kabar", "main")
    assert site.bureau_whatsapp == "6281100000000"
    assert site_of({**SETTINGS, "FORGE_URL": "not looked at"}).forge == Forge()


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("FORGE", "bitbucket", "FORGE is 'bitbucket'; expected '' or one of github, gitlab"),
        ("FORGE_URL", "", "FORGE_URL is ''; expected the address of the repository's page"),
        ("FORGE_URL", "https://github.com/humas/kabar/", "expected the address"),
        ("FORGE_URL", "https://github.com/humas/kabar.git", "expected the address"),
        ("FORGE_URL", "https://github.com/humas/kabar?a=b", "expected the address"),
        ("FORGE_URL", "git@github.com:humas/kabar", "expected the address"),
        ("MEDIA_URL", "https://foto.uji.test/", "MEDIA_URL is .*; expected an address that ends"),
        ("MEDIA_URL", "foto.uji.test", "expected an address"),
        ("MEDIA_URL", "https://foto.uji.test; script-src *", "expected an address"),
        ("FORGE_BRANCH", "", "FORGE_BRANCH is ''; expected the name of a branch"),
        ("FORGE_BRANCH", "main?x", "FORGE_BRANCH is 'main\\?x'"),
        ("BUREAU_WHATSAPP", "0811000000", "BUREAU_WHATSAPP is '0811000000'; expected digits"),
        ("BUREAU_WHATSAPP", "+62811000000", "expected digits with the country's code"),
    ],
)
def test_a_misshapen_door_is_refused(name, value, told):
    forge = {"FORGE": "github", "FORGE_URL": "https://github.com/humas/kabar"}
    with pytest.raises(ValueError, match=told):
        site_of({**SETTINGS, **forge, name: value})


def test_the_map_is_rows_of_kecamatan_with_places_kept_empty():
    site = site_of({**SETTINGS, "PETA_KECAMATAN": ("seko .", "rongkong masamba")})

    assert site.district_map == (("seko", ""), ("rongkong", "masamba"))


@pytest.mark.parametrize(
    ("rows", "told"),
    [(("a b", "c"), "expected rows of the same length"), (("a b", "c a"), "names a twice")],
)
def test_a_misshapen_map_is_refused(rows, told):
    with pytest.raises(ValueError, match=told):
        site_of({**SETTINGS, "PETA_KECAMATAN": rows})


def test_a_settings_file_gives_its_upper_case_names(tmp_path):
    file = tmp_path / "conf.py"
    file.write_text("import os\nSITENAME = 'Uji'\nlain = 1\n", encoding="utf-8")

    assert read_settings(file) == {"SITENAME": "Uji"}


def test_the_projects_own_settings_hold_every_fact():
    assert site_of(read_settings()).regency == "Luwu Utara"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ('BUREAU = "humas"', "humas"),
        ('BUREAU = "hu" + "mas"', "humas"),  # not plain, so the file is run
        ('if True:\n    BUREAU = "humas"', "humas"),
    ],
)
def test_one_setting_is_read_however_it_is_written(tmp_path, line, value):
    file = tmp_path / "pelicanconf.py"
    file.write_text(f"OTHER = 1\n{line}\n")

    assert setting("BUREAU", file) == value


def test_a_plain_setting_does_not_run_the_file(tmp_path):
    file = tmp_path / "pelicanconf.py"
    file.write_text('BUREAU = "humas"\nraise SystemExit\n')

    assert setting("BUREAU", file) == "humas"
