"""The rules that are data, as a browser gets them."""

from stdnum import numdb

from plugins.checks.portable import portable


def known(number: str) -> str:
    """As the library itself looks a region up, digit by digit."""
    province, *regency = numdb.get("id/loc").info(number)
    if not province[1]:
        return ""
    return number if regency and regency[0][1] else province[0]


def test_a_browser_knows_the_regions_that_the_library_knows():
    regions = {known(str(number)) for number in range(1000, 10_000)} - {""}

    assert portable().regions == tuple(sorted(regions))
    assert "7322" in regions  # Luwu Utara
