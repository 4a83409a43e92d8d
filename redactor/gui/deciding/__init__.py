# SPDX-License-Identifier: AGPL-3.0-or-later
"""From what somebody pressed to the decision it means: passages, people, harm, what is kept, what is known."""
