# SPDX-License-Identifier: AGPL-3.0-or-later
"""The documents of the release: sorted, named, split, left out, put back."""
