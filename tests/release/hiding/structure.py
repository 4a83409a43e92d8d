# SPDX-License-Identifier: AGPL-3.0-or-later
"""Secrets in the structure tree."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.domain.pages import Where
from tests.release.hiding.base import SECRET, add, page, text
from tests.release.hiding.document import held

SAID = String(f"Her neighbour {SECRET}")
MARKED = b"/P <</MCID 0>> BDC " + text("Seen.") + b"EMC\n"


def tree(
    name: str, where: Where | None = Where.HIDDEN_TEXT, *, root: dict[str, Any] | None = None, **keys: Any
) -> None:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        top = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        own = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=top, Pg=page, K=0, **keys))
        top.K = own
        top.ParentTree = Dictionary(Nums=Array([0, Array([own])]))
        for key, value in (root or {}).items():
            top[f"/{key}"] = value(pdf) if callable(value) else value
        page.StructParents = 0
        pdf.Root.StructTreeRoot = top
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    add(name, where, lambda: page(MARKED, change))


tree("structure: an associated file", Where.ATTACHMENT, root={"AF": lambda pdf: Array([held(pdf, "d.pdf")])})
tree("structure: alternate text", Alt=SAID)
tree("structure: replacement text", ActualText=SAID)
tree("structure: expansion", E=SAID)
tree("structure: title", T=SAID)
tree("structure: language", Lang=SAID)
tree("structure: identifier", ID=SAID)
tree("structure: attribute", A=Dictionary(O=Name.Table, Summary=SAID))
tree("structure: user property", A=Dictionary(O=Name.UserProperties, P=Array([Dictionary(N=String("Who"), V=SAID)])))
tree("structure: class", root={"ClassMap": Dictionary(C=Dictionary(O=Name.Table, Summary=SAID))}, C=Name.C)
tree("structure: tree of identifiers", root={"IDTree": Dictionary(Names=Array([SAID, Dictionary()]))})
tree("structure: role", None, root={"RoleMap": Dictionary({"/KayleighBarnes": Name.P})})
tree("structure: pronunciation", Phoneme=SAID)
