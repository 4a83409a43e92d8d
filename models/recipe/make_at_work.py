# SPDX-License-Identifier: AGPL-3.0-or-later
"""Learn which words around a name speak for somebody at work: models/lexicon/at_work.txt, from the records written by hand.

    pip install scikit-learn==1.9.1   # and Redactor's own packages
    python -m models.recipe.make_at_work models/lexicon [--check]

Ten seconds. One record in six is kept aside (who_works.ASIDE): python -m models.recipe.evaluate measures on those. ``--check``
writes nothing, and says by five-fold cross-validation of the others how often single names are told right.
"""

from __future__ import annotations

import argparse
import hashlib
import zlib
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from models.recipe.who_works import readings
from redactor.detect.language.around import FILE, PARTS, features

#: How freely the weights may grow; how often a thing must be met; weights nearer to 0 are left out.
FREELY, OFTEN, WEIGHTY = 0.2, 2, 0.05
HEAD = """# SPDX-License-Identifier: AGPL-3.0-or-later
# What stands around a name and how much it speaks for somebody at work, in hundredths; made by models/recipe/make_at_work.py
"""


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--check", action="store_true")
    o = ask.parse_args()
    seen, staff, folds = [], [], []
    for reading in readings():
        if reading.aside:
            continue
        for number, around in features(reading.text, [(name.start, name.end) for name in reading.names]):
            if reading.names[number].staff is not None:
                seen.append(around)
                staff.append(reading.names[number].staff)
                folds.append(zlib.crc32(reading.id.encode()) // 7 % 5)
    vectors = DictVectorizer(dtype=np.float32)
    table, truth, fold = vectors.fit_transform(seen), np.array(staff), np.array(folds)
    table = table[:, (kept := np.asarray((table != 0).sum(axis=0))[0] >= OFTEN)]
    if o.check:
        found = np.zeros(len(truth))
        for number in range(5):
            found[fold == number] = fitted(table[fold != number], truth[fold != number]).decision_function(table[fold == number])
        print(f"{len(truth)} names, {truth.mean():.2f} of staff: {((found > 0) == truth).mean():.3f} right, area under the curve {roc_auc_score(truth, found):.3f}")
        return
    model = fitted(table, truth)
    weights = dict(zip(vectors.get_feature_names_out()[kept], model.coef_[0], strict=True))
    lines = [f"{name} {round(weight * PARTS)}\n" for name, weight in sorted(weights.items()) if abs(weight) >= WEIGHTY]
    file = o.folder / FILE.name
    file.write_text(HEAD + f" {round(model.intercept_[0] * PARTS)}\n" + "".join(lines), encoding="utf-8")
    sums = [line for line in (o.folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines(True) if file.name not in line]
    (o.folder / "SHA256SUMS").write_text("".join([*sums, f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"]), encoding="utf-8")
    print(f"{len(truth)} names taught {len(lines)} weights, {file.stat().st_size / 1000:.0f} kB")


def fitted(table: object, truth: object) -> LogisticRegression:
    return LogisticRegression(C=FREELY, max_iter=60, solver="liblinear", random_state=1).fit(table, truth)


if __name__ == "__main__":
    main()
