# SPDX-License-Identifier: AGPL-3.0-or-later
"""What would still be readable in the release, and what of it cannot be released as it stands."""
