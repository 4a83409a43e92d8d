# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.gui.screenshots FOLDER``: a picture of every screen of the real window on the demo case.

Light, dark and high contrast, at 1280x720, 1600x1000 and 2560x1440; with ``--scale 200`` at 1280x800, 1920x1080 and
2560x1440, each screen twice as large, as on a laptop with small pixels or for eyes that need it; with ``--scale 150``
between. Run it under Xvfb or on a display; it makes a case of its own from the demo bundle (or ``--papers``), analyses
it once, and takes a copy for each theme.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from redactor.domain.catalogue import RESOURCES
from redactor.review.release.settings import effective_settings
from tests.gui.screens_seldom import seldom

PASSPHRASE = "nine green bottles"
#: By scale in per cent; in the display's own pixels.
SIZES = {
    100: ((1280, 720), (1600, 1000), (2560, 1440)),
    150: ((1920, 1080), (2400, 1500)),
    200: ((1280, 800), (1920, 1080), (2560, 1440)),
}
THEMES = ("light", "dark", "contrast")


def make_case(path: Path, papers: Path) -> None:
    from redactor.operations.finding.analyse import analyse
    from redactor.operations.intake.intake import add_paths
    from redactor.operations.request.case import new_case
    from redactor.workers.pool import Pool

    facts = json.loads((RESOURCES / "demo" / "case.json").read_text(encoding="utf-8"))
    about = {name: facts[name] for name in ("reference", "subject", "aliases", "dob")}
    with new_case(path, PASSPHRASE, **about) as case, Pool(slots=2) as pool:
        add_paths(case, sorted(papers.glob("*.pdf")), pool)
        analyse(case, pool)


class Photographer:
    def __init__(self, app: Any, folder: Path, look: str) -> None:
        self.app, self.folder, self.look = app, folder, look
        self.number = 0

    def wait(self, until: Callable[[], object], seconds: float = 60.0) -> None:
        end = time.monotonic() + seconds
        while not until():
            if time.monotonic() > end:
                raise SystemExit("a screen never came")
            self.app.processEvents()
            time.sleep(0.01)

    def take(self, name: str, window: Any) -> None:
        for _ in range(25):
            self.app.processEvents()
            time.sleep(0.01)
        self.number += 1
        file = self.folder / f"{self.look}-{self.number:02d}-{name}.png"
        window.grab().save(str(file))

    def dialog(self, name: str, opens: Callable[[], object], prepare: Callable[[Any], object] | None = None) -> None:
        from PySide6.QtCore import QTimer

        def shoot() -> None:
            found = self.app.activeModalWidget()
            if found is None:
                QTimer.singleShot(50, shoot)
                return
            if prepare is not None:
                prepare(found)
            self.take(name, found)
            taken.append(name)
            found.done(0)

        taken: list[str] = []
        QTimer.singleShot(50, shoot)
        opens()
        # Some ask the case first, and open when it has answered.
        self.wait(lambda: taken)


def keep(camera: Photographer, window: Any) -> None:
    """A box with its handles, the rest of a page hidden, search by a pattern, papers that came late, the bars."""
    from redactor.domain.geometry import Box
    from redactor.gui.casework.told.case import Scans
    from redactor.gui.deciding.rest import RestDialog
    from redactor.gui.gate.sample import SampleDialog
    from redactor.gui.pages.selection import Selection, select_words

    desk, pages = window.desk, window.desk.pages
    first = desk.case.pages[0]
    document = desk.case.documents[0]
    pages.go_to(first.key)
    camera.wait(lambda: pages.overlay.words(first.key) and pages.overlay.fresh(first.key))
    pages.select(Selection(first.key, (Box(120, 180, 330, 240),), "", None))
    camera.take("box", window)
    words = pages.overlay.words(first.key)
    pages.select(select_words(words, 24, 40))
    desk.keeping.keep_only()
    camera.wait(lambda: desk.reason_open)
    camera.take("keep", window)
    desk.reason._fields["why"].setPlainText("The log of a whole house")
    head = desk.moved.head
    desk.reason.save()
    camera.wait(lambda: desk.moved.head > head and pages.overlay.fresh(first.key))
    camera.take("rest-hidden", window)
    camera.dialog("keep-people", lambda: RestDialog(window.client, document, 1, window).exec())
    head = desk.moved.head
    desk.decisions.undo()
    camera.wait(lambda: desk.moved.head > head)
    desk.finding.show()
    desk.search.run("*ing", "pattern")
    camera.wait(lambda: desk.search.hits)
    camera.take("pattern", window)
    desk.people_panel.merging.ask([p for p in desk.people.values() if p.role == "third_party"][:2])
    desk.tabs.setCurrentWidget(desk.people_panel)
    camera.take("merge", window)
    desk.people_panel.merging.hide()
    window.status.scans.show_scans(Scans(7, 140.0))
    camera.take("scans", window)
    window.status.scans.show_scans(Scans(0))
    desk.notice.tell(
        "Exported and verified: 41 pages, 668 redactions, 12 rules checked by a second program. "
        "/home/ann/cases/Dunmore release\n101 boxes may show by their width what they hide: scans, and pages burned "
        "as they were.",
        "good", "Open the folder", lambda: None,
    )  # fmt: skip
    camera.take("exported", window)
    desk.notice.hide()
    lines = [line for line in words.text.splitlines() if len(line) > 30][:12]
    passages = [(n, *first.key, ("high", "middle", "low")[n % 3], line) for n, line in enumerate(lines)]
    names = desk.names
    camera.dialog("sample", lambda: SampleDialog(window.client, passages, 240, names, window).exec())


def walk(
    app: Any,
    folder: Path,
    look: str,
    size: tuple[int, int],
    case: Path,
    part: str,
    camera: Photographer | None = None,
) -> None:
    """``look`` names the pictures and begins with the theme; ``size`` in logical pixels; ``part``: "all", or "seldom"
    for the screens behind the menus only. ``camera`` may look at the screens for something else."""
    from PySide6.QtCore import QEvent

    from redactor.gui import run
    from redactor.gui.look import theme as looks
    from redactor.gui.start.passphrase import PassphraseDialog

    looks.choose(look.partition("-")[0])
    own = folder / "working.case"
    shutil.copy(case, own)
    window = run.window()
    window.resize(*size)
    desk, pages = window.desk, window.desk.pages
    camera = camera or Photographer(app, folder, look)
    camera.take("start", window)
    window.new_case()
    camera.take("new-case", window)
    camera.dialog("passphrase", lambda: PassphraseDialog(window.client, str(own), window).exec())
    window.open_path(str(own), PASSPHRASE)
    camera.wait(lambda: desk.counted and desk.counted.complete)
    camera.wait(lambda: pages.images.any(pages.current) and pages.overlay.fresh(pages.current))
    if part == "all":
        daily(camera, window)
    seldom(camera, window)
    window.close()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    own.unlink()


def daily(camera: Photographer, window: Any) -> None:
    """What somebody sees who decides a case, in that order."""
    from redactor.gui.casework.told.case import Standing, Who
    from redactor.gui.evidence.consent import ConsentDialog
    from redactor.gui.evidence.looks import LooksDialog
    from redactor.gui.gate.forms import ApproveDialog, SubmitDialog
    from redactor.gui.gate.identity import IdentityDialog
    from redactor.gui.pages.selection import select_words
    from redactor.gui.window.help import LegendDialog, ShortcutsDialog

    desk, pages = window.desk, window.desk.pages
    camera.take("desk", window)
    key = pages.current
    marks = [m for m in pages.overlay.marks(key).marks if m.status == "proposed" and m.boxes]
    pages.choose(key, marks[len(marks) // 3])
    camera.take("card", window)
    pages.choose(key, next(m for m in marks if m.kind == "mention"))
    desk.marking.leave()
    camera.take("leave-in-why", window)
    desk.card.hide()
    desk.tabs.setCurrentIndex(1)
    camera.take("people", window)
    facts = {"received": "2026-11-02", "identity_asked": "2026-11-03", "identity_given": "2026-11-09"}
    window.client.ask("request", None, facts=facts)
    camera.wait(lambda: desk.evidence.clock and desk.evidence.clock.due)
    camera.dialog("request", desk.evidence.show_request)
    camera.dialog("classes", desk.evidence.show_opinions)
    ledgers: list[Any] = []
    window.client.ask("opinions_now", ledgers.append)
    camera.wait(lambda: ledgers)
    window.client.ask("classes", None, classes={row.id: row.kind for row in ledgers[0].classes})
    camera.dialog("opinions", desk.evidence.show_opinions, lambda d: d.tabs.setCurrentIndex(1))
    held = effective_settings({"box-label": "person", "volume-mb": "25"})
    camera.dialog("looks", lambda: LooksDialog(window.client, held, True, window).exec())
    other = next(p for p in desk.people_panel._people if p.role == "third_party")
    desk.people_panel.choose(other.id)
    camera.take("person", window)
    several = [p.id for p in desk.people_panel._people if p.role == "third_party"][:4]
    desk.people_panel.list.select_keys(several)
    camera.take("several-people", window)
    desk.people_work.go_through_unsaid()
    camera.take("unsaid", window)
    desk.people_panel.works_here()
    camera.take("works-here", window)
    desk.people_panel.work.hide()
    desk.people_panel.choose(other.id)
    said = {"asked": "2026-11-03", "answer": "refused", "answered": "2026-11-10", "information": "What she told the GP"}
    window.client.ask("consent", None, person=other.id, facts=said)
    standings: list[Any] = []
    window.client.ask("consent_of", standings.append, person=other.id)
    camera.wait(lambda: standings)
    camera.dialog("consent", lambda: ConsentDialog(window.client, standings[0], "subject", True, window).exec())
    desk.tabs.setCurrentIndex(2)
    camera.take("this-page", window)
    pages.chosen = None
    desk.card.hide()
    desk.finding.show()
    desk.search.field.setText("school")
    desk.search._ask()
    camera.wait(lambda: desk.search.list.rows)
    camera.take("find", window)
    desk.going.next_to_decide()
    camera.take("to-do", window)
    together(camera, window)
    turn = desk.counted.turn
    desk.decisions.accept()
    camera.wait(lambda: desk.counted.turn > turn and desk.counted.complete)
    desk.going.next_to_decide()
    camera.take("accepted", window)
    words = pages.overlay.words(pages.current)
    pages.select(select_words(words, 30, 52))
    camera.take("selected", window)
    desk.marking.harm()
    if not desk.reason_open:
        desk.marking.harm()  # out of view, it is shown first
    camera.take("harm", window)
    desk.reason.save()
    camera.wait(lambda: any(item.kind == "missing_field" for item in desk.counted.todo))
    camera.take("harm-marked", window)
    pages.set_zoom(3.0)
    camera.take("zooming", window)
    camera.wait(lambda: not pages.images._out and not pages.images._wanted)
    camera.take("zoomed", window)
    pages.fit()
    compare = desk.compare
    compare.look("released")
    camera.wait(lambda: compare.released.ready(pages.current))
    camera.take("released", window)
    compare.look("both")
    camera.wait(lambda: compare.released.ready(pages.current))
    camera.take("side-by-side", window)
    compare.look("source")
    keep(camera, window)
    desk.strip.begin("Analysing")
    desk.strip.tell(812, 2000, "Reading scans: 07 Harrowmere Park Academy.pdf, page 12")
    desk.notice.tell(
        "3 files not taken in: minutes.docx: not a kind of file Redactor opens. Save it as PDF and add that."
    )
    camera.take("working", window)
    desk.strip.end()
    desk.notice.hide()
    who = Who("Ada Khan", "caseworker", "00", "")
    desk.who = who
    camera.dialog(
        "sign-in", lambda: IdentityDialog(window.client, [], window).exec(), lambda d: d.tabs.setCurrentIndex(0)
    )
    camera.dialog(
        "sign-in-new", lambda: IdentityDialog(window.client, [], window).exec(), lambda d: d.tabs.setCurrentIndex(1)
    )
    lacks: list[Any] = []
    window.client.ask("letter_lacks", lacks.append)
    camera.wait(lambda: lacks)
    pages_ = len(desk.case.pages)
    camera.dialog("submit", lambda: SubmitDialog(window.client, who, pages_, desk.counted, lacks[0], window).exec())
    got: list[Any] = []
    window.client.ask("changes", got.append)
    camera.wait(lambda: got)
    lead = Who("Tom Reyes", "team-lead", "01", "")
    submitted = Standing("submitted", "Amina Rashid", "2026-11-20T15:10:00.000000Z")
    camera.dialog(
        "approve",
        lambda: ApproveDialog(window.client, lead, submitted, got[0], desk.counted, "", (), window).exec(),
    )
    camera.dialog("export", lambda: desk.exports.export())
    camera.dialog("legend", lambda: LegendDialog(window).exec())
    camera.dialog("shortcuts", lambda: ShortcutsDialog(window).exec())


def together(camera: Photographer, window: Any) -> None:
    """Things of one kind decided in one step: as it opens, and with some of them marked."""
    desk, panel = window.desk, window.desk.together
    for kind in ("harm_cue", "possible"):
        first = next((item for item in desk.todo._items() if item.kind == kind), None)
        if first is None or not desk.todo.list.select_key(first.id, quiet=False) or len(desk.todo.alike()) < 2:
            continue
        desk.deciding_together.show()
        camera.wait(lambda: desk.right.currentWidget() is panel)
        panel.choose("redact")
        panel.choose("leave")
        camera.take(f"together-{kind}".replace("_", "-"), window)
        panel.cancelled.emit()
        desk.notice.hide()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--papers", type=Path, default=RESOURCES / "demo")
    parser.add_argument("--case", type=Path, help="an analysed case to keep and use again")
    parser.add_argument("--only", help="light-1280x720 and the like")
    parser.add_argument("--scale", type=int, default=100, choices=sorted(SIZES), help="per cent")
    parser.add_argument("--language", default="en", choices=("en", "cy"))
    parser.add_argument("--part", default="all", choices=("all", "seldom"))
    arguments = parser.parse_args()
    names = [f"{theme}-{width}x{height}" for theme in THEMES for width, height in SIZES[arguments.scale]]
    if arguments.only not in (None, *names):
        parser.error(f"at {arguments.scale}% there are {', '.join(names)}")
    arguments.folder.mkdir(parents=True, exist_ok=True)
    os.environ["QT_SCALE_FACTOR"] = str(arguments.scale / 100)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CONFIG_HOME"] = scratch
        case = arguments.case or Path(scratch) / "Dunmore.case"
        if not case.exists():
            make_case(case, arguments.papers)
        from redactor.gui import run
        from redactor.gui.wording import language

        app = run.application()
        language.use(app, arguments.language)
        for theme in THEMES:
            for width, height in SIZES[arguments.scale]:
                name = f"{theme}-{width}x{height}"
                if arguments.only in (None, name):
                    logical = (width * 100 // arguments.scale, height * 100 // arguments.scale)
                    look = name if arguments.scale == 100 else f"{name}@{arguments.scale}"
                    look += "" if arguments.language == "en" else f"-{arguments.language}"
                    walk(app, arguments.folder, look, logical, case, arguments.part)


if __name__ == "__main__":
    main()
