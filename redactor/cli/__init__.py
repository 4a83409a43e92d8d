# SPDX-License-Identifier: AGPL-3.0-or-later
"""The ``redactor`` command: everything the window does, from a shell.

Exit status: 0 done, 1 refused by a rule, 2 bad input or usage. An error is one line on stderr.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from redactor.cli.parser import build_parser
from redactor.domain.errors import RedactorError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    command = next((word for word in words if not word.startswith("-")), "")
    arguments = build_parser(command)[0].parse(words)
    try:
        if not getattr(arguments, "take_part", False):
            return int(arguments.run(arguments) or 0)
        from redactor.operations.approving.taking_part import meant  # only here: it takes its time

        with meant():
            return int(arguments.run(arguments) or 0)
    except RedactorError as error:
        print(f"redactor: {error}", file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        print("redactor: stopped. What was finished is kept.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output has gone (head, less): not an error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        what = error.strerror or str(error)
        print(f"redactor: {where}{what}. Check the path, the rights and the space on the disk.", file=sys.stderr)
        return 2
    except Exception as error:
        if os.environ.get("REDACTOR_DEBUG"):
            raise
        # Our own mistake. The message may quote the case, so only where it happened is told.
        at = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} in {Path(at.filename).name}, line {at.lineno}"
        print(
            f"redactor: this should not have happened ({place}). The case is as it was. Tell who looks after Redactor.",
            file=sys.stderr,
        )
        return 2
