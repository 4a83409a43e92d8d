# SPDX-License-Identifier: AGPL-3.0-or-later
"""The script that gathers every text of the program, as a module: it lies beside the catalogues it fills."""

from __future__ import annotations

import importlib.util
import sys

from redactor.gui.wording import language

spec = importlib.util.spec_from_file_location("gather", language.FOLDER / "gather.py")
assert spec is not None and spec.loader is not None
gather = importlib.util.module_from_spec(spec)
sys.modules["gather"] = gather
spec.loader.exec_module(gather)
