# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looking again for what is known: one name, near-copies, whatever would still be readable."""
