# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.benchmarks.limits``: what bad input costs the finder, at a size and at several times that size.

CPU seconds of the whole way in one process (names, who is who, sweep, harm cues) and the largest resident memory.
Nothing here should grow faster than its length. ``--full`` goes on to 200,000 words and 2,000,000 characters.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Callable

from redactor.detect import tasks
from redactor.detect.language.found import SubjectFacts, Unit
from redactor.detect.language.lexicon import lexicon

SMALL, LARGE = (5_000, 20_000), (50_000, 200_000)
LONG = (500_000, 2_000_000)


def words(count: int, written: Callable[[str], str] = str, between: str = " ") -> str:
    """So many everyday words, one line of them unless ``between`` says otherwise."""
    pool = sorted(lexicon().common)
    return between.join(written(word) for word in random.Random(7).choices(pool, k=count))


#: Text of about so many words by kind.
WORDS: dict[str, Callable[[int], str]] = {
    "a page of words, a name in every line": lambda n: words(n // 2) + "\nKayleigh Barnes rang. " * (n // 8),
    "every word capitalised": lambda n: words(n, str.title),
    "all in capitals": lambda n: words(n, str.upper),
    "right to left": lambda n: "שלום עולם محمد علي " * (n // 4),
    "Welsh": lambda n: "mae Eirwen ŵyr Llŷr heddiw " * (n // 5),
    "digits": lambda n: "0123456 789 " * (n // 2),
    "control characters": lambda n: "\x01\x1f\x7f\x9fab\x00 " * n,
}
#: One line of about so many characters by kind.
LINES: dict[str, Callable[[int], str]] = {
    "one line of words": lambda n: words(n // 8)[:n],
    "one line without a blank": lambda n: "a" * n,
}


def cost(text: str) -> float:
    """Seconds of CPU for the whole way over one text."""
    begin = time.process_time()
    units = [Unit("u", text)]
    tasks.resolve(units, tasks.names_in([text]), SubjectFacts("Tabitha Winslow"))
    tasks.sweep(units, ["Kayleigh Barnes", "07700 900123"])
    tasks.harm_cues(units)
    return time.process_time() - begin


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--full", action="store_true", help="the sizes that take minutes")
    full = ask.parse_args().full
    cost(words(200))
    for kinds, sizes, what in (
        (WORDS, LARGE if full else SMALL, "words"),
        (LINES, LONG if full else LARGE, "characters"),
    ):
        for name, make in kinds.items():
            taken = [cost(make(size)) for size in sizes]
            told = " / ".join(f"{seconds:.1f}" for seconds in taken)
            growth = taken[-1] / max(taken[0], 0.001)
            print(f"{name}, {sizes[0]:,} / {sizes[-1]:,} {what}: {told} s, {growth:.1f} times for 4", flush=True)
    print(f"largest resident memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
