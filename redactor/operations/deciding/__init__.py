# SPDX-License-Identifier: AGPL-3.0-or-later
"""Decide about people and places; settle what is left to do."""
