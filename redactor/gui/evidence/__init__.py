# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a decision rests on: the request and its clock, consents, opinions, wording, the look of the release."""
