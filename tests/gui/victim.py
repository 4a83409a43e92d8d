# SPDX-License-Identifier: AGPL-3.0-or-later
"""A real window in a process of its own: opens a case, tells what it loaded, then decides without end.

Run as ``python -m tests.gui.victim CASE PASSPHRASE``; prints one JSON object a line.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from PySide6.QtCore import QTimer

from redactor.gui import run
from redactor.gui.casework.told.case import Moved
from redactor.gui.window.window import MainWindow

#: What must never be loaded where the window is drawn.
FORBIDDEN = ("pymupdf", "fitz", "spacy", "pikepdf", "pypdfium2", "rapidocr", "onnxruntime", "sqlcipher3", "torch")


def say(**what: Any) -> None:
    print(json.dumps(what), flush=True)


class Deciding:
    """Once a page is drawn: draw a box, undo it, draw another..., each when the last is in the journal."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.number = 0
        window.desk.pages.images.arrived.connect(lambda _: self.begin())

    def begin(self) -> None:
        if self.number == 0:
            loaded = [name for name in FORBIDDEN if name in sys.modules]
            say(shown=True, loaded=loaded, case_process=self.window.client.pid)
            self.window.client.moved.connect(self.moved)
            self.window.client.failed.connect(lambda problem: say(failed=repr(problem)))
            self.decide()

    def decide(self) -> None:
        self.number += 1
        key = self.window.desk.pages.current
        top = 20.0 + self.number % 700
        self.window.desk.client.ask(
            "redact",
            None,
            None,
            key=key,
            reason="TP",
            box=(30.0, top, 90.0, top + 8),
            fields={"who": f"box {self.number}"},
        )

    def moved(self, moved: Moved) -> None:
        say(decided=self.number, head=moved.head)
        QTimer.singleShot(0, self.decide)


def main() -> int:
    app = run.application()
    window = run.window(sys.argv[1], sys.argv[2])
    deciding = Deciding(window)
    assert deciding
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
