# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words on screen: the language, the words of the job, dates as they are typed."""
