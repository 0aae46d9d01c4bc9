"""What every workflow keeps to, whoever edits it; zizmor and actionlint come on top."""

import re

from tests.workflows.actions import jobs, steps, triggers, workflows

PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}\Z")
EVENTS = {"issues", "pull_request", "push", "schedule", "workflow_dispatch"}


def test_no_event_gives_rights_to_a_stranger():
    told = {event for workflow in workflows().values() for event in triggers(workflow)}

    assert told <= EVENTS


def test_a_proposal_starts_the_gate_and_nothing_else():
    files = [file for file, w in workflows().items() if "pull_request" in triggers(w)]

    assert files == ["periksa.yml"]


def test_rights_are_empty_on_top_and_only_the_last_jobs_may_write():
    rights = {f"{file}:{name}": job["permissions"] for file, name, job in jobs()}

    assert [file for file, w in workflows().items() if w["permissions"] != {}] == []
    assert rights == {
        "kiriman.yml:susun": {"contents": "read", "issues": "read"},
        "kiriman.yml:kirim": {
            "contents": "write",
            "issues": "write",
            "pull-requests": "write",
            "statuses": "write",
        },
        "kiriman.yml:tutup": {"contents": "write"},
        "periksa.yml:periksa": {"contents": "read"},
        "periksa.yml:pratinjau": {"contents": "read"},
        "pengingat.yml:susun": {"contents": "read"},
        "pengingat.yml:kabari": {"contents": "read", "issues": "write"},
        "terbit.yml:bangun": {"contents": "read"},
        "terbit.yml:sebar": {"contents": "write"},
        "terbit.yml:rapikan": {
            "contents": "read",
            "actions": "write",
            "issues": "read",
            "pull-requests": "read",
        },
    }


def test_every_job_ends_by_itself_and_every_workflow_waits_its_turn():
    assert [name for _, name, job in jobs() if not 0 < job["timeout-minutes"] <= 30] == []
    assert {f: w["concurrency"]["cancel-in-progress"] for f, w in workflows().items()} == {
        "kiriman.yml": False,
        "pengingat.yml": False,
        "periksa.yml": True,
        "terbit.yml": False,
    }


def test_every_action_is_pinned_by_its_commit():
    assert [step.uses for step in steps() if step.uses and not PINNED.match(step.uses)] == []


def test_no_checkout_leaves_its_token_on_disk():
    checkouts = [step for step in steps() if step.uses.startswith("actions/checkout@")]

    assert len(checkouts) == 12
    assert [s for s in checkouts if s.given["persist-credentials"] is not False] == []


def test_no_script_holds_an_expression():
    assert [step.name for step in steps() if "${{" in step.run] == []


def test_the_checker_is_the_bases_and_the_proposal_is_only_data():
    for job in ("periksa", "pratinjau"):
        first, second = (s for s in steps() if s.job == job and "checkout" in s.uses)

        assert (first.given["ref"], first.given["path"]) == (
            "${{ github.event.pull_request.base.sha }}", "gerbang",
        )  # fmt: skip
        assert (second.given["ref"], second.given["path"]) == (
            "${{ github.event.pull_request.head.sha }}", "usulan",
        )  # fmt: skip
    assert [s.run for s in steps() if s.file == "periksa.yml" and s.run] == [
        'make -C gerbang periksa REPOSITORY="$GITHUB_WORKSPACE/usulan" FORMAT=github',
        'make -C gerbang pratinjau REPOSITORY="$GITHUB_WORKSPACE/usulan" '
        'KE="$GITHUB_WORKSPACE/pratinjau"',
    ]


def test_the_job_that_meets_an_issue_runs_the_code_of_main_and_is_told_nothing_of_it():
    own = [step for step in steps() if step.file == "kiriman.yml"]
    told = {value for step in own for value in step.env.values() if "${{" in str(value)}

    assert {s.given["ref"] for s in own if "checkout" in s.uses} == {"main"}
    assert told == {
        "${{ github.token }}",
        "${{ vars.SITEURL }}",
        "${{ github.server_url }}/${{ github.repository }}/actions/runs/${{ github.run_id }}",
    }


def test_a_job_that_may_write_builds_nothing():
    writing = ("sebar", "kabari", "kirim", "tutup", "rapikan")
    runs = {step.run for step in steps() if step.job in writing and step.run}

    assert runs == {
        "make pages", "make isu DARI=pengingat", "make kiriman LANGKAH=kirim",
        "make kiriman LANGKAH=tutup", "make kiriman LANGKAH=buang",
    }  # fmt: skip


def test_nothing_is_cached_between_a_proposal_and_a_deploy():
    assert [s.uses for s in steps() if "cache" in s.uses or "cache" in s.given] == []


def test_time_alone_starts_a_deploy():
    """Embargoes end and days pass without a push."""
    crons = [entry["cron"] for entry in triggers(workflows()["terbit.yml"])["schedule"]]

    assert crons == ["*/15 * * * *"]
