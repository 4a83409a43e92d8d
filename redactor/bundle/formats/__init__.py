# SPDX-License-Identifier: AGPL-3.0-or-later
"""From files of other kinds to pages, and from files that hold files to the files."""
