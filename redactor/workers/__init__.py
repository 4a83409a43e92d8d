# SPDX-License-Identifier: AGPL-3.0-or-later
"""The other processes: an executor whose workers may crash, hang or swell without harm to anything else."""
