# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is on record about the request: the clock, consent, classes, opinions, evidence."""
