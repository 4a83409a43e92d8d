# SPDX-License-Identifier: AGPL-3.0-or-later
"""The ledger of opinions on serious harm, both ways, and what health data still lacks. Pure.

DPA 2018 Sch 3 para 5: health data is held back for serious harm only on the opinion of the appropriate health
professional that the test is met. Para 6: a council discloses health data only with such an opinion that the test is
*not* met, unless the subject has already seen it or knows it. An opinion counts that was given within the six months
before the disclosure: what matters is the day on which the bundle leaves, not the day on which somebody looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from redactor.domain.dates import british
from redactor.domain.journal import Anchor, Event, Kind
from redactor.domain.plan import Redaction
from redactor.domain.saying import count, said_all, say
from redactor.review.decisions.anchors import same_place
from redactor.review.request.clock import months_after, months_before

MET, NOT_MET = "met", "not_met"
FINDINGS = said_all({MET: "The serious harm test is met", NOT_MET: "The serious harm test is not met"})


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one health professional said. ``profession`` is a code of DPA 2018 s.204(1), ``appropriate`` why it is they
    who can say (Sch 3 para 2(1)). It is about whole ``documents`` (SHA-256) and about passages (``anchors``)."""

    event: str
    finding: str
    by: str
    profession: str
    appropriate: str
    given: date
    text: str
    documents: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    def counts_on(self, day: date, months: int) -> bool:
        """True when it was given within so many months before ``day``, or on it (0: whenever before)."""
        return self.given <= day and (not months or months_before(day, months) <= self.given)

    def until(self, months: int) -> date:
        """The last day of a disclosure that can rest on it."""
        return months_after(self.given, months)

    def speaks_of(self, document: str, anchor: Anchor | None = None) -> bool:
        """True when it is about the whole document, or about this very passage."""
        if document in self.documents:
            return True
        return anchor is not None and any(
            mine.document == anchor.document and mine.page == anchor.page and same_place(mine.boxes, anchor.boxes)
            for mine in self.anchors
        )


@dataclass(frozen=True, slots=True)
class Question:
    """One numbered thing that was put to a clinician: a passage, or (without an anchor) a whole document."""

    number: int
    document: str
    anchor: Anchor | None
    asked: date
    whom: str


class Ledger:
    """What was asked and what was said; folded event by event. Questions are numbered through the whole case."""

    def __init__(self) -> None:
        self.opinions: list[Opinion] = []
        self.questions: dict[int, Question] = {}

    def apply(self, event: Event) -> None:
        data = event.payload
        if event.kind is Kind.OPINION_ASKED:
            for entry in data["questions"]:
                anchor = Anchor.from_json(entry["anchor"]) if entry.get("anchor") else None
                asked = date.fromisoformat(data["asked"])
                number = int(entry["number"])
                self.questions[number] = Question(number, str(entry["document"]), anchor, asked, str(data["whom"]))
            return
        self.opinions.append(
            Opinion(
                event.id,
                str(data["finding"]),
                str(data["by"]),
                str(data["profession"]),
                str(data["appropriate"]),
                date.fromisoformat(data["given"]),
                str(data["text"]),
                tuple(data["documents"]),
                tuple(Anchor.from_json(anchor) for anchor in data["anchors"]),
            )
        )

    def about(self, finding: str, document: str, anchor: Anchor | None = None) -> list[Opinion]:
        """The opinions of this finding on a passage (or on a document as a whole), the latest first."""
        found = [o for o in self.opinions if o.finding == finding and o.speaks_of(document, anchor)]
        return sorted(found, key=lambda opinion: opinion.given, reverse=True)

    def to_json(self) -> list[Any]:
        return sorted(opinion.event for opinion in self.opinions)


@dataclass(frozen=True, slots=True)
class Lack:
    """Something an opinion is missing for: ``key`` is stable for it. ``knows`` when it goes away if the subject has
    already seen or knows what it is about."""

    key: tuple[str, ...]
    document: str
    page: int
    text: str
    knows: bool = False
    event: str = ""


def health_lacks(
    classes: Mapping[str, str], released: Mapping[str, int], ledger: Ledger, months: int, day: date
) -> Iterator[Lack]:
    """Documents of health data that would go out on ``day`` without an opinion that the test is not met (para 6).

    ``released`` gives for each document the first page that shows something of it; documents that are held back
    whole are not in it."""
    for document, kind in classes.items():
        if kind != "health" or document not in released:
            continue
        said_so = ledger.about(NOT_MET, document)
        if any(opinion.counts_on(day, months) for opinion in said_so):
            continue
        key = ("health", document, *(opinion.event for opinion in said_so))
        text = say("health data, and no health professional has said that the serious harm test is not met")
        text = _with_old(text, said_so)
        yield Lack(key, document, released[document], text, knows=True)


def harm_lacks(
    redactions: Iterable[Redaction],
    opinion_codes: Mapping[str, int],
    ledger: Ledger,
    day: date,
) -> Iterator[Lack]:
    """Passages held back for harm whose opinion is missing, too old on ``day``, or contradicted (para 5).

    ``opinion_codes`` are the reasons that need somebody's opinion, with the months it lasts (0: the Act sets no age,
    and the day must be one all the same). A health professional's counts from the ledger, or from the reason's own
    fields, where its date stands; others are in those fields only."""
    seen: set[tuple[str, ...]] = set()
    for redaction in redactions:
        months = opinion_codes.get(redaction.reason)
        if months is None:
            continue
        anchor = Anchor(redaction.document, redaction.page, redaction.where, redaction.text, redaction.boxes)
        met = ledger.about(MET, redaction.document, anchor) if months else []
        against = [o for o in ledger.about(NOT_MET, redaction.document, anchor) if o.anchors] if months else []
        fields = dict(redaction.fields)
        own = _day(fields.get("opinion_date", ""))
        lack = ""
        newest = max([*(o.given for o in met), *([own] if own else [])], default=None)
        if against and (newest is None or against[0].given >= newest):
            lack = say(
                "{by} said on {date} that the serious harm test is not met here",
                by=against[0].by,
                date=british(against[0].given),
            )
        elif any(opinion.counts_on(day, months) for opinion in met):
            continue
        elif own is None:
            if fields.get("opinion_date", "").strip():
                lack = say(
                    "'{date}' is no date for an opinion: write it as YYYY-MM-DD",
                    date=fields["opinion_date"],
                )
            elif met:
                lack = say(
                    "the opinion of {by} of {date} is too old on {day}: ask again",
                    by=met[0].by,
                    date=british(met[0].given),
                    day=british(day),
                )
        elif own > day:
            lack = say("the opinion is dated {date}, after the disclosure", date=british(own))
        elif months and months_before(day, months) > own:
            lack = say(
                "the opinion of {date} is more than {months} old on {day}: ask again",
                date=british(own),
                months=count(months, "month"),
                day=british(day),
            )
        if not lack:
            continue
        key = ("harm", redaction.source, redaction.document, str(redaction.page), lack)
        if key not in seen:
            seen.add(key)
            what = say("{reason} for '{text}': {lack}", reason=redaction.reason, text=redaction.text[:60], lack=lack)
            yield Lack(key, redaction.document, redaction.page, what, event=redaction.source)


def passage_lacks(passages: Iterable[Anchor], ledger: Ledger, months: int, day: date) -> Iterator[Lack]:
    """Passages of health data in other documents that would go out on ``day`` without an opinion that the test is not
    met (para 6: it speaks of data, not of documents). ``passages`` are those that stay readable."""
    for anchor in passages:
        said_so = ledger.about(NOT_MET, anchor.document, anchor)
        if any(opinion.counts_on(day, months) for opinion in said_so):
            continue
        key = ("passage", *map(str, anchor.to_json()), *(opinion.event for opinion in said_so))
        what = say(
            "health data ('{words}'), and no health professional has said that the serious harm test is not met",
            words=anchor.text[:60],
        )
        yield Lack(key, anchor.document, anchor.page, _with_old(what, said_so), knows=True)


def class_lacks(
    redactions: Sequence[Redaction],
    classes: Mapping[str, str],
    data_of: Mapping[str, str],
    class_of: Callable[[Anchor], str] | None = None,
) -> Iterator[Lack]:
    """Passages held back for a reason that is not for the class their document was confirmed to be, or they themselves
    were (``class_of`` tells for a place).

    Sch 3 para 7(1): social work data is neither health nor education data, so a social work reason is refused on
    either. A passage of health data in another document is health data all the same: the health reasons stand
    everywhere. ``data_of`` gives each reason's class."""
    seen: set[tuple[str, ...]] = set()
    for redaction in redactions:
        wanted, actual = data_of.get(redaction.reason, ""), classes.get(redaction.document, "")
        if class_of is not None and redaction.boxes:
            anchor = Anchor(redaction.document, redaction.page, redaction.where, redaction.text, redaction.boxes)
            actual = class_of(anchor)
        refused = {"social_work": ("health", "education"), "education": ("health",)}.get(wanted, ())
        if actual in refused:
            key = ("class", redaction.source, redaction.document, redaction.reason)
            if key not in seen:
                seen.add(key)
                text = say(
                    "reason {reason} is not lawful on {kind} data",
                    reason=redaction.reason,
                    kind=actual.replace("_", " "),
                )
                yield Lack(key, redaction.document, redaction.page, text, event=redaction.source)


def not_in_ledger(missing: Sequence[str], redaction: Redaction, ledger: Ledger) -> list[str]:
    """The fields still missing once the ledger answers for whose opinion it is and its date."""
    if redaction.reason == "H-HARM" and {"opinion", "opinion_date"} & set(missing):
        anchor = Anchor(redaction.document, redaction.page, redaction.where, redaction.text, redaction.boxes)
        if ledger.about(MET, redaction.document, anchor):
            return [name for name in missing if name not in ("opinion", "opinion_date")]
    return list(missing)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _with_old(text: str, said_so: Sequence[Opinion]) -> str:
    """``text``, and the opinion there was, where it no longer counts."""
    if not said_so:
        return text
    return say("{what}; that of {by} of {date} is too old", what=text, by=said_so[0].by, date=british(said_so[0].given))
