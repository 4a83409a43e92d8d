# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the program asks about: what may be somebody, what may harm, what the subject knows already."""
