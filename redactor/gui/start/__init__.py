# SPDX-License-Identifier: AGPL-3.0-or-later
"""The first page: open a case, or make one."""
