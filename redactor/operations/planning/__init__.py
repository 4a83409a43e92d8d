# SPDX-License-Identifier: AGPL-3.0-or-later
"""The plan of a release, and the releases there were before it."""
