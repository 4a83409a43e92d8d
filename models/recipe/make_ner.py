# SPDX-License-Identifier: AGPL-3.0-or-later
"""Make models/en_redactor_ner from an installed or unpacked en_core_web_md 3.8.0.

    python models/recipe/make_ner.py /path/to/en_core_web_md-3.8.0 models/en_redactor_ner

Kept: the tokeniser, the word vectors, and the NER component with the token encoder it was trained with
(its own copy, not a listener). Dropped: tagger, parser, senter, lemmatiser, attribute ruler, and the strings
of the 685,000 vector keys (a vector is found by the hash of the word, so the string itself is never read).
The weights are not touched: the script ends by checking that the result finds exactly what the source finds.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path

import spacy

KEEP = ("ner",)
CHECK = (
    "Maternal grandmother, Sharnelle Pinnock, told Mr Ap-Rhys of Albert Road Infants in Leeds on 4 May 2024.",
    "Dr A. Whomersley wrote to Kayleigh's mother about the Court of Appeal and a payment of £1,240.",
    "MISS NICHOLSON ATTENDED THE OFFICE WITH IRIS.",
    "Priscilla was seen by Elliot Begum; Zbigniew Zielinski (neighbour) rang from 07700 900284.",
)


def strings_needed(path: Path, nlp: spacy.language.Language) -> list[str]:
    """Every string the rest of the pipeline reads by name: labels, tokeniser exceptions, norms."""
    needed = set(nlp.get_pipe("ner").labels)
    for text, tokens in nlp.tokenizer.rules.items():
        needed.add(text)
        needed.update(str(value) for token in tokens for value in token.values())
    return sorted(needed)


def main(source: Path, target: Path) -> None:
    nlp = spacy.load(source, exclude=["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"])
    full = spacy.load(source)
    if target.exists():
        for old in target.iterdir():
            if old.name not in {"README.md", "LICENCE"}:
                shutil.rmtree(old) if old.is_dir() else old.unlink()
    nlp.meta.update(
        lang="en",
        name="redactor_ner",
        version="1.0.0",
        description="The named entity recogniser of en_core_web_md 3.8.0, alone.",
        license="MIT",
    )
    nlp.meta["performance"] = {key: value for key, value in nlp.meta["performance"].items() if key.startswith("ents_")}
    nlp.to_disk(target)
    (target / "vocab" / "strings.json").write_text(json.dumps(strings_needed(source, nlp)), encoding="utf-8")

    made = spacy.load(target)
    for text in CHECK:
        expected = [(e.start_char, e.end_char, e.label_) for e in full(text).ents]
        found = [(e.start_char, e.end_char, e.label_) for e in made(text).ents]
        if expected != found:
            raise SystemExit(f"the pipeline made does not find what its source finds: {text}\n{expected}\n{found}")
    write_hashes(target)


def write_hashes(folder: Path) -> None:
    """SHA256SUMS: every file of the pipeline, in the format of sha256sum(1)."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in {"SHA256SUMS", "README.md", "LICENCE"}
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
