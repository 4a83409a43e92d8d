# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a worker process does before its first task. Imports little: it runs in every worker."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import signal
import sys
import threading
from multiprocessing import parent_process

_PR_SET_PDEATHSIG = 1
#: Set to anything, workers keep their standard output and error: for tracing a fault.
SHOW_OUTPUT = "REDACTOR_WORKER_OUTPUT"
#: Libraries that would start a thread for each processor; a worker is one of several and keeps to one.
_ONE_THREAD = (
    *("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"),
    "OPENCV_FOR_THREADS_NUM",
)


def begin(parent: int, nice: int) -> None:
    """Make this process a good worker: low priority, no core dumps, silent, and gone when its parent is.

    ``parent`` is the process id that started it; ``nice`` is added to its niceness (on Windows anything
    above 0 means below normal priority).
    """
    for name in _ONE_THREAD:
        os.environ.setdefault(name, "1")
    # An interrupt from the keyboard reaches the whole group; the parent decides what becomes of its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _no_core_dumps()
    _lower_priority(nice)
    collect_seldom()
    _die_with(parent)
    if not os.environ.get(SHOW_OUTPUT):
        _be_silent()


def collect_seldom() -> None:
    """Look for rings of dead objects less often: among all that the libraries loaded keep alive that took a tenth of
    the time, and our work leaves few."""
    gc.set_threshold(20_000, 25, 25)


def worker_pid() -> int:
    """The first task of every worker: who it is."""
    return os.getpid()


def _no_core_dumps() -> None:
    # A core dump is the case's plaintext on disk.
    if sys.platform == "win32":
        import msvcrt

        msvcrt.SetErrorMode(msvcrt.SEM_FAILCRITICALERRORS | msvcrt.SEM_NOGPFAULTERRORBOX)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _lower_priority(nice: int) -> None:
    if nice <= 0:
        return
    if sys.platform == "win32":
        import psutil

        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        with contextlib.suppress(OSError):
            os.nice(nice)


def _die_with(parent: int) -> None:
    """End this process when its parent ends, however it ends.

    Linux does it (prctl(2), PR_SET_PDEATHSIG), even inside a long call of C code. A thread that waits for
    the parent does it everywhere, as soon as Python code runs again.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
    threading.Thread(target=_leave_after_parent, name="parent-watch", daemon=True).start()


def _leave_after_parent() -> None:
    process = parent_process()
    if process is not None:
        process.join()
        os._exit(1)


def _be_silent() -> None:
    """Libraries of C print what they like, file names and text among it; nobody reads it here."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for descriptor in (1, 2):
            os.dup2(nowhere, descriptor)
        os.close(nowhere)
