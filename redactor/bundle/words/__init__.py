# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words on a page as pure data: lines, columns, reading order, patterns, what a reader takes them for."""
