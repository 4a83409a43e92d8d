# SPDX-License-Identifier: AGPL-3.0-or-later
"""An old office document is known by its own streams, not by those of what is embedded in it."""

from __future__ import annotations

import pytest

from redactor.bundle.office.suffixes import suffix_of
from tests.bundle.office.test_old_words import ole

BODY = bytes(5000)


@pytest.mark.parametrize(
    ("streams", "kind"),
    [
        (["Workbook", "MBD06CAB431/WordDocument"], "xls"),
        (["PowerPoint Document", "Object/WordDocument", "Object/Workbook"], "ppt"),
        (["WordDocument", "ObjectPool/Workbook"], "doc"),
        (["VisioDocument", "Object/WordDocument"], "vsd"),
        (["Quill/QuillSub/CONTENTS", "Objects/Workbook"], "pub"),
        (["BOOK"], "xls"),
        (["1Table"], None),
    ],
)
def test_it_is_what_its_own_streams_say(streams: list[str], kind: str | None) -> None:
    assert suffix_of(ole(dict.fromkeys(streams, BODY))) == kind


def test_half_a_document_is_known_by_the_names_that_are_left() -> None:
    whole = ole({"WordDocument": BODY})
    assert suffix_of(whole[:512] + b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0\0\0") == "doc"
