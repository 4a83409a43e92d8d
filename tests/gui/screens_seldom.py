# SPDX-License-Identifier: AGPL-3.0-or-later
"""The screens seldom seen, for :mod:`tests.gui.screenshots`: menus, forms and lists behind them, the tour, the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.gui.screenshots import Photographer

#: Actions whose dialog shows what the case holds as it stands. Those that ask for a file first are not among them.
DIALOGS = (
    "known", "withhold_pages", "note", "hand_over", "letter", "sent", "again", "statement", "keeping",
    "report", "cases", "lists", "roster", "preferences", "palette", "about",
)  # fmt: skip


def seldom(camera: Photographer, window: Any) -> None:
    """Take them all; the case is open, pages are in view."""
    desk, act = window.desk, window.actions_by_name
    desk.pages.go_to(desk.case.pages[0].key)
    camera.wait(lambda: desk.pages.overlay.fresh(desk.case.pages[0].key))
    for menu in window.menuBar().actions():
        menu.menu().popup(window.mapToGlobal(window.menuBar().actionGeometry(menu).bottomLeft()))
        camera.take("menu-" + menu.text().replace("&", "").lower(), menu.menu())
        menu.menu().close()
    for name in DIALOGS:
        camera.dialog(name.replace("_", "-"), act[name].trigger)
    rows = desk.case.documents
    long = max(rows, key=lambda row: row.pages)
    camera.dialog("describe", lambda: desk.arranging.describe(rows[0]))
    camera.dialog("split-document", lambda: desk.arranging.split(long))
    camera.dialog("leave-out", lambda: desk.arranging.leave_out(rows[0]))
    camera.dialog("replace", lambda: desk.arranging.replace(rows[0]))
    camera.dialog("titles", desk.arranging.confirm)
    most = max(desk.people.values(), key=lambda person: person.mentions)
    camera.dialog("split-person", lambda: desk.people_work.split(most))
    act["review"].trigger()
    camera.wait(lambda: desk.review.list.rows)
    camera.take("review", window)
    window.tour.begin()
    for number in range(4):
        camera.take(f"tour-{number + 1}", window)
        window.tour.next()
    window.tour.end()
    window.lock()
    camera.take("locked", window)
