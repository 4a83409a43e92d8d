# SPDX-License-Identifier: AGPL-3.0-or-later
"""The case's side of the window: a process that holds the open case and answers the window. No Qt here.

Why a process and not a thread: working out a large case is pure Python and would share the interpreter's lock
with the event loop. Here it cannot hold the window up, however large the case.
"""
