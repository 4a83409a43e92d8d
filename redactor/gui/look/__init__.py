# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the window looks: colours, style sheet, and the small pieces every screen is made of."""
