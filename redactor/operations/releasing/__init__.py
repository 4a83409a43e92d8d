# SPDX-License-Identifier: AGPL-3.0-or-later
"""Export, letters, and what follows after a release."""
