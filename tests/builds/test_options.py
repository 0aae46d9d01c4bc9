"""Options of Pelican that would publish something wrong."""

import pytest

from plugins.builds.options import RefusedOptionError, refuse_unsafe

SAFE = {"RELATIVE_URLS": False, "CACHE_CONTENT": False, "LOAD_CONTENT_CACHE": False}


def test_the_usual_options_pass():
    refuse_unsafe(SAFE)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("RELATIVE_URLS", "--relative-urls is refused"),
        ("CACHE_CONTENT", "content cache is refused"),
        ("LOAD_CONTENT_CACHE", "content cache is refused"),
    ],
)
def test_an_unsafe_option_is_refused_with_the_reason(name, words):
    with pytest.raises(RefusedOptionError, match=words):
        refuse_unsafe({**SAFE, name: True})
