# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything an RTF document says in words, whatever it is there for (Rich Text Format 1.9.1). Pure.

LibreOffice makes pages of its text, and leaves out codes of fields, index entries, what form fields held and much else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\(?P<sign>[^A-Za-z'])|(?P<end>[\r\n]+)|(?P<text>[^\\{}\r\n]+)",
    re.S,
)
#: Groups that hold pictures, fonts, styles and data, and no words of anybody.
_MUTE = frozenset({
    b"fonttbl", b"colortbl", b"stylesheet", b"pict", b"objdata", b"themedata", b"colorschememapping", b"latentstyles",
    b"listtable", b"listoverridetable", b"rsidtbl", b"generator", b"blipuid", b"datastore", b"xmlnstbl", b"panose",
    b"mmathPr", b"defchp", b"defpap", b"fldtype", b"datafield", b"sn", b"levelnumbers", b"leveltext", b"pnseclvl",
    b"svb", b"objclass", b"atnid", b"atnref", b"atndate", b"wgrffmtfilter", b"pntext", b"listtext", b"pntxta",
    b"pntxtb", b"nonshppict", b"nonesttables", b"shprslt", b"creatim", b"revtim", b"printim",
})  # fmt: skip
#: Groups that stand for themselves in the middle of a line, beside those that are marked so.
_OWN = frozenset({
    b"title", b"subject", b"author", b"operator", b"company", b"category", b"keywords", b"comment", b"doccomm",
    b"hlinkbase", b"footnote", b"header", b"headerl", b"headerr", b"headerf", b"footer", b"footerl", b"footerr",
    b"footerf", b"annotation", b"fldrslt", b"sv", b"shptxt", b"shp", b"revtbl", b"field", b"object", b"result",
    b"v", b"deleted", b"propname", b"staticval", b"linkval", b"upr", b"ud", b"info",
})  # fmt: skip
#: Words that stand for a break between words.
_BREAKS = frozenset({b"par", b"line", b"cell", b"row", b"tab", b"sect", b"page", b"nestcell", b"nestrow", b"column"})
_ALPHABETS = frozenset(
    {b"437", b"850", b"1250", b"1251", b"1252", b"1253", b"1254", b"1255", b"1256", b"1257", b"1258"}
)
_SIGNS = {b"~": " ", b"_": "-", b"-": "", b"\\": "\\", b"{": "{", b"}": "}"}
#: What some groups are, in plain words; others are called by their name in RTF.
_CALLED = {
    b"fldinst": "codes of fields", b"manager": "document property manager", b"xe": "index entries",
    b"tc": "index entries", b"ffhelptext": "help texts of form fields and cells",
    b"ffstattext": "help texts of form fields and cells", b"ffl": "choices of form fields and lists",
    b"ffdeftext": "what form fields held before they were filled in", b"docvar": "variables of the document",
}  # fmt: skip
_KNOWN = _MUTE | _OWN | frozenset(_CALLED)
#: What of it stands somewhere else than in the groups above.
REST = "text of the file that is not on its pages"
#: How deep groups lie in each other, and how much is said, at most.
_DEEP, _MOST = 2000, 64 << 20


def said_in(data: bytes) -> Iterator[tuple[str, str]]:
    """What each piece of text is, and the text. Never raises."""
    # Of each group that is open: what it is for, whether it is mute, how many letters stand in for one of another
    # alphabet, its text.
    stack: list[tuple[bytes, bool, int, list[str]]] = []
    name, mute, skipped, line = b"", False, 1, list[str]()
    skipping, starred, alphabet = 0, False, "cp1252"
    at, end = 0, min(len(data), _MOST)
    while at < end and (found := _TOKEN.match(data, at)):
        at = found.end()
        word = found["word"]
        if found["open"]:
            if len(stack) < _DEEP:
                stack.append((name, mute, skipped, line))
                line = []
            starred = False
            continue
        if found["close"]:
            inner = name
            if stack:
                name, mute, skipped, outer = stack.pop()
                if inner == name:
                    # Formatting inside a line of text: words go on across it.
                    outer += [*line, "" if name in (b"", b"fldinst") else " "]
                    line = []
                yield from _ended(inner, line)
                line = outer
            continue
        if word == b"bin":
            at += max(int(found["number"] or 0), 0)
        elif word == b"u" and found["number"]:
            line.append("" if mute else chr(int(found["number"]) % 0x10000))
            skipping = skipped
        elif word == b"uc":
            skipped = min(max(int(found["number"] or 1), 0), 9)
        elif word == b"ansicpg":
            alphabet = f"cp{found['number'].decode()}" if found["number"] in _ALPHABETS else "cp1252"
        elif word in _BREAKS:
            yield from _ended(name, line)
        elif word is not None and found["number"] != b"0" and (starred or word in _KNOWN):
            # Hidden and deleted words begin in the middle of a line.
            yield from _ended(name, line)
            name, mute, starred = word, mute or word in _MUTE, False
        elif found["byte"] or found["text"]:
            said = bytes.fromhex(found["byte"].decode()) if found["byte"] else found["text"]
            left = said[skipping:]
            skipping = max(skipping - len(said), 0)
            starred = False
            if not mute:
                line.append(left.decode(alphabet, "replace"))
        elif found["sign"] == b"*":
            starred = True
        elif found["sign"] and not mute:
            line.append(_SIGNS.get(found["sign"], ""))
    yield from _ended(name, line)


def _ended(name: bytes, line: list[str]) -> Iterator[tuple[str, str]]:
    joined = "".join(line).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    line.clear()
    said = " ".join(joined.split())
    if said:
        yield _CALLED.get(name, REST), said
