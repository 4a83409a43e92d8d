# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is on record about the papers: order, copies, late ones, pages in trouble."""
