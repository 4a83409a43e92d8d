# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two copies of a case made one."""
