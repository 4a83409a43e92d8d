# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a second person looks at: risks first, a sample, notes, and whether they may approve."""
