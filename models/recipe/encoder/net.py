# SPDX-License-Identifier: AGPL-3.0-or-later
"""The network while it is trained (torch; never imported by Redactor itself)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import nn
from transformers import BertConfig, BertModel

from redactor.detect.layers.wordpiece import WRITTEN

LABELS = ("O", "B-PER", "I-PER", "PLACE", "ORG", "THING")


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

    def forward(self, pieces: torch.Tensor, written: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        hidden = self.bert(input_ids=pieces, token_type_ids=written, attention_mask=mask).last_hidden_state
        return self.out(self.drop(hidden))


def averaged(checkpoints: Sequence[Path]) -> dict[str, torch.Tensor]:
    """The average of several checkpoints' weights (of one: its own)."""
    ends = [torch.load(path, weights_only=True) for path in checkpoints]
    return {key: torch.stack([end[key].float() for end in ends]).mean(0).to(ends[0][key].dtype) for key in ends[0]}
