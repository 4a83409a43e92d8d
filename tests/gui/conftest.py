# SPDX-License-Identifier: AGPL-3.0-or-later
"""A real window for each test, on real case files; settings of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from redactor.gui import run
from redactor.gui.look import theme
from redactor.gui.window.tidying import Tidying
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.workers.pool import Pool
from tests.gui.hand import Hand
from tests.gui.papers import SUBJECT, make_papers

PASSPHRASE = "nine green bottles"


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    """Nothing of a test stays behind, nothing of the machine gets in."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    theme.read_again()


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application as it is dressed for use, with rubbish collected in the window's own thread alone."""

    def make(_: list[str]) -> object:
        app = run.application()
        Tidying(app)
        return app

    return make  # type: ignore[return-value]


@pytest.fixture(scope="session")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with the papers taken in and analysed, to be copied."""
    folder = tmp_path_factory.mktemp("analysed")
    papers = make_papers(folder / "papers")
    path = folder / "holt.case"
    with new_case(path, PASSPHRASE, reference="SAR-7", subject=SUBJECT) as case, Pool(slots=1) as pool:
        add_paths(case, [papers], pool)
        analyse(case, pool)
    return path


@pytest.fixture
def case_path(analysed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(analysed, tmp_path / "holt.case"))


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[..., Hand]]:
    """Opens a window, with a case when one is given; closes it afterwards."""
    hands: list[Hand] = []

    def open_one(path: Path | None = None, passphrase: str = PASSPHRASE) -> Hand:
        window = run.window(str(path) if path else "", passphrase if path else None)
        window.resize(1280, 760)
        with qtbot.waitExposed(window):
            pass
        hand = Hand(qtbot, window)
        hands.append(hand)
        if path:
            hand.opened()
            hand.settled_down()
        return hand

    yield open_one
    for hand in hands:
        if hand.desk.reason_open:
            # Nobody is here to answer whether what was typed may go.
            hand.desk.close_reason()
        hand.window.close()
        hand.window.deleteLater()
