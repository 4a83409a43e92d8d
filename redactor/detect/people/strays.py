# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands among the words of a name and is no part of it: a file's number and its marking in a page's head, the "v"
of a court case, the next row of a column, the label of the next field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from redactor.detect.language.found import RawSpan
from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.text import Token, fold, line_before
from redactor.detect.language.words import MONTHS_SHORT, ROLE_SHORT, ROLE_WORDS, STOP
from redactor.domain.mentions import Label

#: Protective markings, as they stand in capitals over a page.
_MARKINGS = frozenset(
    ("official", "official-sensitive", "sensitive", "restricted", "confidential", "protect", "secret")
)
#: These are forenames too, too seldom to go by when nothing else says so.
_MONTHS = frozenset(("january", "february", "july", "september", "october", "november", "december"))
#: "16 MAR 19": the day before a month's short form, which is somebody's name elsewhere.
_DAY_BEFORE = re.compile(r"(?<![\d.,])\d{1,2}(?:st|nd|rd|th)?[ \t/-]\Z")
_DASH = re.compile(r"[ \t]+[-\u2013\u2014]{1,2}[ \t]+")
#: Digits that make a word a number: a scan misreads one or two letters of a name ("L33").
_DIGITS = 3
#: A capitalised everyday word that begins so many lines of a record, and hardly stands elsewhere, is a field's label.
_LINES = 5
_LINE_START = re.compile(r"^[ \t>]*([A-Z][a-z]+)\b", re.M)
_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][a-z]+(?![\w-])")
#: Two capitals that stand alone, not before ", Forename": initials, where a record has them this often.
_INITIALS = re.compile(r"(?<![\w.,-])[A-Z]{2}(?![\w-]|,? [A-Z][a-z])")
_OFTEN = 2
#: Initials have at most so many letters; one below the other they are two people's.
_LETTERS = 3
#: "Love," over who signs; "Target:" before what is aimed at.
_CLOSES = re.compile(r"(?:love|regards|thanks|cheers),", re.I)
_COLON = re.compile(r"[ \t]*:")
#: Posts of two letters that are hardly anybody's initials.
_POSTS_ALONE = frozenset(("hv", "gp"))
#: What a street, a hall or a school in Wales is called by, before its name; and a house, after it: "Hafod Uchaf".
_WELSH_PLACES = frozenset(
    (
        "neuadd",
        "ysgol",
        "heol",
        "ffordd",
        "stryd",
        "rhodfa",
        "rhes",
        "canolfan",
        "meddygfa",
        "ysbyty",
        "cyngor",
        "swyddfa",
    )
)
_WELSH_HOUSES = frozenset(("uchaf", "isaf", "ganol"))
#: "Tamsin Bickerdike d.o.b. ..."
_BORN = re.compile(r"(?<![\w'])d\.? ?o\.? ?b?\b\.?", re.I)
#: A sheet's name, and what Redactor writes before it, is shorter (characters).
_HEADING = 500
#: What Redactor itself writes over a cell it has set apart: "Sheet 'Chronology', D8".
_SHEET = re.compile(r"(?:Hidden (?:row or column of )?)?[Ss]heet '[^'\n]*'(?:, [A-Z]{1,3}\d+)?")


def pieces(text: str, found: Sequence[Token], labels: frozenset[str], words: Lexicon) -> list[list[Token]]:
    """The words of a find, without what is no part of a name and split where that stood."""
    groups: list[list[Token]] = [[]]
    born = next((match.start() for match in _BORN.finditer(text, found[0].end, found[-1].end + 3)), found[-1].end)
    for word in found:
        if word.shape in {"C", "U"} and word.low in _WELSH_PLACES:
            break
        if word.low in _WELSH_HOUSES and groups[-1]:
            # "Hafod Uchaf"
            groups[-1].pop()
            continue
        if word.start >= born or (word.text in labels and groups[0] and text[word.start - 1 : word.start] == "\n"):
            break
        if _DASH.fullmatch(text, groups[-1][-1].end if groups[-1] else word.start, word.start):
            # "Duty - Gareth Pugh", "Derek P - diary": no name goes on over a dash between blanks.
            if len(groups[-1]) == 1 and groups[-1][0].low in ROLE_WORDS:
                groups.pop()
            groups.append([])
        if _number_or_marking(word, words) or (word.low in {"hidden", "sheet"} and _SHEET.match(text, word.start)):
            groups.append([])
        elif word.low == "s" and text[word.start - 1 : word.start] == "'":
            # "T's": the letter is a name, what says whose is none.
            groups.append([])
        elif word.shape == "l" and word.low in {"v", "vs"}:
            # "R v Fisk": the Crown is nobody.
            if [w.low for w in groups[-1]] in (["r"], ["regina"], ["rex"]):
                groups.pop()
            groups.append([])
        else:
            groups[-1].append(word)
    return [group for group in groups if group]


def _number_or_marking(word: Token, words: Lexicon) -> bool:
    if word.shape == "U" and word.low in _MARKINGS:
        return True
    # "12/05/201Kayden": two cells of a narrow sheet, one of them somebody's name.
    return sum(c.isdigit() for c in word.text) >= _DIGITS and not words.forename(word.low.strip("0123456789"))


def rows(text: str, group: Sequence[Token]) -> list[list[Token]]:
    """The words of a find split into the rows of a column of names: "R Stainforth" over "R Stainforth"."""
    out: list[list[Token]] = [[group[0]]]
    for number, word in enumerate(group[1:], 1):
        above = out[-1]
        if "\n" in text[group[number - 1].end : word.start]:
            again = {w.low for w in above}.intersection(w.low for w in group[number:] if w.shape != "I")
            letters = word.shape == above[-1].shape == "U" and max(len(word.text), len(above[-1].text)) <= _LETTERS
            if again or letters or (len(above) > 1 and word.shape == "I" and above[-1].shape != "I"):
                out.append([])
        out[-1].append(word)
    return out


def two_people(
    text: str, group: Sequence[Token], words: Lexicon, called: frozenset[str] = frozenset()
) -> list[list[Token]]:
    """ "Donna Bickerdike, Tamsin" split: what follows a whole name and a comma is another person, not a forename. So
    is what follows a forename that is nobody's surname, or what somebody is ``called``: "Helen, Karen"."""
    if len(group) == 2 and "," in text[group[0].end : group[1].start]:
        forenames = all(word.low in words.gender and word.shape == "C" for word in group)
        if forenames and (group[0].low not in words.surnames or called.issuperset(word.low for word in group)):
            return [[group[0]], [group[1]]]
    for at in range(2, len(group)):
        if "," in text[group[at - 1].end : group[at].start] and words.forename(group[0].low):
            return [list(group[:at]), *two_people(text, group[at:], words, called)]
    return [list(group)]


def new_sentence(text: str, group: Sequence[Token], words: Lexicon) -> list[list[Token]]:
    """ "seen T. Bev will visit": a letter ends one sentence and a forename that is no surname begins the next. In
    "Sheila A.\nEarly bond" everyday words begin it, and are nobody."""
    for at in range(2, len(group)):
        low = group[at].low
        if group[at - 1].shape == "I" and text[group[at - 1].end : group[at].start].startswith("."):
            if low in words.basic and low not in words.gender and words.forename(group[0].low):
                return [list(group[:at])]
            if at == len(group) - 1 and words.forename(low) and low not in words.surnames:
                return [list(group[:at]), list(group[at:])]
    if len(group) == 2 and group[0].shape == group[1].shape == "U" and "." in text[group[0].end : group[1].start]:
        # "joint for TB and CO. ABE for TB"
        return [[group[0]], [group[1]]]
    if len(group) == 2 and group[0].shape == "I" and text[group[0].end : group[1].start].startswith("."):
        low = group[1].low
        if not re.search(r"[a-z][ \n]$", text[max(group[0].start - 2, 0) : group[0].start]):
            return [list(group)]
        if words.forename(low) and low not in words.surnames:
            return [[group[0]], [group[1]]]
    return [list(group)]


def labels_of(texts: Sequence[str], words: Lexicon) -> frozenset[str]:
    """Everyday words that are field labels of this record: they begin line after line ("Type", "Outcome")."""
    begins: Counter[str] = Counter()
    for text in texts:
        begins.update(_LINE_START.findall(text))
    often = {word for word, count in begins.items() if count >= _LINES and _everyday(fold(word), words)}
    total: Counter[str] = Counter()
    for text in texts if often else ():
        total.update(word for word in _CAPITALISED.findall(text) if word in often)
    return frozenset(word for word in often if begins[word] * 10 >= total[word] * 8)


def initials_of(texts: Sequence[str], surnames: frozenset[str]) -> frozenset[str]:
    """Pairs of capitals that are somebody's initials in this record, though they may be a surname elsewhere: "SA"."""
    letters = Counter(match.group() for text in texts for match in _INITIALS.finditer(text))
    return frozenset(two for two, count in letters.items() if count >= _OFTEN and fold(two) not in surnames)


def called(texts: Sequence[str], found: Sequence[Sequence[RawSpan]], words: Lexicon) -> frozenset[str]:
    """The forenames of the whole names of a record, but for those that are a surname in it too."""
    first: set[str] = set()
    last: set[str] = set()
    for text, spans in zip(texts, found, strict=True):
        for span in spans:
            name = fold(text[span.start : span.end]).split() if span.label == Label.PERSON else []
            if len(name) == 2 and not name[0].endswith(","):
                first.add(name[0])
                last.add(name[1])
    return frozenset(first & words.gender.keys()) - last


def month_of_a_day(text: str, word: Token) -> bool:
    """ "16 Jan" before a name."""
    return word.low in MONTHS_SHORT and _DAY_BEFORE.search(text[max(word.start - 6, 0) : word.start]) is not None


def dotted_post(word: Token, following: Token | None, words: Lexicon) -> bool:
    """ "H.V." as older papers write a post: before a forename, which is whom the text goes on about. Alone only those
    that are hardly somebody's initials; "D.C." may be."""
    low = word.low.replace(".", "")
    if word.shape != "D" or low not in ROLE_SHORT:
        return False
    return low in _POSTS_ALONE or len(low) > 2 if following is None else following.low in words.gender


def goes_on(first: Token, last: Token, words: Lexicon) -> bool:
    """ "no Kip in the house", "two adults whom Keira trusts": a sentence goes on after the name."""
    if last.shape != "l" or first.shape not in {"C", "U"}:
        return False
    # "Karen wood" is a name in a hurry; a verb of the third person that no list of surnames knows is none.
    does = last.low.endswith("s") and last.low in words.common and last.low not in words.surnames
    return last.low in STOP or (does and last.low[:-1] in words.common and last.low not in words.gender)


def nobody(text: str, span: RawSpan, word: Token, labels: frozenset[str], words: Lexicon) -> bool:
    """Whether a find of one word is a month, a label, a marking or the end of a letter."""
    if span.label != Label.PERSON or span.found_by in {"title", "greeting", "signature"}:
        return False
    if (
        word.low in _MONTHS
        or month_of_a_day(text, word)
        or (_CLOSES.match(text, span.start) and span.found_by in {"context", "encoder"})
    ):
        return True
    line = span.start - len(line_before(text, span.start, _HEADING))
    if (sheet := _SHEET.match(text, line)) and span.end <= sheet.end():
        return not words.forename(word.low)
    if span.found_by not in {"encoder", "lists", "line", "context"}:
        return False
    return (_everyday(word.low, words) and bool(_COLON.match(text, span.end))) or word.text in labels


def _everyday(low: str, words: Lexicon) -> bool:
    return words.word(low) and low not in words.gender and (low in words.basic or low not in words.surnames)
