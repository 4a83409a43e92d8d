# SPDX-License-Identifier: AGPL-3.0-or-later
"""What lies on the desk: its panels, the pages, and what is known of the open case. Nothing is decided here."""
