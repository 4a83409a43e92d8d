# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the release of a case looks: every setting with its choices in plain words, and what a choice risks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from redactor.gui.client import CaseClient
from redactor.gui.forms.base import Dialog
from redactor.gui.forms.saving import save
from redactor.gui.look.parts import Choice, Number, label
from redactor.gui.wording.language import tr
from redactor.review.release.settings import SETTINGS, Setting


class LooksDialog(Dialog):
    """Saves what was changed as one decision. The warning of a choice shows as soon as it is made."""

    def __init__(
        self, client: CaseClient, held: Mapping[str, str], writable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("How the release looks", parent, go="Save", width=560)
        self._client, self._held = client, dict(held)
        self.note("What you choose is part of what is approved: changing it later asks for approval again.")
        self.fields: dict[str, QComboBox | QSpinBox] = {}
        form = self.form()
        for name, setting in SETTINGS.items():
            field = self._field(setting, held.get(name, setting.default))
            field.setAccessibleName(tr(setting.title))
            field.setEnabled(writable)
            self.fields[name] = field
            form.addRow(tr(setting.title), field)
        self.warning = label("", "warn", wrap=True)
        self.body.addWidget(self.warning)
        self.go.setEnabled(writable)
        self._warn()

    def _field(self, setting: Setting, value: str) -> QComboBox | QSpinBox:
        if not setting.choices:
            number = Number()
            number.setRange(0, setting.most)
            number.setSpecialValueText(tr("No limit"))
            number.setSuffix(f" {tr(setting.unit)}")
            number.setToolTip(tr(setting.says))
            number.setValue(int(value))
            return number
        box = Choice(setting.title)
        for choice in setting.choices:
            says = tr(choice.says)
            box.add(says[:1].upper() + says[1:], choice.value)
        box.setCurrentIndex(max(box.findData(value), 0))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.currentIndexChanged.connect(lambda _: self._warn())
        return box

    def changes(self) -> dict[str, str]:
        """What differs from what holds, by the setting's name."""
        found = {}
        for name, field in self.fields.items():
            value = str(field.value()) if isinstance(field, QSpinBox) else str(field.currentData())
            if value != self._held.get(name):
                found[name] = value
        return found

    def _warn(self) -> None:
        chosen = [
            SETTINGS[name].choice(str(field.currentData())).warning
            for name, field in self.fields.items()
            if isinstance(field, QComboBox)
        ]
        self.warning.setText("\n\n".join(tr(text) for text in chosen if text))
        self.warning.setVisible(bool(self.warning.text()))

    def try_accept(self) -> None:
        changes = self.changes()
        save(self, self._client, "looks", changes, values=changes)
