# SPDX-License-Identifier: AGPL-3.0-or-later
"""The fields a form is made of: what stands in one, and putting something into it as if it was typed."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

Field = QLineEdit | QComboBox | QPlainTextEdit


def put(field: Field, value: str) -> None:
    if isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(value))
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(value)
    else:
        field.setText(value)


def read(field: Field) -> str:
    """Dates as they were typed; blanks around it do not count, but in a passphrase they do."""
    if isinstance(field, QComboBox):
        return str(field.currentData())
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText().strip()
    return field.text() if field.echoMode() is QLineEdit.EchoMode.Password else field.text().strip()
