# SPDX-License-Identifier: AGPL-3.0-or-later
"""What goes out and what comes after: export, letter, sending, questions, how long the case is kept."""
