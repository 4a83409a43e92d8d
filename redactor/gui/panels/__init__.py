# SPDX-License-Identifier: AGPL-3.0-or-later
"""The panels beside the page: documents, what is left to do, people, this page, search."""
