# SPDX-License-Identifier: AGPL-3.0-or-later
"""An invitation and a visiting card are read as they are meant: names are not cut where their lines are."""

from __future__ import annotations

from redactor.bundle import tasks
from redactor.bundle.formats.calendars import unfolded

INVITATION = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION:Discuss Kit Beech\\nand Mr Marmaduke Cholmon\r\n deley\\, neighbour"
    '\r\nATTENDEE;CN="Lena Ko\r\n\tch":mailto:lena@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
)


def test_names_in_an_invitation_are_whole_on_its_page() -> None:
    made = tasks.convert(INVITATION.encode(), "invite.ics", "text")
    (page,) = tasks.read_pages(made.pdf, "", 1, 1)
    text = " ".join(page.text.split())
    assert "Discuss Kit Beech and Mr Marmaduke Cholmondeley, neighbour" in text
    assert 'CN="Lena Koch"' in text and made.notes == ()


def test_other_text_stays_as_it_is() -> None:
    said = "Path C:\\new\n  and more\\, he wrote"
    assert unfolded(said) == said


def test_what_is_written_below_a_card_keeps_its_lines() -> None:
    text = "BEGIN:VCARD\nFN:Sal Ma\n rsh\nEND:VCARD\nFor Tom Bell\n  Jean Fenn rang\n"
    assert unfolded(text) == "BEGIN:VCARD\nFN:Sal Marsh\nEND:VCARD\nFor Tom Bell\n  Jean Fenn rang\n"
