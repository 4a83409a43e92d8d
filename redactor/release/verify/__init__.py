# SPDX-License-Identifier: AGPL-3.0-or-later
"""Verify: another program than burn. It gets the plan, the sources and the finished files, and reads
them with engines that did not write them (pikepdf, pypdfium2). It shares no code with burn."""
