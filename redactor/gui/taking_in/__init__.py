# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents come in: files, folders, passwords, better copies; and what was not taken in."""
