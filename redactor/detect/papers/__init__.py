# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a document is, from which day, and whether the subject knows it already."""
