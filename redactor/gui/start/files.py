# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which files are cases."""

from redactor.domain.saying import say

PATTERN = say("Redactor cases (*.case);;All files (*)")
