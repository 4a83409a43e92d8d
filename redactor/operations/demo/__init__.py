# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole way on the case that ships with the program."""
