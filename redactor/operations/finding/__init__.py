# SPDX-License-Identifier: AGPL-3.0-or-later
"""Find people, passages and whatever a person searches for."""
