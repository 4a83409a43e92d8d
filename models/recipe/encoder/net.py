# SPDX-License-Identifier: AGPL-3.0-or-later
"""The network while it is trained (torch; never imported by Redactor itself)."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import nn
from transformers import BertConfig, BertModel

from redactor.detect.layers.harming import KINDS
from redactor.detect.layers.wordpiece import WRITTEN

LABELS = ("O", "B-PER", "I-PER", "PLACE", "ORG", "THING")
#: What a sentence tells is read by a branch of its own: the layers for names turn to single words. It leaves the trunk after
#: so many layers, and has so many.
SHARED, OWN = 3, 2


def block(layer: nn.Module, x: torch.Tensor, away: torch.Tensor, heads: int, drop: nn.Module | None = None) -> torch.Tensor:
    """One layer of BERT in plain operations. ``away`` is added to the attention of what is no piece."""

    def split(y: torch.Tensor) -> torch.Tensor:
        return y.view(y.shape[0], y.shape[1], heads, -1).transpose(1, 2)

    def dropped(y: torch.Tensor) -> torch.Tensor:
        return y if drop is None else drop(y)

    a = layer.attention
    q, k, v = (split(part(x)) for part in (a.self.query, a.self.key, a.self.value))
    weights = torch.softmax(q @ k.transpose(-1, -2) / (q.shape[-1] ** 0.5) + away, dim=-1)
    y = (weights @ v).transpose(1, 2).reshape(x.shape)
    x = a.output.LayerNorm(dropped(a.output.dense(y)) + x)
    z = torch.nn.functional.gelu(layer.intermediate.dense(x))
    return layer.output.LayerNorm(dropped(layer.output.dense(z)) + x)


def embedded(bert: nn.Module, pieces: torch.Tensor, written: torch.Tensor) -> torch.Tensor:
    e = bert.embeddings
    position = torch.cumsum(torch.ones_like(pieces), dim=1) - 1
    return e.LayerNorm(e.word_embeddings(pieces) + e.token_type_embeddings(written) + e.position_embeddings(position))


def no_pieces(mask: torch.Tensor, kind: torch.dtype) -> torch.Tensor:
    """What keeps the attention away from what fills a row up."""
    return (1.0 - mask[:, None, None, :].to(kind)) * -10000.0


class Tagger(nn.Module):
    """A BERT encoder whose token types say how each word is written (lower, Capitalised, CAPITALS...), and one layer."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(folder)
        config._attn_implementation = "eager"
        self.bert = BertModel.from_pretrained(folder, config=config, add_pooling_layer=False)
        old = self.bert.embeddings.token_type_embeddings.weight.data
        new = nn.Embedding(WRITTEN, old.shape[1])
        with torch.no_grad():
            new.weight.copy_(old[:1].repeat(WRITTEN, 1) + 0.02 * torch.randn(WRITTEN, old.shape[1]))
        self.bert.embeddings.token_type_embeddings = new
        self.bert.config.type_vocab_size = WRITTEN
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(old.shape[1], len(LABELS))
        # Copies and zeros draw no random numbers: the stages of names go as they went without the branch.
        self.branch = nn.ModuleList(copy.deepcopy(layer) for layer in self.bert.encoder.layer[SHARED : SHARED + OWN])
        self.told = nn.Parameter(torch.zeros(old.shape[1], 1 + len(KINDS)))
        self.bias = nn.Parameter(torch.zeros(1 + len(KINDS)))

    def forward(self, pieces: torch.Tensor, written: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        hidden = self.bert(input_ids=pieces, token_type_ids=written, attention_mask=mask).last_hidden_state
        return self.out(self.drop(hidden))

    def harm(self, pieces: torch.Tensor, written: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """For each piece how telling it is, and how much for each of ``KINDS``. The trunk learns nothing by it."""
        heads = self.bert.config.num_attention_heads
        with torch.no_grad():
            x = embedded(self.bert, pieces, written)
            away = no_pieces(mask, x.dtype)
            for layer in self.bert.encoder.layer[:SHARED]:
                x = block(layer, x, away, heads)
        for layer in self.branch:
            x = block(layer, x, away, heads, self.drop)
        return self.drop(x) @ self.told + self.bias

    def load(self, weights: dict[str, torch.Tensor]) -> None:
        """Take weights; those of the stages of names know nothing of harm, whose branch then begins as their layers."""
        missing, unexpected = self.load_state_dict(weights, strict=False)
        if unexpected or any(not name.startswith(("branch.", "told", "bias")) for name in missing):
            raise ValueError(f"not this network's weights: {unexpected or missing}")
        if missing:
            for own, layer in zip(self.branch, self.bert.encoder.layer[SHARED : SHARED + OWN], strict=True):
                own.load_state_dict(layer.state_dict())


def averaged(checkpoints: Sequence[Path]) -> dict[str, torch.Tensor]:
    """The average of several checkpoints' weights (of one: its own)."""
    ends = [torch.load(path, weights_only=True) for path in checkpoints]
    return {key: torch.stack([end[key].float() for end in ends]).mean(0).to(ends[0][key].dtype) for key in ends[0]}
