# SPDX-License-Identifier: AGPL-3.0-or-later
"""What passes between the window and the process that holds the case: plain frozen values, all picklable."""
