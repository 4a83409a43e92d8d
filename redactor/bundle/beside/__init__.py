# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a file holds beside its pages: metadata, bookmarks, attachments, leftovers of earlier versions."""
