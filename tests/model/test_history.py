"""How often an activity was changed."""

from plugins.model.history import Revision, by_month, revision_of

FIRST, TIME = "dinkes/2026/11/24-senam", "dinkes/2026/12/01-senam"


def test_a_time_counts_its_own_changes_and_those_of_its_series():
    known = {FIRST: Revision(3, 10), TIME: Revision(1, 20)}

    assert revision_of(TIME, FIRST, known) == Revision(4, 20)
    assert revision_of(TIME, "", known) == Revision(1, 20)
    assert revision_of(FIRST, "", known) == Revision(3, 10)


def test_where_git_knows_nothing_there_is_no_revision():
    assert revision_of(TIME, FIRST, {}) is None


def test_a_file_laid_over_one_time_never_lowers_the_count():
    before = revision_of(TIME, FIRST, {FIRST: Revision(3, 10)})
    after = revision_of(TIME, FIRST, {FIRST: Revision(3, 10), TIME: Revision(1, 11)})

    assert (before.changes, after.changes) == (3, 4)


def test_revisions_are_found_by_the_month_of_the_id():
    known = {FIRST: Revision(1, 1), TIME: Revision(2, 2)}

    assert by_month(known) == {
        "2026-11": {FIRST: Revision(1, 1)}, "2026-12": {TIME: Revision(2, 2)},
    }  # fmt: skip
