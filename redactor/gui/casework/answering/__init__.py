# SPDX-License-Identifier: AGPL-3.0-or-later
"""The window's questions about the open case, answered; and its decisions, carried out."""
