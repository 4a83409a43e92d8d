# SPDX-License-Identifier: AGPL-3.0-or-later
"""A random sample of what is left readable, and what it says of the misses that remain. Pure.

Every passage that stays readable belongs to one layer of risk; more is drawn where more is likely to be missed. Within
a layer each passage is as likely as any other, so what is found there speaks for the whole layer: the exact
(hypergeometric) limits of each layer, at a level shared out among the layers (Bonferroni), add up to limits that hold
at least as often as they say.

The draw is seeded by the plan's digest: the same plan gives the same sample, on every machine and however often it is
submitted; whoever made the plan cannot choose it without changing what is released.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp, lgamma

from redactor.domain.saying import count, say

#: Layers, riskiest first, with the share of the sample drawn from each.
LAYERS: Mapping[str, float] = {"high": 0.5, "middle": 0.3, "low": 0.2}
#: Passages that are drawn in all; about a quarter of an hour's reading.
SIZE = 60
CONFIDENCE = 0.90


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage that stays readable: where its words stand in the page's text, and its layer of risk."""

    document: str
    page: int
    start: int
    end: int
    layer: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many passages with a miss remain unread: the best guess, and limits that hold in nine cases of ten.

    ``found`` are those in the sample itself, which are known and will be put right; ``read`` of ``passages`` were read.
    """

    found: int
    read: int
    passages: int
    likely: float
    low: int
    high: int


def draw(units: Sequence[Unit], digest: str, size: int = SIZE) -> list[Unit]:
    """The sample for the plan with this digest, in the order of the release."""
    chosen: list[int] = []
    spare = size
    layers = _by_layer(units)
    for place, (layer, share) in enumerate(LAYERS.items()):
        pool = layers[layer]
        wanted = spare if place == len(LAYERS) - 1 else min(spare, round(size * share))
        chosen += _pick(pool, min(wanted, len(pool)), f"{digest} {layer}")
        spare = size - len(chosen)
    if spare > 0:
        # A layer was smaller than its share: the rest comes from those that are left.
        taken = set(chosen)
        rest = [n for layer in LAYERS for n in layers[layer] if n not in taken]
        by_layer = _by_layer([units[n] for n in rest])
        for layer in LAYERS:
            take = min(spare, len(by_layer[layer]))
            chosen += _pick([rest[n] for n in by_layer[layer]], take, f"{digest} {layer} more")
            spare -= take
    return [units[n] for n in sorted(chosen)]


def _by_layer(units: Sequence[Unit]) -> dict[str, list[int]]:
    layers: dict[str, list[int]] = {layer: [] for layer in LAYERS}
    for number, unit in enumerate(units):
        layers[unit.layer].append(number)
    return layers


def _pick(pool: Sequence[int], number: int, seed: str) -> list[int]:
    """So many of the pool, each equally likely."""
    return random.Random(hashlib.sha256(seed.encode()).digest()).sample(list(pool), number)


def estimate(
    sizes: Mapping[str, int], read: Mapping[str, int], missed: Mapping[str, int], confidence: float = CONFIDENCE
) -> Estimate:
    """What the sample says. For each layer: passages in all, passages read, passages read that hold a miss."""
    used = [layer for layer in sizes if sizes[layer]]
    error = (1 - confidence) / max(len(used), 1)
    likely, low, high = 0.0, 0, 0
    for layer in used:
        size, n, k = sizes[layer], read.get(layer, 0), missed.get(layer, 0)
        first, last = limits(size, n, k, error)
        likely += (size - n) * (k / n if n else 0.0)
        low += first - k
        high += last - k
    return Estimate(sum(missed.values()), sum(read.values()), sum(sizes.values()), likely, low, high)


def limits(size: int, read: int, missed: int, error: float) -> tuple[int, int]:
    """The fewest and most of ``size`` passages that can hold a miss, ``missed`` of ``read`` having been found to; each
    end is wrong in at most half of ``error`` of all draws (exact, from the hypergeometric distribution)."""
    if read == 0:
        return 0, size
    most = _last(missed, size - (read - missed), lambda total: _at_most(size, total, read, missed) > error / 2)
    fewest = missed
    if missed:
        above = _last(
            missed - 1, size - (read - missed), lambda total: 1 - _at_most(size, total, read, missed - 1) <= error / 2
        )
        fewest = max(missed, above + 1)
    return fewest, most


def _last(first: int, last: int, holds: object) -> int:
    """The largest number from ``first`` to ``last`` for which it holds; it holds up to some number and not after."""
    assert callable(holds)
    while first < last:
        middle = (first + last + 1) // 2
        if holds(middle):
            first = middle
        else:
            last = middle - 1
    return first


def _at_most(size: int, total: int, read: int, missed: int) -> float:
    """The chance to find at most ``missed`` when ``total`` of ``size`` hold a miss and ``read`` are drawn."""
    lowest = max(0, read - (size - total))
    whole = _choose(size, read)
    chances = (
        exp(_choose(total, k) + _choose(size - total, read - k) - whole)
        for k in range(lowest, min(missed, total, read) + 1)
    )
    return min(sum(chances), 1.0)


def _choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def counted(units: Collection[Unit]) -> dict[str, int]:
    """How many there are in each layer."""
    return {layer: sum(unit.layer == layer for unit in units) for layer in LAYERS}


def said_estimate(found: Estimate) -> str:
    """The estimate in a sentence or two."""
    rest = found.passages - found.read
    held = say("nothing was missed in them")
    if found.found:
        held = say("something was missed in {passages}", passages=count(found.found, "of them", "of them"))
    if not rest:
        return say("All {passages:,} passages were read; {held}.", passages=found.passages, held=held)
    if not found.found:
        return say(
            "{read:,} of {passages:,} passages were read; {held}. That does not show that nothing was missed in the "
            "{rest:,} nobody read: nine times in ten there are no more than {high:,} misses among them.",
            read=found.read,
            passages=found.passages,
            held=held,
            rest=rest,
            high=found.high,
        )
    return say(
        "{read:,} of {passages:,} passages were read; {held}. At that rate about {likely:,} of the {rest:,} nobody "
        "read hold a miss as well; nine times in ten it is between {low:,} and {high:,}.",
        read=found.read,
        passages=found.passages,
        held=held,
        likely=round(found.likely),
        rest=rest,
        low=found.low,
        high=found.high,
    )
