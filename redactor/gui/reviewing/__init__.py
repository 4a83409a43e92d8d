# SPDX-License-Identifier: AGPL-3.0-or-later
"""Between staff: notes, the team lead's view, copies of the case and their conflicts."""
