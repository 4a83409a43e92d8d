# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is left to do before a case can be submitted, gathered from every stage of the work."""
