# SPDX-License-Identifier: AGPL-3.0-or-later
"""Passages that look like they belong under the harm test: candidates for a professional's view."""
