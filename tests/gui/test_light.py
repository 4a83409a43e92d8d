# SPDX-License-Identifier: AGPL-3.0-or-later
"""The window's own process loads nothing that opens cases, reads papers or finds people: it is up at once, and what
goes wrong with a file cannot take it down."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "PIL", "cryptography", "numpy", "onnxruntime", "pikepdf", "pymupdf", "pypdfium2", "rapidfuzz", "rapidocr",
    "reportlab", "spacy", "sqlcipher3", "sqlite_utils", "xlsxwriter", "redactor.casefile.store",
    "redactor.operations.view", "redactor.detect",
)  # fmt: skip


def test_the_window_loads_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "from redactor.gui import run\n"
        "from redactor.gui.casework.process import serve\n"
        "app = run.application()\n"
        "from redactor.gui.client import CaseClient\n"
        "from redactor.gui.window.window import MainWindow\n"
        "window = MainWindow(CaseClient())\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip().splitlines()[-1] == "[]"


def test_the_start_page_shows_before_anything_else_is_loaded() -> None:
    script = (
        "import sys\n"
        "from redactor.gui import run\n"
        "run.application()\n"
        "window = run.window()\n"
        "seen = []\n"
        "window.painted.connect(lambda: seen.extend(name for name in sys.modules if name.startswith('redactor.')))\n"
        "while not seen:\n"
        "    run.application().processEvents()\n"
        "late = ('redactor.gui.desk', 'redactor.gui.casework', 'redactor.review', 'redactor.operations',\n"
        "        'redactor.gui.forms.base')\n"
        "print([name for name in seen if name.startswith(late)])\n"
        "print('redactor.gui.desk' in sys.modules, window.desk is window.desk, 'redactor.gui.desk' in sys.modules)\n"
        "window.close()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.splitlines()[-2:] == ["[]", "False True True"], done.stderr


def test_a_window_that_paints_late_starts_its_work_once() -> None:
    """On a slow PC, or when it begins as an icon, the window shows after its work has begun."""
    script = (
        "from time import monotonic\n"
        "from redactor.gui import run\n"
        "app = run.application()\n"
        "window = run.window()\n"
        "while not window.client.pid:\n"
        "    app.processEvents()\n"
        "first = window.client.pid\n"
        "window.painted.emit()\n"
        "end = monotonic() + 10 * run.SEEN / 1000\n"
        "while monotonic() < end:\n"
        "    app.processEvents()\n"
        "print(window.client.pid == first)\n"
        "window.close()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.splitlines()[-1] == "True", done.stderr


def test_the_command_loads_nothing_for_the_window_but_the_window() -> None:
    script = (
        "import sys\n"
        "from redactor.cli import main\n"
        "status = main(['gui', '/no such case'])\n"
        "below = ('redactor.operations', 'redactor.casefile')\n"
        "print(status, [name for name in sys.modules if name.startswith(below)])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "2 []"


def test_nothing_is_read_or_looked_through_for_nothing_while_it_starts() -> None:
    script = (
        "import gc, linecache\n"
        "from redactor.gui.starting import lightly\n"
        "lightly()\n"
        "from redactor.gui import run\n"
        "print(gc.isenabled(), [name for name in linecache.cache if 'redactor' in name])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "False []"
