# SPDX-License-Identifier: AGPL-3.0-or-later
"""Look at what would be released, then submit, return or approve it."""
