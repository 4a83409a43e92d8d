# SPDX-License-Identifier: AGPL-3.0-or-later
"""The case and its request: dates, consent, opinions, statements."""
