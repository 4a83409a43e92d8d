# SPDX-License-Identifier: AGPL-3.0-or-later
"""From what the layers found in a whole record to people, their names and what is theirs."""
