# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m redactor``: the same as the ``redactor`` command."""

import sys

from redactor.cli import main

if __name__ == "__main__":
    sys.exit(main())
