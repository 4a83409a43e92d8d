# SPDX-License-Identifier: AGPL-3.0-or-later
"""BURN, VERIFY, LOG: from the approved plan to the folder the requester gets."""
