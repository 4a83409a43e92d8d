# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages as pixels for the window: as they came, and as they will be released."""
