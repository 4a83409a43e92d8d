# SPDX-License-Identifier: AGPL-3.0-or-later
"""What other programs write, taken all the way: read, a word hidden on each page, burned, and verified."""

from __future__ import annotations

import pytest

from redactor.bundle import tasks
from redactor.bundle.kinds import NeedsPassword
from redactor.domain.errors import BadInput
from redactor.domain.geometry import Box
from redactor.operations.deciding import mark
from redactor.operations.intake.intake import add_paths
from redactor.operations.intake.reading import read_text
from redactor.operations.progress import silent
from redactor.operations.releasing.export import export
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from tests import oddmade
from tests.conftest import PASSPHRASE


@pytest.fixture
def released(pool, tmp_path):
    """Takes a file in, hides its first word (or a corner of a page without words), and writes a draft."""

    def run(data: bytes, passwords: tuple[str, ...] = ()):
        (tmp_path / "paper.pdf").write_bytes(data)
        with new_case(tmp_path / "odd.case", PASSPHRASE, reference="O", subject="Priya Shah") as case:
            (added,) = add_paths(case, [tmp_path / "paper.pdf"], pool, passwords=passwords)
            assert added.status == "added", added.problem
            read_text(case, pool, 2, silent, lambda: False)
            view = CaseView(case)
            (document,) = view.documents.values()
            for page in range(1, document.pages + 1):
                content = case.page(document.sha256, page)
                if content.words:
                    mark.redact_span(view, document, page, (0, len(content.words[0].text)), "TP")
                else:
                    box = Box(0, 0, content.width / 3, content.height / 3)
                    mark.redact_box(view, document, page, box, "TP")
            result = export(view, tmp_path / "draft", pool, draft=True)
            return added, case.page(document.sha256, 1), result

    return run


@pytest.mark.parametrize(
    "made",
    [
        oddmade.empty_signature,
        oddmade.fields_to_be_drawn_anew,
        oddmade.slanted_labels,
        oddmade.laid_straight,
        oddmade.postage_stamp,
        oddmade.photographed_stamp,
        oddmade.poster,
    ],
    ids=lambda made: made.__name__,
)
def test_goes_all_the_way(released, made):
    _, _, result = released(made())
    assert result.report.verified and result.pages == 2


def test_a_field_nobody_signed_says_nothing(released):
    _, content, _ = released(oddmade.empty_signature())
    assert "SIGN" not in content.text and content.text.startswith("Dear Ms Shah,")


@pytest.mark.parametrize(
    ("made", "passwords"),
    [(oddmade.only_mupdf_opens, ("secret",)), (oddmade.wrong_addresses, ())],
    ids=["broken encryption", "broken table"],
)
def test_what_one_engine_alone_can_open_is_written_anew_and_told(released, made, passwords):
    added, content, result = released(made(), passwords)
    assert "written anew" in added.converter and "compare" in added.notes[0]
    assert "Gareth Pole" in content.text and result.report.verified


def test_a_sound_file_stays_as_it_came(released):
    added, _, _ = released(oddmade.saved(oddmade.paper()))
    assert added.converter == "" and added.notes == ()


def test_a_file_for_a_certificate_is_not_called_damaged():
    with pytest.raises(BadInput, match="certificate") as refused:
        tasks.identify(oddmade.for_a_certificate(), "sealed.pdf", ("secret",))
    assert not isinstance(refused.value, NeedsPassword)
    assert "print it to PDF" in refused.value.do
