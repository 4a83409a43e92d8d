# SPDX-License-Identifier: AGPL-3.0-or-later
"""Between caseworker and team lead: who is at the desk, submitting, approving, the sample."""
