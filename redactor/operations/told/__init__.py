# SPDX-License-Identifier: AGPL-3.0-or-later
"""The journal in a caseworker's words, for the window and the shell."""
