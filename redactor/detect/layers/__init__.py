# SPDX-License-Identifier: AGPL-3.0-or-later
"""What reads one text on its own: the encoder, forms, casing, identifiers, relations."""
