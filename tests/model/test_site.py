"""The facts of the site."""

import msgspec

from tests.model.makers import SITE


def at_url(url: str):
    return msgspec.structs.replace(SITE, url=url)


def test_a_domain_needs_no_prefix():
    assert at_url("https://kabar.test").base == ""


def test_a_sub_path_is_the_prefix_of_links():
    assert at_url("https://orang.test/kabar/lutra").base == "/kabar/lutra"


def test_the_origin_makes_links_absolute():
    assert at_url("https://orang.test/kabar").origin == "https://orang.test/kabar"


def test_a_site_without_an_address_stands_on_this_machine():
    assert at_url("").origin == "http://localhost"
    assert at_url("").base == ""
