# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every form is made of: a dialog with its error in it, fields, questions to the case."""
