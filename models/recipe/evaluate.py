# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every layer is worth: the finder with each of them off, on passages by hand, made papers and public gold.

    python -m models.recipe.evaluate [--uk uk_cases_dev.jsonl] [--tab tab_dev.jsonl] [--gold FOLDER] [--misses 50] [--only all,-encoder]

Always measured: the two halves of the passages by hand (heldback/*.txt) and papers of the second generator. --uk and
--tab are records with spans; --gold holds wikigold.conll and the Twitter corpora, of which the tenth that is never
trained on is read (it needs the packages faker and numpy only). And who of the records kept aside reads as somebody at work (who_works). Rows: the encoder bare, the layers without
propagation, everything, and everything but one (or several: "-caps-forms"). P is what is proposed; P+ counts what is possible as well.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from models.recipe.heldback import generator
from models.recipe.measure import Score, for_tuning, jsonl, marked, score
from models.recipe.who_works import readings, told
from redactor.detect.layers import reading as layers
from redactor.detect.layers import ner
from redactor.detect import records
from redactor.detect.layers.encoder import Read
from redactor.detect.language.found import RawSpan
from redactor.detect.people.record import SURE
from redactor.detect.language.text import plain

HERE = Path(__file__).parent
Spans = dict[str, list[tuple[int, int]]]
_readings: dict[str, list[Read]] = {}
_names = ner.names


def _remembered(texts: Iterable[str]) -> Iterator[list[Read]]:
    """The encoder's readings, each text read once however many rows the table has."""
    texts = list(texts)
    new = [text for text in dict.fromkeys(texts) if text not in _readings]
    _readings.update(zip(new, _names(new), strict=True))
    return (_readings[text] for text in texts)


def public(folder: Path) -> list[dict[str, Any]]:
    """The held-back tenth of the public gold as records."""
    from models.recipe.encoder.gold import gold
    from models.recipe.encoder.notes import BEGIN, PERSON

    out = []
    for number, text in enumerate(gold(folder, random.Random(1), held_back=True)):
        spans, labels = [], [*text.labels, 0]
        start = -1
        for i, label in enumerate(labels):
            if start >= 0 and label != PERSON:
                spans.append({"start": start, "end": i, "label": "PERSON", "cls": []})
                start = -1
            if label == BEGIN:
                start = i
        out.append({"id": f"p{number}", "text": str(text), "spans": spans})
    return out


def halves(sitting: str) -> dict[str, list[dict[str, Any]]]:
    """A sitting's passages with even numbers, which may be read while working, and those with odd ones, kept unread."""
    recs = marked(HERE / "heldback" / f"{sitting}.txt")
    return {f"{sitting} sitting, read": [r for r in recs if for_tuning(r)], f"{sitting} sitting, unread": [r for r in recs if not for_tuning(r)]}


def found(recs: Sequence[dict[str, Any]], row: str) -> tuple[Spans, Spans]:
    """Spans by record id: those proposed, and those proposed or possible."""
    ids = [str(r["id"]) for r in recs]
    if row == "bare encoder":
        reads = list(ner.names([plain(r["text"]) for r in recs]))
        return _read(ids, reads, 0.5), _read(ids, reads, 0.1)
    on = layers.LAYERS - set(row.split("-")) if row.startswith("-") else layers.LAYERS
    if row == "no propagation":
        raw = layers.read([r["text"] for r in recs], on)
        return _raw(ids, raw, SURE), _raw(ids, raw, 0)
    answers = records.detect([{k: v for k, v in r.items() if k != "spans"} for r in recs], on)
    return _answered(answers, {"proposed"}), _answered(answers, {"proposed", "possible"})


def _read(ids: Sequence[str], reads: Sequence[Sequence[Read]], least: float) -> Spans:
    names = ([(x.start, x.end) for x in found if x.kind == "PERSON" and x.score >= least] for found in reads)
    return dict(zip(ids, names, strict=True))


def _raw(ids: Sequence[str], raw: Sequence[Sequence[RawSpan]], least: float) -> Spans:
    names = ([(s.start, s.end) for s in spans if s.label == "PERSON" and s.score >= least] for spans in raw)
    return dict(zip(ids, names, strict=True))


def _answered(answers: Sequence[dict[str, Any]], tiers: set[str]) -> Spans:
    return {
        str(a["id"]): [(s["start"], s["end"]) for s in a["spans"] if s["label"] == "PERSON" and s["tier"] in tiers]
        for a in answers
    }


ROWS = ["bare encoder", "no propagation", "all", "-encoder", "-caps", "-forms", "-wording"]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--uk", type=Path)
    ask.add_argument("--tab", type=Path)
    ask.add_argument("--gold", type=Path)
    ask.add_argument("--misses", type=int, default=0, help="list so many misses of each half by hand")
    ask.add_argument("--only", default="", help="rows, parted by commas")
    ask.add_argument("--json", type=Path)
    o = ask.parse_args()
    ner.names = _remembered
    hand = marked(HERE / "heldback" / "first.txt") + marked(HERE / "heldback" / "second.txt")
    sets = {"by hand, tuning half": [r for r in hand if for_tuning(r)], "by hand, held back": [r for r in hand if not for_tuning(r)],
            "by hand, third sitting": marked(HERE / "heldback" / "third.txt"),
            **halves("fourth"), **halves("fifth"), **halves("sixth"), **halves("seventh"),
            **{f"{s} sitting, unread": marked(HERE / "heldback" / f"{s}.txt") for s in ("eighth", "ninth")},
            "second generator": generator.make(40, 77)}
    if o.uk:
        sets["UK paragraphs"] = jsonl(o.uk)
    if o.tab:
        sets["TAB"] = jsonl(o.tab)
    if o.gold:
        sets["public gold, held back"] = public(o.gold)
    table = []
    rows = o.only.split(",") if o.only else ROWS
    for name, recs in sets.items():
        print(f"\n{name}: {len(recs)} records, {sum(len(r['text'].split()) for r in recs)} words")
        print(f"{'':16} {'P overlap':>9} {'cover':>6} {'masked':>6} {'prec':>6} {'FP/kw':>6} | {'P+ cover':>8} {'masked':>6} {'FP/kw':>6} {'poss/kw':>7}")
        for row in rows:
            sure, any_ = found(recs, row)
            p, q = score(recs, sure), score(recs, any_)
            possible = round(1000 * (q.found - p.found) / max(p.words, 1), 1)
            a, b = p.row(), q.row()
            print(f"{row:16} {a['overlap']:9.3f} {a['cover']:6.3f} {a['masked']:6.3f} {a['precision']:6.3f} {a['FP/kw']:6.1f} | {b['cover']:8.3f} {b['masked']:6.3f} {b['FP/kw']:6.1f} {possible:7.1f}", flush=True)
            table.append({"set": name, "row": row, "proposed": a, "any": b, "possible/kw": possible})
            if row == "all":
                classes(p, q)
                if o.misses and name.startswith("by hand"):
                    show(recs, q, o.misses)
    if not o.only:
        at_work()
    if o.json:
        o.json.write_text(json.dumps(table, indent=1), encoding="utf-8")


def at_work() -> None:
    """People of the records whose staff were marked and that nothing was learnt from, with the layer "work" and without."""
    records = [record for record in readings() if record.aside]
    for name, on in (("all", layers.LAYERS), ("-work", layers.LAYERS - {"work"})):
        counts = told(records, on)
        kinds = ", ".join(f"{kind} {counts[kind, True]} staff and {counts[kind, False]} others" for kind in ("professional", "at work", "third party"))
        print(f"\nwho works there, {len(records)} records kept aside, {name}: {kinds}")


def classes(p: Score, q: Score) -> None:
    worst = sorted((c for c in q.classes.items() if c[1][0] >= 8), key=lambda c: c[1][2] / c[1][0])
    if worst:
        print("   cover by class, proposed/with possible: " + ", ".join(
            f"{kind} {p.classes[kind][2] / n:.2f}/{whole / n:.2f} ({n})" for kind, (n, _, whole) in worst[:24]))


def show(recs: Sequence[dict[str, Any]], q: Score, most: int) -> None:
    texts = {str(r["id"]): r["text"] for r in recs}
    for name, a, b in q.misses[:most]:
        text = texts[name]
        print(f"   missed {name}: ...{text[max(a - 25, 0) : a]}[{text[a:b]}]{text[b : b + 20]}...".replace("\n", "\\n"))


if __name__ == "__main__":
    main()
