# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is burned, under which labels and settings, and what follows after."""
