# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501 (one rule of the style sheet a line)
"""The style sheet, made of the theme's colours."""

from __future__ import annotations

from redactor.domain.catalogue import RESOURCES
from redactor.gui.look.colours import Colours


def sheet(c: Colours) -> str:
    return f"""
    QMainWindow, QDialog {{ background: {c.window}; }}
    QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: 6px; }}
    QMenuBar {{ background: {c.window}; padding: 2px 6px; }}
    QMenuBar::item {{ padding: 5px 9px; border-radius: 4px; background: transparent; }}
    QMenuBar::item:selected {{ background: {c.chosen}; }}
    QMenu {{ background: {c.raised}; border: 1px solid {c.line}; padding: 4px; }}
    QMenu::item {{ padding: 6px 28px 6px 22px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.chosen}; color: {c.text}; }}
    QMenu::item:disabled {{ color: {c.faint}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
    QToolBar {{ background: {c.window}; border: 0; border-bottom: 1px solid {c.line}; spacing: 4px; padding: 4px 8px; }}
    QToolButton {{ padding: 5px 9px; border-radius: 5px; border: 1px solid transparent; }}
    QToolButton[popupMode="2"] {{ padding-right: 18px; }}
    QToolButton#more::menu-indicator {{ image: none; }}
    QToolButton::menu-indicator {{ subcontrol-origin: padding; subcontrol-position: right center; right: 5px; }}
    QToolButton:disabled {{ color: {c.faint}; }}
    QToolButton:hover {{ background: {c.chosen}; }}
    QToolButton:checked {{ background: {c.chosen}; border-color: {c.accent}; }}
    QToolButton:focus {{ border-color: {c.accent}; }}
    QToolButton[tone="warn"] {{ color: {c.warn}; background: {c.warn_ground}; }}
    QToolButton[tone="bad"] {{ color: {c.bad}; background: {c.bad_ground}; }}
    QPushButton {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: 5px; padding: 6px 14px; min-height: 18px; }}
    QPushButton:hover {{ border-color: {c.accent}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: 5px 13px; }}
    QPushButton:disabled {{ color: {c.faint}; background: {c.panel}; border-style: dashed; }}
    QPushButton[main="true"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; font-weight: 600; }}
    QPushButton[main="true"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[main="true"]:disabled {{ background: {c.panel}; border-color: {c.line}; color: {c.faint}; font-weight: 400; }}
    QPushButton[tight="true"] {{ padding: 3px 9px; min-height: 16px; }}
    QPushButton[tight="true"]:focus {{ padding: 2px 8px; }}
    QPushButton[tight="true"]:checked {{ background: {c.chosen}; border-color: {c.accent}; }}
    QLineEdit, QPlainTextEdit {{
        background: {c.base}; border: 1px solid {c.line}; border-radius: 5px; padding: 5px 7px;
        selection-background-color: {c.chosen}; selection-color: {c.text}; }}
    QCheckBox::indicator, QListView::indicator {{ width: 14px; height: 14px; border: 1px solid {c.faint}; border-radius: 3px; background: {c.base}; }}
    QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url("{_icon("tick", c.on_accent)}"); }}
    QCheckBox::indicator:focus, QCheckBox::indicator:hover {{ border: 2px solid {c.accent}; }}
    QCheckBox::indicator:disabled {{ border-color: {c.line}; background: {c.panel}; }}
    QSpinBox {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: 5px; padding: 3px 7px; min-height: 20px; }}
    QSpinBox:focus {{ border: 2px solid {c.accent}; padding: 2px 6px; }}
    QSpinBox::up-button, QSpinBox::down-button {{ border: 0; width: 20px; background: transparent; }}
    QSpinBox::up-arrow {{ image: url("{_icon("up", c.text)}"); width: 9px; height: 9px; }}
    QSpinBox::down-arrow {{ image: url("{_icon("down", c.text)}"); width: 9px; height: 9px; }}
    QComboBox {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: 5px; padding: 3px 7px; min-height: 20px; }}
    QComboBox:hover {{ border-color: {c.accent}; }}
    QComboBox:focus, QComboBox:on {{ border: 2px solid {c.accent}; padding: 2px 6px; }}
    QComboBox:disabled {{ color: {c.faint}; background: {c.panel}; }}
    QComboBox::drop-down {{ border: 0; width: 20px; }}
    QComboBox::down-arrow {{ image: url("{_icon("down", c.text)}"); width: 12px; height: 12px; }}
    QComboBox QAbstractItemView {{ background: {c.raised}; border: 1px solid {c.line}; padding: 2px; }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {c.accent}; padding: 4px 6px; }}
    QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: 0; padding: 0; background: transparent; }}
    QTreeView, QListView, QTableView {{ background: {c.base}; border: 1px solid {c.line}; border-radius: 5px;
        alternate-background-color: {c.panel}; outline: 0; }}
    QTreeView:focus, QListView:focus, QTableView:focus {{ border: 2px solid {c.accent}; }}
    QTreeView::item, QListView::item {{ padding: 4px 4px; }}
    QListWidget::item {{ min-height: 22px; }}
    QTreeView::item:selected, QListView::item:selected {{ background: {c.chosen}; color: {c.text}; }}
    QHeaderView::section {{ background: {c.panel}; color: {c.faint}; border: 0; border-bottom: 1px solid {c.line}; padding: 5px 6px; }}
    QTabWidget::pane {{ border: 0; border-top: 1px solid {c.line}; }}
    QTabBar::tab {{ padding: 8px 7px; border-bottom: 3px solid transparent; color: {c.faint}; background: transparent; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; font-weight: 600; }}
    QTabBar::tab:focus {{ color: {c.text}; background: {c.chosen}; }}
    QSplitter::handle {{ background: {c.line}; }}
    QStatusBar {{ background: {c.window}; border-top: 1px solid {c.line}; }}
    QStatusBar::item {{ border: 0; }}
    QStatusBar QLabel {{ padding: 3px 8px; }}
    QProgressBar {{ background: {c.base}; border: 1px solid {c.line}; border-radius: 5px; text-align: center; max-height: 14px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 4px; }}
    QScrollBar:vertical {{ background: transparent; width: 13px; }}
    QScrollBar:horizontal {{ background: transparent; height: 13px; }}
    QScrollBar::handle {{ background: {c.faint}; border-radius: 4px; margin: 3px; min-height: 32px; min-width: 32px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QLabel[heading="true"] {{ font-size: 20pt; font-weight: 600; }}
    QLabel[title="true"] {{ font-size: 12pt; font-weight: 600; }}
    QLabel[half="true"] {{ color: {c.faint}; background: {c.panel}; border-bottom: 1px solid {c.line}; font-weight: 600; }}
    QLabel[faint="true"] {{ color: {c.faint}; }}
    QLabel[warn="true"] {{ color: {c.warn}; }}
    QLabel[bad="true"] {{ color: {c.bad}; }}
    QLabel[strong="true"] {{ font-weight: 600; }}
    QLabel[step="true"] {{ color: {c.on_accent}; background: {c.accent}; border-radius: 12px; font-weight: 600; }}
    QFrame[card="true"] {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: 8px; }}
    QFrame[notice="warn"] {{ background: {c.warn_ground}; border: 0; border-top: 1px solid {c.line}; }}
    QFrame[notice="warn"] QLabel {{ color: {c.warn}; }}
    QFrame[notice="bad"] {{ background: {c.bad_ground}; border: 0; border-top: 1px solid {c.line}; }}
    QFrame[notice="bad"] QLabel {{ color: {c.bad}; }}
    QFrame[notice="good"] {{ background: {c.good_ground}; border: 0; border-top: 1px solid {c.line}; }}
    QFrame[notice="good"] QLabel {{ color: {c.good}; }}
    #tourRing {{ background: transparent; border: 3px solid {c.accent}; border-radius: 6px; }}
    #sidePanel {{ background: {c.panel}; }}
    #sidePanel QScrollArea, #sidePanel QScrollArea > QWidget > QWidget {{ background: transparent; }}
    """


def _icon(name: str, colour: str) -> str:
    """A small sign, black or white as text of this colour is. Drawn by us with its box: the style's own are as dark as
    a dark window."""
    dark = int(colour[1:3], 16) < 128
    return (RESOURCES / "icons" / f"{name}-{'black' if dark else 'white'}.svg").as_posix()
