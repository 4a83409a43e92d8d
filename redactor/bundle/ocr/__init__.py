# SPDX-License-Identifier: AGPL-3.0-or-later
"""The engines that read pixels, cut to one thread and never on the network."""
