# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.gui.guide_pictures``: takes the pictures of the user guide anew, from the real window on the demo.

Run it (under Xvfb, or offscreen) whenever a screen of the guide has changed. ``--case`` uses an analysed copy.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from redactor.domain import demo
from redactor.gui.window.guide import GUIDE
from tests.gui.screenshots import PASSPHRASE, Photographer, make_case

SIZE = (1280, 720)
WIDTH = 800


class GuidePhotographer(Photographer):
    def __init__(self, app: Any) -> None:
        super().__init__(app, GUIDE.parent, "light")

    def take(self, name: str, window: Any) -> None:
        from PIL import Image
        from PySide6.QtCore import Qt

        for _ in range(25):
            self.app.processEvents()
            time.sleep(0.01)
        picture = window.grab()
        if picture.width() > WIDTH:
            picture = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
        file = self.folder / f"{name}.png"
        picture.save(str(file))
        with Image.open(file) as taken:
            few = taken.convert("RGB").quantize(192)  # a screen has few colours: a third of the size
        few.save(file, optimize=True)


def take_all(app: Any, case: Path) -> None:
    from redactor.gui import run
    from redactor.gui.casework.told.case import Standing, Who
    from redactor.gui.gate.forms import ApproveDialog
    from redactor.gui.look import theme

    theme.choose("light")
    window = run.window()
    window.resize(*SIZE)
    desk, pages = window.desk, window.desk.pages
    camera = GuidePhotographer(app)
    window.open_path(str(case), PASSPHRASE)
    camera.wait(lambda: desk.counted and desk.counted.complete)
    camera.wait(lambda: pages.images.any(pages.current) and pages.overlay.fresh(pages.current))
    marks = [m for m in pages.overlay.marks(pages.current).marks if m.status == "proposed" and m.boxes]
    pages.choose(pages.current, marks[len(marks) // 3])
    camera.take("desk", window)
    pages.chosen = None
    desk.card.hide()
    desk.tabs.setCurrentIndex(1)
    desk.people_panel.choose(next(p for p in desk.people_panel._people if p.role == "third_party").id)
    camera.wait(lambda: desk.people_panel.said.accessibleName())
    camera.take("people", window)
    turn = desk.counted.turn
    desk.decisions.accept()
    camera.wait(lambda: desk.counted.turn > turn and desk.counted.complete)
    desk.compare.look("both")
    released = desk.compare.released
    camera.wait(lambda: released.images.any(released.current))
    camera.take("both", window)
    desk.compare.look("source")
    got: list[Any] = []
    window.client.ask("changes", got.append)
    camera.wait(lambda: got)
    lead = Who("Peter Hollis", "team-lead", "01", "")
    standing = Standing("submitted", "Amina Rashid", "2026-11-20T15:10:00.000000Z")
    unread = ("The sample of what stays readable was not read",)
    office = "Harrowmere Borough Council"
    camera.dialog(
        "approve",
        lambda: ApproveDialog(window.client, lead, standing, got[0], None, office, unread, window).exec(),
    )
    window.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", type=Path, help="an analysed case of the demo's papers, to be copied")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CONFIG_HOME"] = scratch
        case = Path(scratch) / "Dunmore.case"
        if arguments.case:
            shutil.copy(arguments.case, case)
        else:
            make_case(case, demo.FOLDER)
        from redactor.gui import run

        take_all(run.application(), case)


if __name__ == "__main__":
    main()
