# SPDX-License-Identifier: AGPL-3.0-or-later
"""Office documents: made into PDFs by LibreOffice, and read beside it so that nothing is lost in silence."""
