"""What the whole site needs to know of each month, worked out once."""

import shutil
from pathlib import Path

import msgspec
import pytest

from plugins.builds.memo import Memo, load_memos, save_memos
from plugins.builds.survey import Survey, Surveyor, names_digest, next_change
from plugins.model.event import EventState
from plugins.model.month import Month
from tests.builds.newsrooms import (
    OFFICER,
    SHARED,
    agency,
    board_at,
    event_text,
    library_of,
    post_text,
    write,
)
from tests.model.makers import AGENCIES, at, make_agency, make_newsroom

NOW = "2026-11-25 08:00"
EVENT = "dinkes/2026/10/20-rapat"
POST = "berita/dinkes/2026/11/a/index.md"
FILES = {
    **SHARED,
    POST: post_text("A", "2026-11-24 09:00", f"agenda: [{EVENT}]"),
    "berita/dinkes/2026/09/b/index.md": post_text("B", "2026-09-01 09:00", "alias: [/lama/]"),
    f"agenda/{EVENT}.md": event_text("Rapat", "2026-10-20"),
}


class Desk:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = write(folder / "content", FILES)

    def survey(self, now: str = NOW, workers: int = 1, grace: int = 3) -> Survey:
        """Survey the content, and remember it for the next time."""
        board = board_at(self.content, now)
        board.site = msgspec.structs.replace(board.site, grace_days=grace).sealed()
        self.library = library_of(board, self.folder / "cache")
        known = load_memos(self.folder / "memo")
        survey = Surveyor(self.library, known, workers).survey()
        save_memos(self.folder / "memo", survey.memos)
        return survey

    def fresh(self, now: str = NOW) -> Survey:
        """The same without any memory."""
        (self.folder / "memo").unlink(missing_ok=True)
        return self.survey(now)

    def next_change(self, now: str = NOW) -> str:
        survey = self.survey(now)
        return next_change(survey, self.library.room, at(now)).iso


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def states(survey: Survey) -> dict[str, tuple[int, int]]:
    return {
        name: (m.docket.total.covered, m.docket.total.missed) for name, m in survey.memos.items()
    }


def outlined_anew(before: dict[str, Memo], after: dict[str, Memo]) -> list[str]:
    return [name for name in after if after[name].outline_key != before[name].outline_key]


def test_every_month_has_a_memo_oldest_first(desk):
    survey = desk.survey()

    assert list(survey.memos) == ["2026-09", "2026-10", "2026-11"]
    assert survey.posts == 2
    assert survey.quarantined == survey.fatal == ()


def test_a_post_of_one_month_covers_an_activity_of_another(desk):
    survey = desk.survey()
    chapter = desk.library.chapter(Month(2026, 10))

    assert states(survey)["2026-10"] == (1, 0)
    assert survey.coverage(chapter, at(NOW), 3, "humas").statuses[EVENT].state is EventState.SUDAH


def test_a_longer_grace_moves_the_moment_at_which_an_activity_is_missed(desk):
    write(
        desk.content,
        {f"agenda/{EVENT.replace('10/20', '11/20')}.md": event_text("R", "2026-11-20")},
    )
    desk.survey("2026-11-22 08:00", grace=3)
    desk.survey("2026-11-22 08:00", grace=5)

    assert states(desk.survey("2026-11-25 08:00", grace=5))["2026-11"] == (0, 0)
    assert states(desk.survey("2026-11-26 08:00", grace=5))["2026-11"] == (0, 1)


def test_a_second_survey_changes_nothing(desk):
    first, second = desk.survey(), desk.survey()

    assert (first.changed, second.changed) == (True, False)
    assert second.memos == first.memos


def test_a_second_survey_opens_only_the_months_that_claim_older_addresses(desk):
    desk.survey()
    shutil.rmtree(desk.folder / "cache")  # whoever opens a month now has to read it
    desk.survey()

    assert sorted(file.stem for file in (desk.folder / "cache/bacaan").iterdir()) == [
        "2026-09", "bersama",
    ]  # fmt: skip


def test_a_changed_post_touches_its_month_and_the_months_it_speaks_of(desk):
    before = desk.survey().memos
    write(desk.content, {POST: FILES[POST].replace("40", "41")})
    after = desk.survey().memos

    assert outlined_anew(before, after) == ["2026-11"]
    assert [name for name in after if after[name] != before[name]] == ["2026-11"]


def test_a_renamed_agency_is_shown_by_every_month(desk):
    before = desk.survey().memos
    write(desk.content, {"perangkat-daerah/dinkes.md": agency("Dinas Kesehatan", "DK")})

    assert outlined_anew(before, desk.survey().memos) == ["2026-09", "2026-10", "2026-11"]


def test_another_officer_touches_no_outline_and_no_docket(desk):
    before = desk.survey().memos
    officer = OFFICER.replace("Petugas Contoh", "Petugas Baru")
    write(
        desk.content,
        {"perangkat-daerah/dinkes.md": agency("Dinas Kesehatan", "Dinkes", more=officer)},
    )
    after = desk.survey().memos

    assert outlined_anew(before, after) == []
    assert [name for name in after if after[name].docket_key != before[name].docket_key] == []


@pytest.mark.parametrize("workers", [2, 4])
def test_the_number_of_workers_does_not_matter(desk, workers):
    first = desk.survey(workers=1)
    (desk.folder / "memo").unlink()

    assert desk.survey(workers=workers).memos == first.memos


def test_a_withdrawn_post_uncovers_the_activity_in_the_other_month(desk):
    desk.survey()
    withdrawn = post_text(
        "A", "2026-11-24 09:00", f"agenda: [{EVENT}]",
        "dicabut: {tanggal: 2026-11-24 12:00, alasan: Salah.}",
    )  # fmt: skip
    write(desk.content, {POST: withdrawn})

    assert states(desk.survey())["2026-10"] == (0, 1)
    assert desk.survey().posts == 1


def test_a_bad_post_is_kept_back_and_told(desk):
    bad = post_text("A", "2026-11-24 09:00", "kunci: x")
    write(desk.content, {POST: bad})
    survey = desk.survey()

    assert survey.quarantined == (POST,)
    assert [(fault.path, fault.code) for fault in survey.faults] == [(f"content/{POST}", "K101")]


def test_what_does_not_block_is_counted_and_not_kept(desk):
    write(desk.content, {POST: post_text("A", "2026-11-24 09:00", body="Dimana saja.")})
    survey = desk.survey()
    (verdict,) = [memo.verdict for name, memo in survey.memos.items() if name == "2026-11"]

    assert verdict.findings["B901"] == 1
    assert survey.faults == ()


def test_a_link_among_the_posts_is_fatal(desk):
    (desk.content / "berita/dinkes/2026/11/a/rahasia.jpg").symlink_to("/etc/passwd")

    assert [fault.code for fault in desk.survey().fatal] == ["S102"]


def test_an_activity_that_goes_costs_the_post_that_names_it(desk):
    desk.survey()
    write(desk.content, {f"agenda/{EVENT}.md": None})
    survey = desk.survey()

    assert "2026-10" not in survey.memos
    assert survey.quarantined == (POST,)
    assert [(f.path, f.line, f.code) for f in survey.faults] == [(f"content/{POST}", 5, "R401")]
    assert survey.memos == desk.fresh().memos


def test_a_broken_activity_of_another_month_is_one_fault_and_no_cascade(desk):
    desk.survey()
    write(desk.content, {f"agenda/{EVENT}.md": event_text("Rapat", "2026-10-20", "kunci: x")})
    survey = desk.survey()

    assert survey.quarantined == (f"agenda/{EVENT}.md",)
    assert {f.path for f in survey.faults} == {f"content/agenda/{EVENT}.md"}
    assert survey.posts == 2


def test_two_months_may_not_claim_the_same_older_address(desk):
    desk.survey()
    later = post_text("A", "2026-11-24 09:00", "alias: [/lama/]")
    write(desk.content, {POST: later})

    assert desk.survey().quarantined == (POST,)


def test_a_post_counts_from_the_minute_of_its_embargo(desk):
    write(desk.content, {POST: post_text("A", "2026-11-24 09:00", "terbit_pada: 2026-11-24 18:00")})

    assert desk.survey("2026-11-24 17:59").posts == 1
    assert desk.survey("2026-11-24 18:00").posts == 2


def test_an_older_address_is_free_again_when_another_month_gives_it_up(desk):
    write(desk.content, {POST: post_text("A", "2026-11-24 09:00", "alias: [/lama/]")})
    assert desk.survey().quarantined == (POST,)

    write(desk.content, {"berita/dinkes/2026/09/b/index.md": post_text("B", "2026-09-01 09:00")})
    assert desk.survey().quarantined == ()


def test_a_post_gives_up_the_address_that_a_new_post_of_another_month_has(desk):
    alias = "alias: [/berita/dinkes/2026/08/c/]"
    write(desk.content, {POST: post_text("A", "2026-11-24 09:00", alias)})
    assert desk.survey().quarantined == ()

    write(desk.content, {"berita/dinkes/2026/08/c/index.md": post_text("C", "2026-08-01 09:00")})
    assert desk.survey().quarantined == (POST,)


def test_an_activity_may_move_to_another_month_while_that_one_has_it(desk):
    moved = event_text(
        "Rapat", "2026-10-20", "status: ditunda", "alasan: Hujan.",
        "pindah_ke: dinkes/2026/12/01-rapat",
    )  # fmt: skip
    new = "agenda/dinkes/2026/12/01-rapat.md"
    write(desk.content, {f"agenda/{EVENT}.md": moved, new: event_text("Rapat", "2026-12-01")})
    assert desk.survey().quarantined == ()

    write(desk.content, {new: None})
    assert desk.survey().quarantined == (f"agenda/{EVENT}.md",)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("berita/dinkes/2027/12/c/index.md", post_text("C", "2027-12-01 09:00")),
        ("agenda/dinkes/2027/12/01-c.md", event_text("C", "2027-12-01")),
        ("agenda/dinkes/2026/12/01-c.md", event_text("C", "2026-12-01", "sampai: 2027-12-01")),
        (
            "berita/dinkes/2026/11/c/index.md",
            post_text("C", "2026-11-01 09:00", "terbit_pada: 2027-12-01"),
        ),
    ],
    ids=["post", "activity", "last day", "embargo"],
)
def test_a_date_more_than_a_year_ahead_is_judged_again_as_time_goes_on(desk, path, text):
    write(desk.content, {path: text})

    assert desk.survey("2026-11-25 08:00").quarantined == (path,)
    assert desk.survey("2026-12-05 08:00").quarantined == ()
    assert desk.survey("2026-11-25 08:00").quarantined == (path,)


@pytest.mark.parametrize(
    "files",
    [
        {"berita/dinkes/2026/11/c/index.md": post_text("C", "2026-11-01 09:00")},
        {"agenda/dishub/2026/12/01-a.md": event_text("A", "2026-12-01")},
        {"berita/dinkes/2026/09/b/index.md": None},
        {"perangkat-daerah/dinkes.md": agency("Dinas Kesehatan", "DK")},
        {"rubrik.yaml": SHARED["rubrik.yaml"].replace("Kesehatan", "Sehat")},
        {"halaman/tentang.md": "---\njudul: Lain\n---\n"},
    ],
)
def test_what_is_remembered_never_differs_from_what_is_worked_out_anew(desk, files):
    desk.survey()
    write(desk.content, files)

    assert desk.survey().memos == desk.fresh().memos


@pytest.mark.parametrize("now", ["2026-10-20 07:00", "2026-10-24 00:00", "2027-12-01 00:00"])
def test_time_moves_what_is_remembered_as_it_moves_everything(desk, now):
    desk.survey("2026-10-01 08:00")

    assert states(desk.survey(now)) == states(desk.fresh(now))


def test_with_nothing_ahead_the_next_change_is_midnight(desk):
    assert desk.next_change("2026-11-25 08:00") == "2026-11-26T00:00:00+08:00"


def test_an_embargo_an_hour_or_an_officer_may_come_first(desk):
    embargoed = post_text("C", "2026-11-26 07:00", "terbit_pada: 2026-11-25 18:00")
    activity = event_text("D", "2026-11-25", "mulai: 09:00", "selesai: 12:00")
    write(desk.content, {"berita/dinkes/2026/11/c/index.md": embargoed})
    write(desk.content, {"agenda/dinkes/2026/11/25-d.md": activity})
    nows = ("08:00", "09:00", "12:00", "18:00")

    assert [desk.next_change(f"2026-11-25 {now}")[11:16] for now in nows] == [
        "09:00", "12:00", "18:00", "00:00",
    ]  # fmt: skip


def test_names_that_pages_show_count_and_officers_do_not():
    before = names_digest(make_newsroom())
    renamed = names_digest(
        make_newsroom(agencies=[make_agency("dinkes", name="Lain"), *AGENCIES[1:]])
    )
    manned = names_digest(
        make_newsroom(
            agencies=[make_agency("dinkes", name="Dinas Kesehatan", target=9), *AGENCIES[1:]]
        )
    )

    assert renamed != before
    assert manned == before
