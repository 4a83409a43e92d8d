# SPDX-License-Identifier: AGPL-3.0-or-later
"""The office's own files in the window: its lists, and its roster of staff."""
