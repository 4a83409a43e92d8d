# SPDX-License-Identifier: AGPL-3.0-or-later
"""The case file: one encrypted database a case, written by one thread of one process.

:mod:`~redactor.casefile.store` is the way in; :mod:`~redactor.casefile.identity` and
:mod:`~redactor.casefile.roster` say who decides and who vouches for them.
"""
