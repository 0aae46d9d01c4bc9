"""python tests/bench/timing.py COMMAND …: what a command took, as JSON on standard output.

A process of its own, and a small one: the peak that the system tells of a child begins with the
memory of the process that started it, and the benchmark holds all posts.
"""

import json
import os
import subprocess
import sys
import time


def main() -> int:
    started = time.perf_counter()
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    json.dump([wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss], sys.stdout)
    return process.returncode


if __name__ == "__main__":
    sys.exit(main())
