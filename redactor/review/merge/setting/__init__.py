# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each aspect of a case made to say what one of two copies said of it, a file for each family of decisions."""
