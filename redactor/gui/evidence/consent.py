# SPDX-License-Identifier: AGPL-3.0-or-later
"""One other person: consent asked and answered, the five factors, and beside it what follows from the record."""

from __future__ import annotations

import datetime

from PySide6.QtWidgets import QFileDialog, QWidget

from redactor.domain.catalogue import catalogue, releases
from redactor.domain.saying import said_all, say
from redactor.gui.client import CaseClient
from redactor.gui.forms.facts import FactsDialog
from redactor.gui.forms.saving import save
from redactor.gui.look.parts import button
from redactor.gui.wording.dates import iso
from redactor.gui.wording.hints import without_commands
from redactor.gui.wording.language import tr
from redactor.review.request.consent import ANSWERS, DATES, FACTORS, TEXTS, Standing, follows

PARTS = (
    (say("Their consent: paragraph 16(2)(a)"), ("asked", "answer", "answered", "scope", "form")),
    (say("Without it: the five factors of paragraph 16(3)"), (*FACTORS, "reasonable")),
    (say("Other grounds"), ("known", "died", "confidence", "what")),
    (say("If it is decided otherwise"), ("override",)),
)
NAMES = said_all(
    {
        **{name: question for name, question in catalogue()["TP"].fields if name in FACTORS},
        "asked": "Asked for their consent on",
        "answer": "What they answered",
        "answered": "They answered on",
        "scope": "What their consent covers",
        "form": "In what form they answered",
        "reasonable": "All in all: is it reasonable to disclose without their consent?",
        "known": dict(releases()["KNOWN"].fields)["known"],
        "died": "When did they die, if they have died?",
        "confidence": "Does a duty of confidence outlive them, and to whom does it matter?",
        "what": "What is it, if it is no person?",
        "override": "Why does it stay as decided all the same?",
    }
)


class ConsentDialog(FactsDialog):
    def __init__(
        self, client: CaseClient, standing: Standing, requester: str, writable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("What is on record about {name}", name=standing.person.name), "What follows", parent, writable=writable
        )
        self._client = client
        self._standing = standing
        record = standing.record
        values = {name: record.text(name) for name in (*FACTORS, *TEXTS)}
        values |= {"asked": str(record.asked or ""), "answered": str(record.answered or "")}
        values |= {"answer": str(record.answer), "reasonable": record.reasonable}
        choices = {
            "answer": {str(answer): text for answer, text in ANSWERS.items()},
            "reasonable": {"": tr("Not judged yet"), "yes": tr("Yes, it is reasonable"), "no": tr("No, it is not")},
        }
        self.fill(PARTS, NAMES, values, choices, DATES, (*FACTORS, "override"))
        self.letter_button = button("Write the letter that asks them…", self._letter)
        self.letter_button.setAutoDefault(False)
        self.side.insertWidget(self.side.count() - 1, self.letter_button)

    def follow(self) -> None:
        typed = {name: (iso(text) if name in DATES else text) for name, text in self.changes().items()}
        facts = {name: text for name, text in typed.items() if text is not None}
        facts.setdefault("answered", str(self._standing.record.answered or ""))
        record = self._standing.record.changed(facts)
        found = follows(self._standing.person, record)
        open_ = [name for name in FACTORS if not record.text(name)]
        self.headline.setText(
            {"disclose": tr("Left in"), "redact": tr("Held back"), "": tr("Not settled by the record")}[found.outcome]
        )
        weighed = tr("{number} of the five factors are on record.", number=len(FACTORS) - len(open_))
        self.told.setText(f"{tr(found.why)}.\n\n{weighed}" if found.why else weighed)
        decided = {
            "redact": tr("It is decided to hold back what is about them."),
            "disclose": tr("It is decided to leave them in, wherever they are named."),
        }
        now = decided.get(self._standing.decided, tr("Nothing is decided about them yet."))
        gaps = "".join("\n" + tr("To do: {gap}.", gap=gap) for gap in self._standing.gaps)
        self.hint.setText(f"{now}{gaps}")

    def try_accept(self) -> None:
        changes = self.changes()
        save(self, self._client, "consent", changes, person=self._standing.person.id, facts=changes)

    def _letter(self) -> None:
        day = f"{datetime.date.today():%Y-%m-%d}"
        path, _ = QFileDialog.getSaveFileName(self, tr("Letter"), f"letter {day}.pdf", tr("PDF (*.pdf);;Text (*.txt)"))
        if path:
            self._client.ask(
                "consent_letter",
                lambda _: self.hint.setText(tr("Written: {path}", path=path)),
                lambda problem: self.hint.setText(without_commands(f"{problem.what}. {problem.do}.")),
                person=self._standing.person.id,
                path=path,
                information=self.values()["information"],
            )
