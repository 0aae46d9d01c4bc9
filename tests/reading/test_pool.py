"""Jobs in children that nothing can outlast."""

import os
import select
import signal
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.reading.body import render
from plugins.reading.pool import JobError, run
from tests.conftest import ROOT

RUNAWAY = "[" * 20_000  # an expression of Markdown needs hours for it
quick = settings(max_examples=15, deadline=None, derandomize=True)


def excerpt(text: str) -> bytes:
    return render(text).excerpt.encode()


def killed(word: str) -> bytes:
    if word == "mati":
        os.kill(os.getpid(), signal.SIGKILL)
    return word.encode()


def test_results_come_back_under_their_numbers():
    assert dict(run(["satu", "dua", "tiga"], str.encode, 5.0)) == {
        0: b"satu",
        1: b"dua",
        2: b"tiga",
    }


def own_number(_word: str) -> bytes:
    return str(os.getpid()).encode()


def numbers_of_its_jobs(word: str) -> bytes:
    """The process of a job, and of each job that it has itself."""
    return b" ".join([own_number(word), *(n or b"" for _, n in run([word] * 3, own_number, 5.0))])


def test_a_child_does_the_jobs_of_its_job_itself():
    for _, answer in run(["satu", "dua"], numbers_of_its_jobs, 5.0, workers=2):
        assert len(answer.split()) == 4
        assert len(set(answer.split())) == 1


def test_no_jobs_give_no_results():
    assert list(run([], str.encode, 5.0)) == []


@given(st.lists(st.binary(max_size=50), max_size=40), st.integers(0, 5))
@quick
def test_results_are_complete_whatever_the_number_of_workers(jobs, workers):
    found = list(run(jobs, bytes, 5.0, workers))

    assert sorted(found) == list(enumerate(jobs))


def test_a_result_larger_than_a_pipe_arrives_whole():
    jobs = [3_000_000, 0, 70_000]

    assert dict(run(jobs, lambda size: b"x" * size, 5.0, 2)) == {
        number: b"x" * size for number, size in enumerate(jobs)
    }


@pytest.mark.parametrize("workers", [1, 2])
def test_a_runaway_expression_is_stopped_in_its_time_and_the_others_finish(workers):
    jobs = ["satu", RUNAWAY, "dua", "tiga"]
    begun = time.monotonic()
    found = dict(run(jobs, excerpt, 1.0, workers))

    assert found == {0: b"satu", 1: None, 2: b"dua", 3: b"tiga"}
    assert time.monotonic() - begun < 4.0


def test_only_runaway_jobs_end_too():
    assert dict(run([RUNAWAY, RUNAWAY], excerpt, 0.3, 1)) == {0: None, 1: None}


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_a_job_whose_child_dies_is_lost_alone(workers):
    jobs = ["satu", "mati", "dua", "mati", "tiga"]

    assert dict(run(jobs, killed, 5.0, workers)) == {
        0: b"satu", 1: None, 2: b"dua", 3: None, 4: b"tiga",
    }  # fmt: skip


def test_an_exception_inside_a_job_is_raised_here_with_its_traceback():
    with pytest.raises(JobError, match="ZeroDivisionError: "):
        list(run([1, 0, 2], lambda n: bytes(1 // n), 5.0, 2))


def test_a_job_that_asks_to_exit_is_lost_alone():
    def leave(word: str) -> bytes:
        if word == "pergi":
            raise SystemExit(0)
        return word.encode()

    assert dict(run(["satu", "pergi", "dua"], leave, 5.0, 1)) == {0: b"satu", 1: None, 2: b"dua"}


def pid(_job: int) -> bytes:
    return b"%d" % os.getpid()


def slow_pid(job: int) -> bytes:
    time.sleep(0.05)
    return pid(job)


def is_alive(child: int) -> bool:
    try:
        os.kill(child, 0)
    except ProcessLookupError:
        return False
    return True


def test_no_child_is_left_behind():
    found = [int(result) for _, result in run(range(6), slow_pid, 5.0, 3)]

    assert len(set(found)) == 3
    assert [child for child in found if is_alive(child)] == []


def test_who_stops_reading_stops_the_children():
    results = run(range(50_000), pid, 5.0, 1)
    child = int(next(results)[1])
    results.close()

    assert not is_alive(child)


def test_no_file_is_left_open():
    before = len(os.listdir("/dev/fd"))
    list(run(["satu", "mati", "dua"], killed, 5.0, 2))

    assert len(os.listdir("/dev/fd")) == before


def test_a_long_job_keeps_no_other_waiting():
    found = list(run([0.5, 0.0, 0.0, 0.0], lambda seconds: bytes(time.sleep(seconds) or 0), 5.0, 2))

    assert [number for number, _ in found] == [1, 2, 3, 0]


def test_a_child_inherits_what_was_read_before():
    lines = {"a": b"1", "b": b"2"}

    assert dict(run(["a", "b"], lines.__getitem__, 5.0, 2)) == {0: b"1", 1: b"2"}


@pytest.mark.parametrize("workers", [1, 2])
def test_a_reader_that_is_slow_costs_no_result(workers):
    found = {}
    for number, result in run(["satu", "dua", "tiga", "empat"], str.encode, 0.2, workers):
        found[number] = result
        time.sleep(0.3)

    assert found == {0: b"satu", 1: b"dua", 2: b"tiga", 3: b"empat"}


def test_a_runaway_child_ends_although_its_parent_was_killed():
    code = (
        "import os, sys\n"
        "from plugins.reading.pool import run\n"
        "from plugins.reading.body import render\n"
        "def work(text):\n"
        "    os.write(1, b'mulai\\n')\n"
        "    return render(text).excerpt.encode()\n"
        "list(run(['[' * 20_000], work, 0.5, 1))\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE) as parent:
        parent.stdout.readline()
        parent.kill()
        ended, _, _ = select.select([parent.stdout], [], [], 10.0)

        assert ended  # nobody holds the other end any more
        assert parent.stdout.read() == b""
