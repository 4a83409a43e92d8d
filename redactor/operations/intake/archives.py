# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files inside another: of archives, mailboxes, Outlook data files and signed messages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from redactor.bundle import tasks
from redactor.bundle.formats import packed
from redactor.bundle.formats.packed import Member, member
from redactor.bundle.held import Held, in_memory
from redactor.domain.errors import BadInput
from redactor.domain.saying import say
from redactor.operations.intake.working import Working, the_files_fault

#: Kinds that hold other files, and have no pages of their own.
ARCHIVES = frozenset({"zip", "7z", "rar", "mbox", "pst", "sealed"})


def members(held: Held, name: str, kind: str, working: Working) -> list[Member]:
    """The files in one of :data:`ARCHIVES`. Raises RedactorError for one that cannot be opened."""
    with the_files_fault():
        if kind == "zip":
            return working.unlocked(lambda words: packed.members(held, name, words), name)[0]
        if kind == "pst":
            return _items(held, name, working)
        if kind in ("7z", "rar"):
            return _files(held, name, kind, working)
        data = in_memory(held)
        if kind == "mbox":
            return packed.mailbox(data)
        inside = working.run(tasks.unseal, data, name)
        return [Member(_unsealed_name(name, inside), lambda: (inside,))]


def _files(held: Held, name: str, kind: str, working: Working) -> list[Member]:
    """The files of an archive that is unpacked in a worker."""
    names, password = working.unlocked(lambda words: working.run(tasks.archive_names, held, name, kind, words), name)
    do = say("Unpack it on this PC, and add the folder")
    return _in_turn(names, lambda first: working.run(tasks.archive_files, held, kind, password, first), do)


def _items(held: Held, name: str, working: Working) -> list[Member]:
    """The items of an Outlook data file."""
    names: list[str] = []
    total = 1
    while len(names) < total:
        more, total = working.run(tasks.store_items, held, name, len(names))
        names += more
        working.watch.listing(name, len(names), total)
    do = say("Open it in Outlook, save it as a file, and add that")
    return _in_turn(names, lambda first: working.run(tasks.store_messages, held, name, first), do)


def _in_turn(names: Sequence[str], fetch: Callable[[int], list[tuple[bytes, str]]], do: str) -> list[Member]:
    """Files that are asked for in their order. ``fetch`` gives those from a number on, some at a time: the bytes, or
    what is wrong with one, and ``do`` is what can be done about it."""
    waiting: dict[int, tuple[bytes, str]] = {}

    def pieces(number: int) -> Iterator[bytes]:
        if number not in waiting:
            waiting.clear()
            waiting.update(enumerate(fetch(number), start=number))
        data, problem = waiting.pop(number)
        if problem:
            raise BadInput(problem, names[number], do)
        yield data

    return [member(inner, partial(pieces, number)) for number, inner in enumerate(names)]


def _unsealed_name(name: str, inside: bytes) -> str:
    """ "letter.pdf" for what was in "letter.pdf.p7m"; "smime.eml" for what was in "smime.p7m"."""
    stem = name.rpartition("/")[2]
    stem = stem[:-4] if stem.lower().endswith((".p7m", ".p7s")) else stem
    return stem if "." in stem else f"{stem}.eml" if b":" in inside[:200] else stem
