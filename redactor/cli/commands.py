# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every command in the order of ``redactor --help``: what it does, and the module that has it."""

from __future__ import annotations

from collections.abc import Iterator

#: Stage of the work; family of commands (a module beside this one); command; what it does. Told here so that help lists
#: them all, and a command loads its own family, without the others: each brings the parts of the program it works with,
#: and all of them together take longer to load than most commands to run.
STAGES: dict[str, dict[str, dict[str, str]]] = {
    "to begin": {
        "demo": {
            "demo": "the whole way on the demo case that ships with Redactor",
        },
        "window": {
            "gui": "open the window",
        },
        "setup": {
            "new": "make a case",
            "subject": "what is known of the subject; say more",
            "analyse": "read every page and find people; can be stopped and resumed",
            "detect": "find people in lines of text, without a case",
        },
        "staff": {
            "identity": "identities of staff",
            "roster": "the office's list of who is who",
        },
        "office": {
            "office": "the office's lists: staff, teams, own addresses, terms",
        },
    },
    "the papers": {
        "intake": {
            "add": "add files or folders to a case",
            "refused": "files given to the case that are not among its documents, and why",
            "source": "write a document's file out as it came, for comparing",
        },
        "arranging": {
            "documents": "the documents of the release in order, as far as it is known",
            "arrange": "sort the release; name, date and group its documents",
            "split-document": "pages of a file as a document of their own",
            "leave-out": "leave a document or pages out of the release",
            "put-back": "release what was left out",
            "duplicates": "pages and passages that stand in more than one place",
            "replace": "a better copy takes a document's place; decisions go over",
        },
        "scans": {
            "scans": "the scanned documents; have some of them read in Welsh",
        },
    },
    "the request": {
        "request": {
            "request": "the request on record; options add to it",
            "clock": "when the answer is due, why, and what is due next",
        },
        "consent": {
            "consent": "another person's consent and what was weighed",
        },
        "opinions": {
            "classes": "the class of data each document is",
            "opinion": "opinions on serious harm: list, ask, record",
        },
        "reasons": {
            "reasons": "every reason, what it needs, and what is checked",
            "wording": "have a case take the council's own wording",
        },
    },
    "looking": {
        "looking": {
            "mentions": "every mention of somebody that was found",
            "people": "the people in the record, and what is decided about them",
            "find": "find words in the case",
            "todo": "what is left to do before the case can be submitted",
            "journal": "every decision on record, in order",
            "check": "check the case file: journal, documents, every byte",
        },
        "searching": {
            "searches": "searches saved in the case, and what they find now",
            "redact-found": "redact all a pattern or a fuzzy search finds",
        },
        "cues": {
            "harm-cues": "passages that may belong under the harm test",
        },
        "known": {
            "known": "what the subject knows already: letters to and from them",
        },
        "widths": {
            "widths": "boxes that will be as wide as what they hide, why, and how many names would fit",
        },
    },
    "deciding": {
        "deciding": {
            "decide": "decide about a person, or one mention",
            "redact": "redact words or a box",
            "withhold": "withhold whole pages; a slip sheet takes their place",
            "harm": "hold back a passage for serious harm or another reason",
            "accept": "redact all that is proposed, under the standing assessment",
            "settle": "settle things on the to-do list",
            "undo": "undo the last step, all that was decided in it, or the one decision named",
        },
        "people": {
            "person": "put right who is who",
        },
        "naming": {
            "name": "a name the finder missed: found in the whole case at once",
        },
        "rest": {
            "hide-rest": "keep places of a page or pages, hide all the rest",
        },
        "reshape": {
            "reshape": "move, resize or split a box that was marked",
            "take-off": "take off what was marked on a page; the rest of the same decision stays hidden",
        },
        "notes": {
            "note": "notes on the case: list them, write one for the team lead, answer one",
            "comment": "comment as a team lead on the case, a page or a passage; it is to be answered",
        },
    },
    "approving": {
        "approving": {
            "submit": "submit the case for approval",
            "approve": "approve what was submitted, as a team lead",
            "return": "return a submission, as a team lead",
        },
        "review": {
            "review": "the case as a team lead sees it: the risky first, and what changed since they last looked",
        },
        "sample": {
            "sample": "a random sample of what stays readable in the submitted case, for the team lead",
        },
    },
    "releasing": {
        "release": {
            "export": "burn, verify and write the release",
            "verify": "verify a released folder again",
        },
        "settings": {
            "settings": "how the release looks, and choose",
        },
        "answer": {
            "letter": "the covering letter: what the law says must be told with the records",
        },
        "sending": {
            "send": "what was sent to whom; options record it",
            "print-copy": "a copy of a release for the printer: A4, both sides, room to punch",
        },
    },
    "afterwards": {
        "reissue": {
            "challenge": "numbers of a release's log that are questioned; record and decide",
            "reissue": "the next release has only what changed since the last one",
            "statement": "the person's own statements; record one to go with the release",
        },
        "retention": {
            "retention": "how long a case is kept; for a folder of cases, which are due",
            "erase": "erase a case that is due, as a team lead; leaves a certificate",
        },
        "handover": {
            "hand-over": "write an encrypted copy for somebody; without FILE: what is known of copies elsewhere",
            "bring-back": "take in what was done in a copy of the case",
            "conflicts": "where two copies say different things; say which holds",
        },
        "audit": {
            "audit-record": "write the journal and the released plans for an auditor: not for release",
            "audit": "check released folders against an audit record, without case or passphrase",
        },
        "reports": {
            "report": "figures of a case, or of all cases in a folder: no personal data",
        },
    },
}


def families() -> Iterator[tuple[str, dict[str, str]]]:
    """Each family with its commands and what they do."""
    for stage in STAGES.values():
        yield from stage.items()


def told(command: str) -> str:
    """What a command does. Raises StopIteration when there is no such command."""
    return next(commands[command] for _, commands in families() if command in commands)
