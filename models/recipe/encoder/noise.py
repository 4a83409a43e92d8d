# SPDX-License-Identifier: AGPL-3.0-or-later
"""Damage for training: rushed typing, shouting, scans, torn lines. Labels stay with their characters."""

from __future__ import annotations

import random

from models.recipe.encoder.notes import BEGIN, PERSON, Text

LOOKS = {"l": "1I|i", "i": "1lI!", "o": "0c", "O": "0", "E": "F3", "A": "4", "m": ("rn", "nn"), "rn": "m", "h": ("li", "b"), "e": "c3", "c": "e", "a": "o4", "s": "5",
         "S": "5", "B": "8", "g": "q9", "t": "f", "u": ("ii", "v"), "n": ("ri", "u"), "w": ("vv",), "d": ("cl",), "y": "v", "I": "l1", "r": "n"}


def _edit(text: Text, change: dict[int, str]) -> Text:
    """Characters replaced by (possibly several or no) characters with the same label."""
    out = Text()
    for i, (char, label) in enumerate(zip(text.chars, text.labels, strict=True)):
        new = change.get(i, char)
        for j, c in enumerate(new):
            out.chars.append(c)
            out.labels.append(label if j == 0 or label != BEGIN else PERSON)
        if not new and label == BEGIN and i + 1 < len(text.labels) and text.labels[i + 1] == PERSON:
            text.labels[i + 1] = BEGIN
    return out


def scan(text: Text, rng: random.Random, rate: float) -> Text:
    change: dict[int, str] = {}
    for i, char in enumerate(text.chars):
        if rng.random() < rate:
            if char in LOOKS:
                change[i] = rng.choice(LOOKS[char])
            elif char == " " and rng.random() < 0.3:
                change[i] = ""
            elif char.isalpha() and rng.random() < 0.25:
                change[i] = rng.choice([char + " ", "", char + "-", "."])
    return _edit(text, change)


#: What worn print is read as beside LOOKS: capitals for capitals of their shape, letters with a stroke lost or one too many.
WORN = {**LOOKS, "V": "YU", "Y": "VT", "C": "GO", "G": "C6", "D": "O0", "H": "NM", "M": "NH", "N": "MH", "P": "RF", "R": "PK", "K": "RX", "T": "I7", "U": "VO", "F": "PE",
        "J": "I", "L": "I1", "W": "VM", "b": "6h", "f": "tr", "j": "i", "k": "lx", "p": "n", "v": "ur", "x": "k", "z": "2s", "u": ("n", "v", "ii"), "n": ("u", "r", "ri")}


def worn(text: Text, rng: random.Random, rate: float) -> Text:
    """Poor print: letters taken for others, lost, doubled, split off, and blanks lost or come in."""
    change: dict[int, str] = {}
    for i, char in enumerate(text.chars):
        if not (char.isalpha() or char == " ") or rng.random() >= rate:
            continue
        kind = rng.random()
        if char == " ":
            change[i] = "" if kind < 0.35 else rng.choice(["  ", " .", ", ", " '", "_"]) if kind < 0.5 else char
        elif kind < 0.6 and char in WORN:
            change[i] = rng.choice(WORN[char])
        elif kind < 0.74:
            change[i] = ""
        elif kind < 0.82:
            change[i] = char * 2
        elif kind < 0.92:
            change[i] = char + rng.choice([" ", " ", "-", ".", "'", "l", "i"])
        else:
            change[i] = rng.choice("abcdehiklmnorstuvwxyz")
    return _edit(text, change)


def typing(text: Text, rng: random.Random, rate: float) -> Text:
    change: dict[int, str] = {}
    for i, char in enumerate(text.chars):
        if rng.random() < rate and char.isalpha():
            change[i] = rng.choice([char * 2, "", rng.choice("abcdefghijklmnopqrstuvwxyz")])
        elif rng.random() < rate and char in ",.'":
            change[i] = ""
    return _edit(text, change)


def gapped(text: Text, rng: random.Random, rate: float) -> Text:
    """Words broken by a blank, as a scan of wide letters reads."""
    change: dict[int, str] = {}
    for i in range(2, len(text.chars) - 2):
        if rng.random() < rate and all(text.chars[j].isalpha() for j in range(i - 2, i + 2)):
            change[i] = " " + text.chars[i]
    return _edit(text, change)


def torn(text: Text, rng: random.Random, width: int, hyphens: float) -> Text:
    """Lines broken at a width, sometimes within a word with a hyphen."""
    out = Text()
    column = 0
    for i, (char, label) in enumerate(zip(text.chars, text.labels, strict=True)):
        if char == " " and column >= width:
            char, column = "\n", 0
        elif column >= width and char.isalpha() and i and text.chars[i - 1].isalpha() and rng.random() < hyphens:
            inside = PERSON if label == PERSON else label if label != BEGIN else 0
            out.chars.extend("-\n")
            out.labels.extend([inside, inside])
            column = 0
        elif char == "\n":
            column = 0
        out.chars.append(char)
        out.labels.append(label)
        column += 1
    return out


def beside(text: Text, rng: random.Random) -> Text:
    """Cells of a sheet read straight across: tabs and wide gaps become one blank, or a line end each."""
    between = rng.choice([" ", "\n", "  "])
    change: dict[int, str] = {}
    start = 0
    while start < len(text.chars):
        end = start
        while end < len(text.chars) and text.chars[end] in " \t":
            end += 1
        if end - start > 2 or "\t" in text.chars[start:end]:
            change.update({start: between, **dict.fromkeys(range(start + 1, end), "")})
        start = end + 1
    return _edit(text, change) if change else text


def hurried(text: Text, rng: random.Random, rate: float) -> Text:
    """Blanks left out beside marks, and now and then between two words."""
    change: dict[int, str] = {}
    for i in range(1, len(text.chars) - 1):
        if text.chars[i] == " ":
            mark = not (text.chars[i - 1].isalnum() and text.chars[i + 1].isalnum())
            if rng.random() < (rate if mark else rate * 0.04):
                change[i] = ""
    return _edit(text, change)


def cased(text: Text, change: str) -> Text:
    for i, char in enumerate(text.chars):
        new = getattr(char, change)()
        if len(new) == 1:
            text.chars[i] = new
    return text


def titled(text: Text) -> Text:
    """Every Word Begins With A Capital."""
    for i, char in enumerate(text.chars):
        if (i == 0 or not text.chars[i - 1].isalnum()) and len(char.upper()) == 1:
            text.chars[i] = char.upper()
    return text


def damage(text: Text, rng: random.Random, scans: float = 0.15, poor: float = 0) -> Text:
    """One passage damaged as records are; about half stay as they are. ``scans`` is the share of scanned ones, ``poor``
    that of scans of worn print."""
    if rng.random() < 0.3:
        text = beside(text, rng)
    if rng.random() < 0.04:
        text = hurried(text, rng, rng.choice([0.4, 0.9]))
    if rng.random() < 0.18:
        text = cased(text, "lower")
    elif rng.random() < 0.06:
        text = cased(text, "upper")
    elif rng.random() < 0.02:
        text = titled(text)
    elif rng.random() < 0.012:
        text = cased(text, "swapcase")  # the key for capitals was down
    kind = rng.random()
    if kind < 0.03:
        text = gapped(text, rng, rng.choice([0.02, 0.05, 0.1]))
    elif kind < scans:
        text = scan(text, rng, rng.choice([0.01, 0.03, 0.06, 0.1]))
    elif kind < scans + 0.06:
        text = typing(text, rng, rng.choice([0.005, 0.015, 0.03]))
    elif poor and rng.random() < poor:
        text = worn(text, rng, rng.choice([0.02, 0.04, 0.08, 0.12]))
    if rng.random() < 0.3:
        text = torn(text, rng, rng.choice([12, 20, 28, 36, 45, 60, 80]), rng.choice([0, 0.1, 0.4]))
    return text
