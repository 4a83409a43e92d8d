# SPDX-License-Identifier: AGPL-3.0-or-later
"""Hand a case over, check it, report on it, keep it as long as needed, erase it."""
