# SPDX-License-Identifier: AGPL-3.0-or-later
"""The main window about it all: menus, keys, status line, lock, help, the tour."""
