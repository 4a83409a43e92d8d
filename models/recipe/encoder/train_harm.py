# SPDX-License-Identifier: AGPL-3.0-or-later
"""Train the branch that tells which sentences may do harm, on a trunk that finds names and stays as it is (torch).

    python -m models.recipe.encoder.train_harm --base PATH/TO/all-MiniLM-L6-v2 --begin names.pt [more.pt] --out checkpoint.pt
"""

from __future__ import annotations

import argparse
import random
import time
from collections import deque
from pathlib import Path

import torch

from models.recipe.encoder import harming
from models.recipe.encoder.net import Tagger, averaged
from models.recipe.encoder.train import save
from redactor.detect.layers.wordpiece import WordPiece


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--base", type=Path, required=True)
    ask.add_argument("--begin", type=Path, nargs="+", required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--steps", type=int, default=1300)
    ask.add_argument("--batch", type=int, default=16, help="texts of up to five passages")
    ask.add_argument("--rate", type=float, default=2e-4)
    ask.add_argument("--poor", type=float, default=0.15, help="share that is damaged as scans of worn print are")
    ask.add_argument("--seed", type=int, default=20)
    ask.add_argument("--threads", type=int, default=1)
    o = ask.parse_args()

    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    pieces = WordPiece(o.base / "vocab.txt")
    model = Tagger(o.base)
    model.load(averaged(o.begin))
    learnt = [*model.branch.parameters(), model.told, model.bias]
    optimiser = torch.optim.AdamW([{"params": list(model.branch.parameters()), "highest": o.rate},
                                   {"params": [model.told, model.bias], "highest": o.rate * 10}], lr=o.rate, weight_decay=0.02)
    stream = harming.batches(harming.Harming(), pieces, o.batch, random.Random(o.seed), o.poor)
    recent: deque[float] = deque(maxlen=50)
    began = time.time()
    model.train()
    for step in range(1, o.steps + 1):
        done = step / o.steps
        for group in optimiser.param_groups:
            group["lr"] = group["highest"] * (done / 0.06 if done < 0.06 else (1.02 - done) / 0.96)
        ids, written, mask, owned, targets = next(stream)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            outputs = model.harm(ids, written, mask)
        told, kinds = harming.told(outputs.float(), owned, targets)
        loss = torch.nn.functional.cross_entropy(told, kinds, label_smoothing=0.02)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learnt, 1.0)
        optimiser.step()
        recent.append(loss.item())
        if step % 50 == 0:
            print(f"step {step} loss {sum(recent) / len(recent):.4f} {time.time() - began:.0f} s", flush=True)
            save(model, o.out)
    save(model, o.out)


if __name__ == "__main__":
    main()
