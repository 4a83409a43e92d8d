# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every fixed sentence a release prints. Strings only: the burner prints them, and the verifier takes
their words as the only words our own pages may hold."""

from __future__ import annotations

from typing import Final

DRAFT: Final = "DRAFT - NOT FOR RELEASE"
PAGE_OF: Final = "Page {page} of {pages}"
DOCUMENT_PAGE: Final = "Document {document}, page {page} of {pages}"
DOCUMENT_SLIP: Final = "Document {document}"
VOLUME: Final = "part {volume}"
BOX_ALT: Final = "Redacted: {label} (number {number} in the redaction log)"
PICTURE_ALT: Final = "Picture of a page without readable text"

TITLE: Final = "Records requested, reference {reference}"
COVER_TITLE: Final = "Your records"
COVER_ABOUT: Final = "Records held about {subject}"
COVER_REFERENCE: Final = "Reference {reference}"
COVER_OFFICE: Final = "{office}"
COVER_INTRO: Final = (
    "These are the records you asked for. You have a right to see what is recorded about you. Where a part could not "
    "be shared, a {colour} box covers it, with a short label that says why. The key below explains each label. Each "
    "box also has a number. You can use that number to find the box in the redaction log and to ask us about it."
)
COLOUR_GREY: Final = "pale grey"
COLOUR_BLACK: Final = "black"
COLOUR_WHITE: Final = "white"
COVER_VOLUMES: Final = "These records may come in more than one file. Page numbers go on from one file to the next."
COVER_COUNTS: Final = "Pages: {pages}. Documents: {documents}. Parts held back: {redactions}."
COVER_DRAFT: Final = (
    "This is a draft for checking inside the office. It has not been approved. Do not send it to anybody."
)
COVER_APPROVED: Final = "Checked and approved by {name} on {date}."
COVER_UNVOUCHED: Final = "The identity of the person who approved this was not vouched for by an office."
COVER_QUESTIONS_TITLE: Final = "If you have questions"
COVER_QUESTIONS: Final = (
    "Write to us with the reference above and the number of the page or box. We will look at it again. If you are not "
    "content with our answer, you can complain to us, to the Information Commissioner, or go to court."
)
KEY_TITLE: Final = "What the labels mean"
KEY_LABEL: Final = "Label"
KEY_MEANING: Final = "What it means"
KEY_LAW: Final = "The law"
KEY_PERSONS: Final = "{first} to {last}"
KEY_SAME: Final = "The same number stands for the same person throughout."
KEY_NONE: Final = "Nothing has been held back."
INDEX_TITLE: Final = "What is in this bundle"
INDEX_DOCUMENT: Final = "Document"
INDEX_PAGES: Final = "Pages in this bundle"
INDEX_LENGTH: Final = "Length"
INDEX_NOTE: Final = "Note"
INDEX_LENGTH_ONE: Final = "1 page"
INDEX_LENGTH_MANY: Final = "{count} pages"
INDEX_WITHHELD_ONE: Final = "1 page held back"
INDEX_WITHHELD_MANY: Final = "{count} pages held back"
INDEX_RANGE: Final = "{first} to {last}"
INDEX_TITLED: Final = "{number}. {title}"
INDEX_LEFT_ONE: Final = "1 page not repeated or left out"
INDEX_LEFT_MANY: Final = "{count} pages not repeated or left out"
INDEX_SAID_ONE: Final = "1 page with a statement"
INDEX_SAID_MANY: Final = "{count} pages with statements"
LEFT_TITLE: Final = "What is not in this bundle"
LEFT_DOCUMENT_ONE: Final = "A document of 1 page"
LEFT_DOCUMENT_MANY: Final = "A document of {count} pages"
LEFT_PAGE_ONE: Final = "Page {first} of Document {document}"
LEFT_PAGE_MANY: Final = "Pages {first} to {last} of Document {document}"
LEFT_COPY_ONE: Final = "{what} {verb} a copy of page {page} of this bundle and {verb} not repeated."
LEFT_COPY_MANY: Final = "{what} {verb} a copy of what starts on page {page} of this bundle and {verb} not repeated."
LEFT_EARLIER: Final = (
    "{what} {verb} an earlier version of what starts on page {page} of this bundle and {verb} not repeated."
)
LEFT_PLAIN: Final = "{what} {verb} not repeated."
LEFT_OTHER: Final = (
    "{what} {verb} not included. What is written there is not about you, so it is not part of the information you "
    "have a right to."
)
LEFT_IS: Final = "is"
LEFT_ARE: Final = "are"
LEFT_LABEL_COPY: Final = "Not repeated"
SLIP_TITLE_ONE: Final = "This page is held back"
SLIP_TITLE_MANY: Final = "These pages are held back"
SLIP_WHICH_ONE: Final = "Page {first} of Document {document} is not in this bundle."
SLIP_WHICH_MANY: Final = "Pages {first} to {last} of Document {document} are not in this bundle."
SLIP_LABEL: Final = "Label: {label}"
SLIP_NUMBER: Final = "Number {number} in the redaction log"
SLIP_LAW: Final = "The law: {reference}"
SLIP_NOTE: Final = "This sheet stands in their place, so that you can see that something is held back, and why."

REISSUE_TITLE: Final = "Pages of your records, sent again"
REISSUE_INTRO: Final = (
    "This is supplement {number} to the records we sent you before. It has only the pages that changed since then. "
    "Please keep the bundle you have: every other page of it stands as it is. Box numbers are the same as before. A "
    "new box has a new number."
)
REISSUE_PAGES_TITLE: Final = "Which pages these are"
REISSUE_HERE: Final = "Page of this supplement"
REISSUE_BEFORE: Final = "It takes the place of"
REISSUE_FIRST: Final = "page {page} of the first bundle"
REISSUE_LATER: Final = "page {page} of supplement {number}"
REISSUE_NEW: Final = "no other page: it was not sent before"
REISSUE_SHOWN: Final = "Number {number} of the redaction log is no longer held back."

SAID_TITLE: Final = "A statement that goes with the record"
SAID_MORE: Final = "A statement that goes with the record, continued"
SAID_PAGE: Final = "By {by}, {date}, about page {page} of Document {document}"
SAID_DOCUMENT: Final = "By {by}, {date}, about Document {document}"
SAID_ELSEWHERE: Final = "By {by}, {date}, about a part of the record that is not in this bundle"
SAID_NOTE: Final = (
    "These are the person's own words. They were not written by the office, and they are part of the record."
)
SAID_LOG_TITLE: Final = "Statements that go with the record"
SAID_LOG: Final = "Page {page}: a statement by {by}, {date}."

LOG_TITLE: Final = "Redaction log"
LOG_INTRO: Final = (
    "Every part of the records that is held back, in the order of the bundle. The number is printed on the box where "
    "there is room. Where it lies is measured on the printed page, from its left and upper edges to the box's corner."
)
LOG_COUNTS: Final = "Parts held back: {count}, on {pages} pages of the bundle."
LOG_AT: Final = "{across} mm across, {down} mm down"
LOG_LINES_TITLE: Final = "Each part that is held back"
LOG_NUMBER: Final = "No."
LOG_PAGE: Final = "Page"
LOG_PLACE: Final = "Where on the page"
LOG_LABEL: Final = "Label"
LOG_EXPLANATION: Final = "Why"
LOG_REFERENCE: Final = "The law"
LOG_WHOLE_PAGE: Final = "the whole page"
LOG_NO_PLACE: Final = "not shown on the page"
LOG_LEFT_OUT: Final = "listed on this page"
LOG_NONE: Final = "Nothing has been held back."
