# SPDX-License-Identifier: AGPL-3.0-or-later
"""Turn a checkpoint into models/en_redactor_encoder: ONNX with 8-bit weights, checked against torch.

    python -m models.recipe.encoder.export --base PATH/TO/all-MiniLM-L6-v2 --checkpoint one.pt [two.pt] --out models/en_redactor_encoder

Of several checkpoints the average is exported. Needs torch, transformers, onnx, onnxruntime 1.26.0, faker.

What goes into a layer is counted in 256 steps from its least to its greatest, and a few channels reach much further than the
others, which are left with a handful of steps. So in front of the widest layers every channel is divided, and its weights
are multiplied, by the root of how far it reaches on made-up passages (after SmoothQuant: Xiao and others 2023).
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import random
import shutil
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from models.recipe.encoder.net import SHARED, Tagger, averaged, block, embedded, no_pieces
from models.recipe.encoder.noise import damage
from models.recipe.encoder.notes import Notes
from models.recipe.encoder.train import batches
from redactor.detect.layers.harming import KINDS
from redactor.detect.layers.wordpiece import WordPiece

NAMES = ("pieces", "written", "mask")
#: Batches of passages by which the channels are judged.
JUDGED = 12


def reaches(tagger: Tagger, base: Path) -> dict[str, torch.Tensor]:
    """How far each channel that goes into a layer reaches in a passage, by the layer's name, on made-up passages."""
    found: dict[str, torch.Tensor] = {}

    def hook(name: str) -> Callable[..., None]:
        def seen(_: torch.nn.Module, given: tuple[torch.Tensor, ...]) -> None:
            most = given[0].abs().amax(dim=1).mean(dim=0) / JUDGED
            found[name] = found.get(name, torch.zeros_like(most)) + most

        return seen

    layers = [(name, part) for name, part in tagger.bert.named_modules() if isinstance(part, torch.nn.Linear) and "layer." in name]
    hooks = [part.register_forward_pre_hook(hook(name)) for name, part in layers]
    rng, notes = random.Random(5), Notes()
    stream = batches(iter(lambda: damage(notes.make(rng), rng), None), WordPiece(base / "vocab.txt"), 16, rng)
    with torch.no_grad():
        for _ in range(JUDGED):
            ids, written, mask, _labels = next(stream)
            tagger(ids, written, mask)
    for each in hooks:
        each.remove()
    return found


class Even(torch.nn.Module):
    """A layer whose channels are divided, and its weights multiplied, so that they reach alike far."""

    def __init__(self, layer: torch.nn.Linear, by: torch.Tensor) -> None:
        super().__init__()
        self.layer = copy.deepcopy(layer)
        self.layer.weight.data *= by
        self.register_buffer("part", 1 / by)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.layer(x * self.part)


class ForExport(torch.nn.Module):
    """The same network written out with plain operations, so that the exporter meets no masks it cannot trace.
    ``reach`` is what :func:`reaches` tells."""

    def __init__(self, tagger: Tagger, reach: dict[str, torch.Tensor]) -> None:
        super().__init__()
        self.t = copy.deepcopy(tagger)
        self.heads = tagger.bert.config.num_attention_heads
        for number, layer in enumerate(self.t.bert.encoder.layer):
            for inside, name in ((layer.intermediate, "intermediate"), (layer.output, "output")):
                far = reach[f"encoder.layer.{number}.{name}.dense"]
                inside.dense = Even(inside.dense, (far / far.mean()).sqrt())

    def forward(self, pieces: torch.Tensor, written: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        x = embedded(self.t.bert, pieces, written)
        away = no_pieces(mask, x.dtype)
        for number, layer in enumerate(self.t.bert.encoder.layer):
            if number == SHARED:
                own = x
            x = block(layer, x, away, self.heads)
        for layer in self.t.branch:
            own = block(layer, own, away, self.heads)
        return torch.cat([self.t.out(x), own @ self.t.told + self.t.bias], dim=-1)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--base", type=Path, required=True)
    ask.add_argument("--checkpoint", type=Path, nargs="+", required=True)
    ask.add_argument("--out", type=Path, required=True)
    o = ask.parse_args()
    tagger = Tagger(o.base)
    tagger.load(averaged(o.checkpoint))
    tagger.eval()
    plain = ForExport(tagger, reaches(tagger, o.base)).eval()
    sample = (torch.randint(1000, 20000, (2, 17)), torch.zeros((2, 17), dtype=torch.long), torch.ones((2, 17), dtype=torch.long))
    sample[2][1, 9:] = 0
    o.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        with warnings.catch_warnings(), torch.no_grad():
            warnings.simplefilter("ignore")
            axes = {name: {0: "rows", 1: "pieces"} for name in (*NAMES, "chances")}
            torch.onnx.export(plain, sample, str(full), input_names=list(NAMES), output_names=["chances"],
                              dynamic_axes=axes, opset_version=17, dynamo=False)
        target = o.out / "model.onnx"
        # Seven of the eight bits: on processors without VNNI (office PCs of some years) the sums of full range overflow.
        # The last layers, from 384 to a few, stay as they are.
        graph = onnx.load(full).graph
        few = {one.name for one in graph.initializer if len(one.dims) == 2 and min(one.dims) <= 1 + len(KINDS)}
        last = [node.name for node in graph.node if node.op_type == "MatMul" and few & set(node.input)]
        quantize_dynamic(full, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, nodes_to_exclude=last)
        feed = {name: value.numpy() for name, value in zip(NAMES, sample, strict=True)}
        with torch.no_grad():
            expected = torch.cat([tagger(*sample), tagger.harm(*sample)], dim=-1).numpy()
        for file in (full, target):
            found = onnxruntime.InferenceSession(file.read_bytes(), providers=["CPUExecutionProvider"]).run(None, feed)[0]
            apart = np.abs(found - expected)[feed["mask"] == 1]
            print(file.name, f"{file.stat().st_size / 1e6:.1f} MB; farthest from torch {apart.max():.4f}, mean {apart.mean():.4f}")
            if file == full and apart.max() > 1e-3:
                raise SystemExit("the network exported is not the one trained")
    shutil.copy(o.base / "vocab.txt", o.out / "vocab.txt")
    lines = [f"{hashlib.sha256((o.out / name).read_bytes()).hexdigest()}  {name}\n" for name in ("model.onnx", "vocab.txt")]
    (o.out / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
