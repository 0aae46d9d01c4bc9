"""Long builds show what they do."""

from plugins.builds.progress import Progress


def test_a_short_build_says_nothing(capsys):
    with Progress() as progress:
        for done in range(3):
            progress.tell(done, 3)
    said = capsys.readouterr()

    assert (said.out, said.err) == ("", "")
