# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is left to do before a case can be submitted, and how each thing is settled. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from redactor.domain.catalogue import NATIONS
from redactor.domain.cues import HarmCue
from redactor.domain.mentions import LABEL_WORDS, Label, Mention, Person, Role, Status, Tier
from redactor.domain.pages import PageStatus
from redactor.domain.plan import Redaction
from redactor.domain.problems import problem_again
from redactor.domain.saying import count, joined, say
from redactor.review.checks.notes import note_items
from redactor.review.decisions.anchors import same_words
from redactor.review.decisions.decided import PageKey
from redactor.review.decisions.effective import PageOutcome
from redactor.review.merge.merged import conflict_items
from redactor.review.papers.intake import todo_lines
from redactor.review.questions.both import both_items
from redactor.review.questions.cues import cue_items
from redactor.review.questions.perhaps_at_work import WORK, reads_at_work
from redactor.review.questions.possible import possible_items
from redactor.review.release.reissues import challenge_items
from redactor.review.request.evidence_todo import consent_items, request_items
from redactor.review.request.opinions import not_in_ledger
from redactor.review.state import JournalState
from redactor.review.todo_items import (
    PageFact,
    ResidualHit,
    TodoItem,
    TodoKind,
    group_item,
    how_often,
    item_id,
    settle_words,
    what_and_where,
)


def todo(
    mentions: Sequence[Mention],
    people: Mapping[str, Person],
    outcomes: Mapping[PageKey, PageOutcome],
    pages: Iterable[PageFact],
    residual: Iterable[ResidualHit],
    state: JournalState,
    analysed: bool,
    cues: Sequence[HarmCue] = (),
) -> list[TodoItem]:
    """Everything that stands between the case and its submission, in the order it is best done."""
    items: list[TodoItem] = []
    pages = list(pages)
    if not analysed:
        how = "Run the analysis (redactor analyse CASE)"
        scans = sum(fact.status is PageStatus.NEEDS_OCR for fact in pages)
        text = say("not analysed yet")
        if scans:
            text = say("not all read and searched yet: {pages} to go", pages=count(scans, "scanned page"))
        items.append(TodoItem(item_id(TodoKind.NOT_ANALYSED), TodoKind.NOT_ANALYSED, "", 0, text, how))
    for kind, identity, document, text, how, name, became in todo_lines(state.intake, state.settled, settle_words):
        items.append(TodoItem(identity, TodoKind(kind), document, 0, text, how, title=name, detail=became))
    items.extend(_pages(pages, outcomes, state))
    items.extend(_undecided(mentions, people, outcomes, state))
    items.extend(both_items(mentions, people, outcomes, state))
    items.extend(request_items(state))
    items.extend(_grounds(outcomes, state))
    items.extend(consent_items(people, state))
    items.extend(challenge_items(state.reissues))
    items.extend(_lost(outcomes, state))
    items.extend(cue_items(cues, state))
    items.extend(_residual(residual, state))
    items.extend(note_items(state.notes))
    items.extend(conflict_items(state.merged.open()))
    return items


def _pages(
    pages: Iterable[PageFact], outcomes: Mapping[PageKey, PageOutcome], state: JournalState
) -> Iterable[TodoItem]:
    for fact in pages:
        outcome = outcomes.get((fact.document, fact.page))
        if outcome is not None and outcome.plan.withheld is not None:
            continue
        if fact.status is PageStatus.UNREADABLE:
            kind, text = (
                TodoKind.UNREADABLE_PAGE,
                say("could not be read: {problem}", problem=problem_again(fact.problem)),
            )
        elif fact.needs_eyes:
            kind, text = TodoKind.NEEDS_EYES, problem_again(fact.needs_eyes)
        else:
            continue
        identity = item_id(kind, fact.document, fact.page, fact.problem or fact.needs_eyes)
        if identity not in state.settled:
            how = f"Look at the page, then {settle_words(kind, identity)} (redact withholds the page)"
            yield TodoItem(identity, kind, fact.document, fact.page, text, how)


def _undecided(
    mentions: Sequence[Mention],
    people: Mapping[str, Person],
    outcomes: Mapping[PageKey, PageOutcome],
    state: JournalState,
) -> Iterable[TodoItem]:
    sure: dict[str, list[Mention]] = defaultdict(list)
    loose: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    possible: list[Mention] = []
    for mention in mentions:
        outcome = outcomes.get((mention.document, mention.page))
        if outcome is None or outcome.statuses.get(mention.id) is not Status.PROPOSED or outcome.plan.withheld:
            continue
        if mention.tier is Tier.POSSIBLE:
            possible.append(mention)
        elif mention.person:
            sure[mention.person].append(mention)
        else:
            loose[str(mention.label), " ".join(mention.text.casefold().split())].append(mention)
    for identity, group in sorted(sure.items(), key=lambda item: -len(item[1])):
        person = people.get(identity)
        name = person.name if person else group[0].text
        other = person is not None and person.role is Role.THIRD_PARTY
        role = say("another person" if other else "somebody whose role is not known")
        how = (
            f"redactor decide CASE --as ID --person {identity} --redact --reason TP, or --disclose --why W, or"
            " --role ROLE (redactor accept CASE --as ID takes all that is proposed)"
        )
        where, subkind = how_often(group), ""
        if person is not None and (work := reads_at_work(person, state)):
            where, subkind = say("{work}: {where}", work=work, where=where), WORK
        text = say("{name}, {role}: {where}", name=name, role=role, where=where)
        yield group_item(TodoKind.PERSON, (identity,), group, text, how, identity, subkind, name, where)
    for (label, words), group in sorted(loose.items()):
        identity = item_id(TodoKind.MENTION, label, words)
        how = f"redactor accept CASE --as ID, or {settle_words(TodoKind.MENTION, identity)}"
        name = group[0].text
        text = say("{name} ({label}): {where}", name=name, label=LABEL_WORDS[Label(label)], where=how_often(group))
        detail = what_and_where(group, label)
        yield group_item(TodoKind.MENTION, (label, words), group, text, how, "", title=name, detail=detail)
    yield from possible_items(possible, people)


def _grounds(outcomes: Mapping[PageKey, PageOutcome], state: JournalState) -> Iterable[TodoItem]:
    """Redactions whose reason lacks a required field, or is not lawful for who is asking."""
    requester = str(state.facts.get("requester", "self"))
    seen: set[tuple[str, ...]] = set()
    for outcome in outcomes.values():
        held = [*outcome.plan.redactions, *([outcome.plan.withheld] if outcome.plan.withheld else [])]
        for redaction in held:
            reason = state.wording.reasons.get(redaction.reason)
            missing = ["reason"] if reason is None else reason.missing(dict(redaction.fields))
            missing = not_in_ledger(missing, redaction, state.ledger)
            key = (redaction.source, redaction.reason, redaction.person, *missing)
            if missing and key not in seen:
                seen.add(key)
                yield _missing(redaction, missing, key)
            if reason is not None and reason.requesters and requester not in reason.requesters:
                lawful = (redaction.source, redaction.reason, "requester")
                if lawful not in seen:
                    seen.add(lawful)
                    yield _not_lawful(
                        redaction, say("where the requester is: {requester}", requester=requester), lawful
                    )
            if reason is not None and reason.nations and state.request.nation not in reason.nations:
                lawful = (redaction.source, redaction.reason, "nation")
                if lawful not in seen:
                    seen.add(lawful)
                    yield _not_lawful(redaction, say("in {nation}", nation=NATIONS[state.request.nation]), lawful)


def _missing(redaction: Redaction, missing: Sequence[str], key: tuple[str, ...]) -> TodoItem:
    wanted = " ".join(f"--field {name}=..." for name in missing)
    how = f"Undo it (redactor undo CASE {redaction.source[:12]} --as ID) and decide again with {wanted}"
    text = say(
        "reason {reason} for '{text}' lacks: {names}",
        reason=redaction.reason,
        text=redaction.text[:60],
        names=", ".join(name.replace("_", " ") for name in missing),
    )
    identity = item_id(TodoKind.MISSING_FIELD, *key)
    return TodoItem(
        identity,
        TodoKind.MISSING_FIELD,
        redaction.document,
        redaction.page,
        text,
        how,
        redaction.person,
        event=redaction.source,
    )


def _not_lawful(redaction: Redaction, where: str, key: tuple[str, ...]) -> TodoItem:
    how = f"Undo it (redactor undo CASE {redaction.source[:12]} --as ID) and use a reason that is lawful here"
    text = say("reason {reason} is not lawful {where}", reason=redaction.reason, where=where)
    identity = item_id(TodoKind.REQUESTER, *key)
    return TodoItem(identity, TodoKind.REQUESTER, redaction.document, redaction.page, text, how, event=redaction.source)


def _lost(outcomes: Mapping[PageKey, PageOutcome], state: JournalState) -> Iterable[TodoItem]:
    for outcome in outcomes.values():
        for anchor in outcome.lost:
            identity = item_id(TodoKind.LOST_ANCHOR, *anchor.to_json())
            if identity not in state.settled and outcome.plan.withheld is None:
                how = f"It stays redacted. Look at it, then {settle_words(TodoKind.LOST_ANCHOR, identity)}"
                text = say("'{text}' was redacted and the latest analysis does not see it", text=anchor.text)
                yield TodoItem(identity, TodoKind.LOST_ANCHOR, anchor.document, anchor.page, text, how)


def _residual(hits: Iterable[ResidualHit], state: JournalState) -> Iterable[TodoItem]:
    for hit in hits:
        anchor = hit.anchor
        identity = item_id(TodoKind.RESIDUAL, *anchor.to_json(), hit.person)
        if identity not in state.settled:
            how = settle_words(TodoKind.RESIDUAL, identity)
            seen, left = _cut(anchor.text), _left(hit)
            yield TodoItem(
                identity,
                TodoKind.RESIDUAL,
                anchor.document,
                anchor.page,
                say("'{words}' {left}", words=seen, left=left),
                how,
                hit.person,
                (),
                (anchor,),
                title=seen,
                detail=left,
            )


def _left(hit: ResidualHit) -> str:
    """How what would still be readable can be read, with the words around it: the end of a sentence."""
    term = _cut(hit.term)
    if hit.how == "looks out":
        over = f"'{term}'" if term else say("this place")
        return say("can be read beside the box over {over}: the box does not hide all of it", over=over)
    readable = say(
        "can be seen in the picture of this page" if hit.how == "picture" else "would still be readable here"
    )
    if same_words(hit.anchor.text, hit.term):
        told = say("is redacted elsewhere and {readable}", readable=readable)
    else:
        told = say("{readable} and looks like '{term}', which is redacted elsewhere", readable=readable, term=term)
    around = hit.context if hit.context != hit.anchor.text else ""
    return joined([told, f"\u201c{around}\u201d"], ": ") if around else told


def _cut(text: str, most: int = 90) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "\u2026"
