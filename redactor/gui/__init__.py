# SPDX-License-Identifier: AGPL-3.0-or-later
"""The window. Only here is Qt; what concerns a case runs in a process of its own (see ``casework``)."""
