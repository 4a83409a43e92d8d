# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands in more than one place of the record, and decisions carried from copy to copy."""
