# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people decided about people and places, and what is redacted by it."""
