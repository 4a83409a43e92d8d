# SPDX-License-Identifier: AGPL-3.0-or-later
"""FIND: who is in the record, who they are to the subject, and what gives them away."""
