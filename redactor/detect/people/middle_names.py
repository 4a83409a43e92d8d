# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two forenames without the surname: "Tamsin Faye" in a page's head is whoever is Tamsin Faye Bickerdike elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.nameform import Form, Name

_Found = tuple[Name, int, float]


def completed(names: Iterable[_Found], known: frozenset[tuple[str, str]], lexicon: Lexicon) -> list[_Found]:
    """The names with their order and their surname put right by the whole names of the record.

    ``known`` are (forename, surname) of people known beforehand. A second forename that is also a surname somebody
    goes by is left alone: there it may be theirs.
    """
    names = list(names)
    whole: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    surnames: Counter[str] = Counter()
    for name, count, _ in names:
        if name.form is Form.FULL and len(name.given) > 1:
            if (name.given[1], name.given[0]) in known:
                continue
            whole[name.given[0], name.given[1]][name.surname] += count
        if (name.form is Form.FULL and len(name.given) == 1 and name.given[0] not in lexicon.gender) or name.form in {
            Form.TITLED,
            Form.INITIAL_SURNAME,
        }:
            surnames[name.surname] += count
    return [
        (turned(_with_surname(name, whole, surnames, lexicon), known), count, score) for name, count, score in names
    ]


def turned(name: Name, known: frozenset[tuple[str, str]]) -> Name:
    """ "RHODES Tamsin Faye" as Tamsin Faye Rhodes where a Tamsin Rhodes is known."""
    if name.form is Form.FULL and len(name.given) > 1 and (name.given[1], name.given[0]) in known:
        return name._replace(given=(*name.given[1:], name.surname), surname=name.given[0])
    return name


def _with_surname(
    name: Name, whole: dict[tuple[str, str], Counter[str]], surnames: Counter[str], lexicon: Lexicon
) -> Name:
    if name.form is not Form.FULL or len(name.given) != 1 or name.surname not in lexicon.gender:
        return name
    fits = whole.get((name.given[0], name.surname))
    if not fits or surnames[name.surname]:
        return name
    return name._replace(given=(name.given[0], name.surname), surname=fits.most_common(1)[0][0])
