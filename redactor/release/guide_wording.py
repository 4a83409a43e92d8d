# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every fixed sentence of the reader's guide. Strings only: the guide prints them, and the verifier takes their words
as the only words the guide may hold besides labels, explanations, numbers and the facts of the cover."""

from __future__ import annotations

from typing import Final

FILE: Final = "guide.pdf"
TITLE: Final = "A guide to your records, reference {reference}"
HEADING: Final = "A guide to your records"
FOOT: Final = "A guide to your records"
ABOUT: Final = "Records held about {subject}"
REFERENCE: Final = "Reference {reference}"
INTRO: Final = (
    "You asked to see what is recorded about you. You have a right to that. This guide tells you what we have sent "
    "you, what we left out and why, and what you can do if you have questions or are not content."
)
GOT_TITLE: Final = "What you have got"
GOT: Final = "Your records are in a file of {pages} pages. On them we have held back this many parts: {count}"
GOT_ALL: Final = "Your records are in a file of {pages} pages. Nothing on them has been held back."
BOX: Final = (
    "Where a part is held back there is a plain box. Its label says what kind of reason there is, and its number lets "
    "you ask us about that one box. What is under a box is not in the file: nobody can take the box away."
)
KIND_TITLE: Final = "What the labels mean"
KIND_LAW: Final = "The law: {law}"
KIND_COUNT: Final = "How often in your records: {count}"
PAGES_TITLE: Final = "What is left out, page by page"
PAGES_INTRO: Final = "Pages that are not listed here are whole."
PAGE: Final = "Page"
LABEL: Final = "Label"
NUMBERS: Final = "Numbers of the boxes"
WHOLE: Final = "(the whole page)"
ASK_TITLE: Final = "What you can do"
ASK_TITLE_1: Final = "1. Ask us"
ASK_1: Final = (
    "Write to us, call us or come to see us. Tell us the reference above and the number of the box or page. Somebody "
    "who did not make the first decision will look at it again. It costs nothing, and you need not say why."
)
ASK_TITLE_2: Final = "2. Tell us what is wrong or missing"
ASK_2: Final = (
    "If something recorded about you is wrong, you can ask us to put it right. If we see it differently, you can write "
    "down your own view, and we keep it with the record. If you think that papers are missing, tell us where to look."
)
ASK_TITLE_3: Final = "3. Complain to us"
ASK_3: Final = (
    "If you are not content with what we did, you can complain to us about it. We must tell you within 30 days that we "
    "have your complaint, look into it without delay, and tell you what came of it."
)
ASK_TITLE_4: Final = "4. Complain to the Information Commissioner"
ASK_4: Final = (
    "The Information Commissioner is independent of us and looks into complaints. You can find out how on the website "
    "ico.org.uk or by telephone on 0303 123 1113."
)
ASK_TITLE_5: Final = "5. Go to court"
ASK_5: Final = (
    "You can ask a court to order us to give you what you have a right to. You may want advice first: a solicitor, a "
    "law centre or Citizens Advice can help you."
)
HELP_TITLE: Final = "If this is hard to read"
HELP: Final = (
    "Some of what is in your records may be upsetting. You can read it with somebody you trust, and you can ask us to "
    "go through it with you. We can also send it in another form: larger print, on paper, or read aloud."
)
