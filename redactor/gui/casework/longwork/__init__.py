# SPDX-License-Identifier: AGPL-3.0-or-later
"""Work that takes a while, and what goes on behind everything else."""
