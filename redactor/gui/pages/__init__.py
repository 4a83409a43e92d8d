# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page view: the whole case as one scroll, sharp at any zoom, with what is decided drawn over it."""
