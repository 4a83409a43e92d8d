# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a person does with a case, one function a verb. The window and the shell call these and nothing below."""
