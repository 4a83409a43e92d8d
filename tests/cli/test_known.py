# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the subject knows already is shown, and left in when somebody accepts it: one step a document."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import make_pdf

PAPERS = {
    "letter.pdf": [
        "3 May 2019",
        "Miss Tabitha Winslow",
        "Dear Miss Winslow,",
        "I spoke to your aunt, Carol Denny, on Monday.",
        "Yours sincerely,",
    ],
    "draft.pdf": ["DRAFT", "Dear Tabitha,", "Your aunt Carol Denny rang us.", "Yours sincerely,", "Jo Orr"],
    "hers.pdf": ["To the council", "My aunt Carol Denny has moved.", "Yours sincerely,", "Tabitha Winslow"],
    "minutes.pdf": ["Review meeting", "Present: Jo Orr, Tabitha Winslow, Carol Denny", "Apologies: Mr Hill", "1. Plan"],
    "father.pdf": ["Dear Mr Winslow,", "Carol Denny rang.", "Yours sincerely,"],
    "other.pdf": ["Dear Mrs Denny,", "Tabitha Winslow is well. Carol Denny may visit.", "Yours sincerely,"],
    "note.pdf": ["Case note. Present: Jo Orr. Carol Denny rang about Tabitha Winslow."],
}


def test_what_is_known_is_proposed_and_accepted_by_document(command, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, lines in PAPERS.items():
        make_pdf(folder / name, lines)
    case = tmp_path / "c.case"
    command("new", case, "--reference", "R", "--subject", "Tabitha Winslow")
    command("add", case, folder)
    command("analyse", case, "--workers", "1")

    rows = {row["file"]: row for row in command("known", case, "--json")}
    assert set(rows) == {"letter.pdf", "draft.pdf", "hers.pdf", "minutes.pdf"}
    assert rows["letter.pdf"]["why"] == "letter to the subject of 3 May 2019" and not rows["letter.pdf"]["doubt"]
    assert "draft" in rows["draft.pdf"]["doubt"] and rows["hers.pdf"]["kind"] == "letter_from"
    assert rows["minutes.pdf"]["kind"] == "meeting" and rows["minutes.pdf"]["doubt"]

    def carol() -> dict[str, str]:
        found = command("mentions", case, "--json")
        return {row["file"]: row["status"] for row in found if row["text"].endswith("Carol Denny")}

    # A proposal changes nothing; accepting everything else redacts here too.
    assert set(carol().values()) == {"proposed"}
    command("accept", case)
    assert set(carol().values()) == {"redacted"}

    done = command("known", case, "--accept", rows["letter.pdf"]["id"], "--json")[0]
    assert done["accepted"] == 1 and done["mentions"] >= 1
    command("settle", case, rows["draft.pdf"]["id"], "--outcome", "redact", "--why", "never sent")
    now = carol()
    assert now["letter.pdf"] == "disclosed" and now["draft.pdf"] == "redacted" and now["hers.pdf"] == "redacted"
    event = command("journal", case, "--json")[-2]
    assert "letter to the subject of 3 May 2019" in event["payload"]["why"]
    states = {row["file"]: row["status"] for row in command("known", case, "--json")}
    assert states["letter.pdf"] == "known" and states["draft.pdf"] == "redact" and states["hers.pdf"] == "proposed"
    command("known", case, "--accept", rows["letter.pdf"]["id"], status=2)

    # It holds after another analysis, and is taken back like any decision.
    command("analyse", case, "--workers", "1")
    assert carol()["letter.pdf"] == "disclosed"
    command("undo", case)
    command("undo", case)
    assert carol()["letter.pdf"] == "redacted"
