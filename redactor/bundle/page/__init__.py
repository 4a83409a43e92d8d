# SPDX-License-Identifier: AGPL-3.0-or-later
"""One page read whole: what it shows, what it hides, and what only its pixels say."""
