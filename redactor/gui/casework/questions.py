# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every question the window may ask, which module answers it, and in which lane it waits its turn."""

from __future__ import annotations

#: Only looks: module, and the questions its functions of the same name answer.
LOOKING: dict[str, frozenset[str]] = {
    "looking": frozenset(
        {
            "changes",
            "grounds",
            "marks",
            "mentions_of",
            "reasons",
            "standing_fields",
            "turn",
            "words",
        }
    ),
    "found": frozenset({"find", "hidden_now", "keep_search", "searches"}),
    "given": frozenset({"given", "save_source"}),
    "known": frozenset({"known_now"}),
    "reviewing": frozenset({"conflict_now", "handed_now", "not_looked", "review_now"}),
    "together": frozenset({"together_now"}),
    "office": frozenset(
        {
            "lists_add",
            "lists_import",
            "lists_new",
            "lists_now",
            "lists_remove",
            "roster_add",
            "roster_new",
            "roster_now",
        }
    ),
    "sentences": frozenset({"reach_of", "sentences_now"}),
    "rest": frozenset({"kept_on", "named_on", "rest_effect", "rest_ground"}),
    "evidence": frozenset({"consent_letter", "consent_of", "looks_now", "opinions_now", "request_now"}),
    "arranging": frozenset({"copy_place", "documents_to_confirm"}),
    "aftermath": frozenset(
        {
            "again_now",
            "erase",
            "erasing_now",
            "folder_due",
            "folder_report",
            "keeping_now",
            "letter_lacks",
            "letter_now",
            "letter_saved",
            "print_copy",
            "report_now",
            "report_saved",
            "sent_now",
        }
    ),
    "deciding": frozenset({"make_identity", "sign_in", "sign_out"}),
}
#: Changes the case.
DECIDING: dict[str, frozenset[str]] = {
    "deciding": frozenset(
        {
            "accept",
            "add_name",
            "amend",
            "decide_mentions",
            "decide_people",
            "mark_cue",
            "mark_harm",
            "merge",
            "redact",
            "redact_everywhere",
            "redact_hits",
            "redo",
            "reshape",
            "rename",
            "roster",
            "settle",
            "settle_each",
            "split",
            "take_off",
            "undo",
            "withhold",
            "withhold_items",
        }
    ),
    "office": frozenset({"lists_use"}),
    "rest": frozenset({"hide_rest"}),
    "known": frozenset({"settle_known"}),
    "reviewing": frozenset({"decide_conflict", "looked", "settle_note", "write_note"}),
    "aftermath": frozenset({"challenge", "decide_again", "hold", "keep", "reissue", "send", "statement"}),
    "evidence": frozenset(
        {"ask_opinion", "classes", "consent", "looks", "opinion", "passage_class", "request", "wording"}
    ),
    "arranging": frozenset(
        {
            "arrange_by",
            "confirm_some",
            "describe_documents",
            "leave_out",
            "move_documents",
            "put_back",
            "read_language",
            "replace_document",
            "split_document",
        }
    ),
}
#: Between caseworker and team lead: answered once the window was told what changed.
GATE = frozenset({"approve", "sample_now", "sample_read", "send_back", "submit"})
#: Takes a while, tells how far it is, can be stopped.
LONG = frozenset({"add", "analyse", "bring_back", "check", "export", "hand_over", "replace_with", "verify"})
#: Long work after which documents and pages are not what they were.
RELAYING = frozenset({"add", "analyse", "bring_back", "replace_with"})
LANES = ("answers", "drawing", "counting", "burning", "long", "scans")

#: What waits in a lane of its own kind.
_LANE_OF = {
    "draw": "drawing", "warm": "drawing", "burn": "burning", "read_scans": "scans", "find_again": "long",
    "count": "counting", "released": "counting", "review_now": "counting", "not_looked": "counting",
}  # fmt: skip

_ANSWERED = {name: (module, False) for module, names in LOOKING.items() for name in names}
_ANSWERED |= {name: (module, True) for module, names in DECIDING.items() for name in names}


def answered_by(name: str) -> tuple[str, bool] | None:
    """The module that answers a question, and whether that changes the case; None for what the process does itself."""
    return _ANSWERED.get(name)


def lane_of(name: str) -> str:
    if name in _LANE_OF:
        return _LANE_OF[name]
    if name in GATE:
        return "counting"
    return "long" if name in LONG else "answers"
