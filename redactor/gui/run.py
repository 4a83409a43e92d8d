# SPDX-License-Identifier: AGPL-3.0-or-later
"""Start the application."""

from __future__ import annotations

import gc
import signal
import sys
from importlib import import_module

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from redactor.gui.client import CaseClient
from redactor.gui.look import theme
from redactor.gui.window.tidying import Tidying
from redactor.gui.window.window import MainWindow, case_exists
from redactor.gui.wording import language

#: What takes longest to load of the desk, in the order it is needed.
LATER = (
    "domain.journal", "gui.casework.told.case", "review.todo_items", "review.request.opinions", "review.state",
    "review.decisions.effective", "gui.casework.process", "gui.panels.people", "gui.panels.todo",
    "gui.surface.surface", "gui.casework.told.outgoing", "gui.evidence.evidence", "gui.releasing.aftermath",
    "gui.desk", "gui.window.tryout",
)  # fmt: skip
#: Milliseconds that a painted window takes to be seen; and how long is waited for one that is not painted, because it
#: starts as an icon.
SEEN, UNSEEN = 20, 1500


def application() -> QApplication:
    """The one QApplication, dressed."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Redactor")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("redactor")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    language.use(app)
    theme.use(app)
    return app


def window(path: str = "", passphrase: str | None = None) -> MainWindow:
    """The main window, shown; the process for the case starts right after it is on screen, and what the desk is made
    of is loaded, a little at a time, so that the window answers meanwhile."""
    client = CaseClient()
    application()
    theme.read_again()
    with theme.undressed():
        main = MainWindow(client)
    rest = iter(LATER)

    def begin() -> None:
        begun.stop()
        client.start()
        client.ask("warm", None, lambda problem: None)
        load()

    def load() -> None:
        if not main.isVisible():
            return  # closed again already
        if name := next(rest, ""):
            import_module(f".{name}", "redactor")
            QTimer.singleShot(0, load)
            return
        main.furnish()
        if path and case_exists(path):
            main.open_path(path, passphrase)
        # What is loaded by now is left out of every later collection.
        gc.freeze()

    begun = QTimer(main, singleShot=True, interval=UNSEEN)
    begun.timeout.connect(begin)
    begun.start()
    # A window that paints late, or was an icon until now, has begun: it begins once.
    main.painted.connect(lambda: begun.start(SEEN) if begun.isActive() else None)
    main.show()
    return main


def run(argv: list[str], passphrase: str | None = None) -> int:
    """Run until the window closes; the exit status."""
    app = application()
    # Ctrl+C in the shell that started it ends it; Python sees the signal only when it runs, hence the timer.
    signal.signal(signal.SIGINT, lambda *_: app.quit())
    ticking = QTimer()
    ticking.timeout.connect(lambda: None)
    ticking.start(500)
    tidying = Tidying(app)
    main = window(argv[0] if argv else "", passphrase)
    status = app.exec()
    tidying.stop()
    main.client.close()
    return status
