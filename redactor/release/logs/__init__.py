# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two logs: one for the requester, which tells nothing of what was hidden, and one for the office."""
