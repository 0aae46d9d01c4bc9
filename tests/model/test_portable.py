import pytest

from plugins.model.portable import javascript


@pytest.mark.parametrize(
    ("python", "expected"),
    [
        (r"\w\d", r"[\p{L}\p{N}_]\p{Nd}"),
        (r"[\w-]", r"[\p{L}\p{N}_-]"),
        (r"[^\W_]", r"[\p{L}\p{N}]"),
        (r"(?P<jum>a)\Z", r"(?<jum>a)(?![^])"),
        (r"([/.])\1", r"([/.])\1"),
        (r"a\"b\ c\-d", 'a"b c-d'),
        (r"[^\]]\]", r"[^\]]\]"),
        (r"(?<!a)(?:b|c)(?=d)", r"(?<!a)(?:b|c)(?=d)"),
    ],
)
def test_a_pattern_means_the_same_in_javascript(python, expected):
    assert javascript(python) == expected


def test_what_old_browsers_do_not_know_is_refused():
    with pytest.raises(ValueError, match="counterpart"):
        javascript("(?i:a)")
