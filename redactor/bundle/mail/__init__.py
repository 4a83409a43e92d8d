# SPDX-License-Identifier: AGPL-3.0-or-later
"""Messages of every mail program as letters set on pages."""
