# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names and words as text: shared by every layer. Knows no record and no person."""
