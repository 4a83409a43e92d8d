# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands that decide. Each writes one event to the journal and says which."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.cues import harm_cue, marked
from redactor.cli.options import command, field_options, score, whole_number
from redactor.domain.catalogue import NOBODY, releases
from redactor.domain.cues import CueKind
from redactor.domain.entries import EntryKind
from redactor.domain.errors import BadInput
from redactor.domain.mentions import Profession, Role
from redactor.domain.saying import count
from redactor.operations.checking.sights import look_over, unlooked
from redactor.operations.deciding import accepting, mark, persons, undoing
from redactor.operations.deciding import decide as decisions
from redactor.operations.deciding import settle as settling
from redactor.operations.left.todo import left_to_do
from redactor.operations.told.history import describe
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from redactor.review.questions.possible import PossibleKind
from redactor.review.todo_items import TodoKind


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "decide", decide, identity=True)
    whom = made.add_mutually_exclusive_group(required=True)
    whom.add_argument(
        "--person",
        action="append",
        metavar="WHO",
        help="their id (or how it begins), or their name; several: one decision about them all",
    )
    whom.add_argument("--mention", action="append", metavar="ID", help="several: one after the other")
    made.set_defaults(more="mention")
    made.add_argument("--role", choices=[str(role) for role in Role])
    made.add_argument("--profession", choices=[str(each) for each in Profession])
    outcome = made.add_mutually_exclusive_group()
    outcome.add_argument("--redact", action="store_true")
    outcome.add_argument("--disclose", action="store_true")
    outcome.add_argument("--nobody", action="store_true", help="not a person: a place, a thing, a word; left in")
    made.add_argument("--reason", default="", metavar="CODE", help="TP if left out; with --disclose its ground")
    made.add_argument("--why", default="", metavar="W")
    made.add_argument("--beyond-consent", action="store_true", help="left in everywhere, beyond what they agreed to")
    field_options(made)

    made = command(commands, "redact", redact, identity=True)
    made.add_argument("--text", metavar="T")
    made.add_argument("--box", metavar="x0,y0,x1,y1", help="points from the top left of the page as displayed")
    made.add_argument("--file", metavar="F")
    made.add_argument("--page", type=whole_number, metavar="N")
    made.add_argument("--everywhere", action="store_true", help="form fields, comments, bookmarks too")
    made.add_argument("--reason", required=True, metavar="CODE")
    field_options(made)

    made = command(commands, "withhold", withhold, identity=True)
    made.add_argument("--file", required=True, metavar="F")
    made.add_argument("--page", required=True, metavar="N or N-M")
    made.add_argument("--reason", required=True, metavar="CODE")
    field_options(made)

    made = command(commands, "harm", harm, identity=True)
    made.add_argument("--file", metavar="F")
    made.add_argument("--page", type=whole_number, metavar="N")
    made.add_argument("--text", metavar="T")
    made.add_argument("--box", metavar="x0,y0,x1,y1")
    made.add_argument("--cue", metavar="ID", help="a passage of redactor harm-cues, in all its places")
    made.add_argument("--reason", required=True, metavar="CODE")
    field_options(made)

    made = command(commands, "accept", accept, identity=True)
    made.add_argument("--minimum-score", type=score, default=0.0, metavar="S", help="0 to 1")
    field_options(made)

    made = command(commands, "settle", settle, identity=True)
    made.add_argument("ids", nargs="*", metavar="ID")
    made.set_defaults(more="ids")
    made.add_argument("--kind", metavar="K", help="everything of this kind; a part: harm_cue:threat, possible:word")
    made.add_argument("--outcome", required=True, choices=("leave", "redact", "seen", "known"))
    made.add_argument("--why", required=True, metavar="W")
    made.add_argument("--beyond-consent", action="store_true", help="left in everywhere, beyond what they agreed to")

    made = command(commands, "undo", undo, identity=True)
    made.add_argument("event", nargs="?", default="", metavar="EVENT")
    made.add_argument("--step", action="store_true", help="with EVENT: also what was decided in the same step")


def decide(arguments: Namespace) -> int:
    fields = common.fields_of(arguments)
    left_in = arguments.disclose or arguments.nobody
    outcome = Outcome.REDACT if arguments.redact else Outcome.DISCLOSE if left_in else None
    with common.opened(arguments) as view:
        signer = common.signer(arguments)
        if arguments.mention:
            return _occurrences(arguments, view, outcome, fields)
        chosen = list(dict.fromkeys(persons.called(view, each).id for each in arguments.person))
        events = decisions.decide_people(
            view,
            chosen,
            outcome=outcome,
            role=Role(arguments.role) if arguments.role else None,
            profession=Profession(arguments.profession) if arguments.profession else None,
            reason=arguments.reason or (NOBODY if arguments.nobody else ""),
            why=arguments.why or (releases()[NOBODY].title if arguments.nobody else ""),
            fields=fields,
            beyond_consent=arguments.beyond_consent,
            signer=signer,
        )
        for identity, event in zip(chosen, events, strict=True):
            person = view.person(identity)
            mentions = sum(mention.person == person.id for mention in view.mentions)
            done = "not a person" if arguments.nobody else outcome or f"role {person.role}"
            words = f"{person.name}: {done}, {count(mentions, 'mention')}"
            common.done(arguments, event, words, person=person.id, mentions=mentions)
        return 0


def _occurrences(arguments: Namespace, view: CaseView, outcome: Outcome | None, fields: dict[str, str]) -> int:
    if outcome is None or arguments.role or arguments.nobody:
        raise BadInput(
            "one mention can be redacted or disclosed", do="Give --redact or --disclose; roles belong to people"
        )
    chosen = [mention for mention in view.mentions if mention.id in set(arguments.mention)]
    unknown = set(arguments.mention) - {mention.id for mention in chosen}
    if unknown:
        raise BadInput(f"no mention has the id '{min(unknown)}'", do="redactor mentions CASE --json lists them")
    event = decisions.decide_occurrences(
        view,
        chosen,
        outcome,
        reason=arguments.reason or "TP",
        why=arguments.why,
        fields=fields,
        signer=common.signer(arguments),
    )
    return common.done(arguments, event, f"{len(chosen)} mentions: {outcome}", mentions=len(chosen))


def redact(arguments: Namespace) -> int:
    fields = common.fields_of(arguments)
    if bool(arguments.text) == bool(arguments.box):
        raise BadInput("say what to redact", do="Give --text T or --box x0,y0,x1,y1; whole pages: redactor withhold")
    if (arguments.file is None) != (arguments.page is None) or (arguments.box and arguments.file is None):
        raise BadInput("a place is a file and a page", do="Give --file F and --page N together")
    if arguments.everywhere and (arguments.file or arguments.box):
        raise BadInput(
            "everywhere is everywhere", do="Give --text T with --everywhere alone, or leave --everywhere out"
        )
    box = common.box_of(arguments.box) if arguments.box else None
    with common.opened(arguments) as view:
        signer = common.signer(arguments)
        document = view.document_called(arguments.file) if arguments.file else None
        if box is not None and document is not None:
            event = mark.redact_box(view, document, arguments.page, box, arguments.reason, fields=fields, signer=signer)
        else:
            event = mark.redact_text(
                view,
                arguments.text,
                arguments.reason,
                document=document,
                page=arguments.page,
                everywhere=arguments.everywhere,
                fields=fields,
                signer=signer,
            )
        count = len(event.payload["anchors"])
        return common.done(arguments, event, f"Redacted in {count} places", places=count)


def withhold(arguments: Namespace) -> int:
    first, _, last = arguments.page.partition("-")
    if not first.isdecimal() or (last and not last.isdecimal()):
        raise BadInput(f"'{arguments.page}' is not a page or a range", do="Write --page 3 or --page 3-5")
    with common.opened(arguments) as view:
        document = view.document_called(arguments.file)
        event = mark.withhold_pages(
            view,
            document,
            int(first),
            int(last or first),
            arguments.reason,
            fields=common.fields_of(arguments),
            signer=common.signer(arguments),
        )
        return common.done(arguments, event, f"Withheld: {document.name}, page {arguments.page}")


def harm(arguments: Namespace) -> int:
    if [bool(arguments.text), bool(arguments.box), bool(arguments.cue)].count(True) != 1:
        raise BadInput("say which passage", do="Give --text T, --box x0,y0,x1,y1 or --cue ID")
    if not arguments.cue and not (arguments.file and arguments.page):
        raise BadInput("say where the passage is", do="Give --file F and --page N")
    if arguments.cue:
        return harm_cue(arguments)
    with common.opened(arguments) as view:
        document = view.document_called(arguments.file)
        event = mark.mark_harm(
            view,
            document,
            arguments.page,
            arguments.reason,
            text=arguments.text or "",
            box=common.box_of(arguments.box) if arguments.box else None,
            fields=common.fields_of(arguments),
            signer=common.signer(arguments),
        )
        return marked(arguments, view, event, f"Marked: {document.name}, page {arguments.page}")


def accept(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        event = accepting.accept(
            view,
            minimum_score=arguments.minimum_score,
            fields=common.fields_of(arguments),
            signer=common.signer(arguments),
        )
        if event is None:
            common.show(arguments, {"event": None, "people": 0, "mentions": 0}, "Nothing was left to accept")
            return 0
        common.note("Accepted under this assessment (replace any part with --field k=v):")
        for key, value in event.payload["fields"].items():
            common.note(f"  {key}: {value}")
        people, loose = len(event.payload["people"]), len(event.payload["mentions"])
        text = f"To be redacted: {people} people, {loose} other details"
        return common.done(arguments, event, text, people=people, mentions=loose)


#: Kinds of things to do that are settled a part at a time.
SUBKINDS = {
    str(TodoKind.HARM_CUE): tuple(map(str, CueKind)),
    str(TodoKind.POSSIBLE): tuple(map(str, PossibleKind)),
    str(TodoKind.OTHERS): tuple(map(str, EntryKind)),
}


def settle(arguments: Namespace) -> int:
    if bool(arguments.ids) == bool(arguments.kind):
        raise BadInput("say what to settle", do="Give ids of redactor todo CASE, or --kind K")
    kind, _, subkind = (arguments.kind or "").partition(":")
    if subkind and subkind not in SUBKINDS.get(kind, ()):
        known = [f"{name}:{sub}" for name, subs in SUBKINDS.items() for sub in subs]
        raise BadInput(f"there is no kind '{arguments.kind}'", do="Use one of: " + ", ".join(known))
    if kind and kind not in {str(kind) for kind in TodoKind}:
        raise BadInput(f"there is no kind '{arguments.kind}'", do="Use one of: " + ", ".join(map(str, TodoKind)))
    with common.opened(arguments) as view, common.pool(arguments) as pool:
        items = [*left_to_do(view, pool), *view.known_items()]
        if arguments.kind:
            chosen = [item for item in items if item.kind == kind and subkind in ("", item.subkind)]
        else:
            chosen = [item for item in items if item.id in set(arguments.ids)]
            unknown = set(arguments.ids) - {item.id for item in chosen}
            if unknown and view.analysed and unlooked(view):
                # What was settled meanwhile changed pages; what can be seen on them is read again.
                look_over(view, pool, progress=common.ShellProgress())
                chosen = [item for item in left_to_do(view, pool) if item.id in set(arguments.ids)]
                unknown = set(arguments.ids) - {item.id for item in chosen}
            if unknown:
                raise BadInput(f"nothing to do has the id '{min(unknown)}'", do="List what is left: redactor todo CASE")
        if chosen:
            settling.settle(
                view,
                chosen,
                arguments.outcome,
                arguments.why,
                beyond_consent=arguments.beyond_consent,
                signer=common.signer(arguments),
            )
        common.show(arguments, {"settled": len(chosen)}, f"Settled: {len(chosen)}")
    return 0


def undo(arguments: Namespace) -> int:
    with common.opened(arguments) as view:
        signer = common.signer(arguments)
        taken = undoing.to_undo(view, arguments.event, step=arguments.step)
        step = undoing.to_undo(view, taken[-1].id, step=True)
        # Told as it stands before: afterwards the names of people and papers may be others.
        text = "\n".join(f"Undone: {event.id[:12]} {describe(event, view)}" for event in taken)
        event = undoing.undo(view, arguments.event, step=arguments.step, signer=signer)
        undone = [each.id for each in taken]
        status = common.done(arguments, event, text, undone=undone[-1], all=undone)
        if left := len(step) - len(taken):
            do = f"redactor undo CASE {next(e.id[:12] for e in step if e not in taken)} --step"
            common.note(f"{count(left, 'decision')} of the same step still {'stands' if left == 1 else 'stand'}: {do}")
        return status
