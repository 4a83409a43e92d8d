# SPDX-License-Identifier: AGPL-3.0-or-later
"""Burn: draw each page, paint the boxes into its pixels, and write a new PDF around the pictures.

Nothing of a source file is copied: the output holds only objects this package means to write.
"""
