# SPDX-License-Identifier: AGPL-3.0-or-later
"""Start the application."""

from __future__ import annotations

import gc
import signal
import sys

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from redactor.gui.client import CaseClient
from redactor.gui.look import theme
from redactor.gui.window.tidying import Tidying
from redactor.gui.window.window import MainWindow, case_exists
from redactor.gui.wording import language


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
    """The main window, shown; the process for the case starts right after it is on screen."""
    client = CaseClient()
    with theme.undressed(application()):
        main = MainWindow(client)
    main.show()

    def begin() -> None:
        client.start()
        client.ask("warm", None, lambda problem: None)
        if path and case_exists(path):
            main.open_path(path, passphrase)
        # What is loaded by now is left out of every later collection.
        gc.freeze()

    QTimer.singleShot(0, begin)
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
