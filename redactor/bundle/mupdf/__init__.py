# SPDX-License-Identifier: AGPL-3.0-or-later
"""MuPDF at arm's length: opening quietly, what a page draws, pixels, and a file's objects as they stand."""
