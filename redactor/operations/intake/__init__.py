# SPDX-License-Identifier: AGPL-3.0-or-later
"""Take papers in, read them, put them in order."""
