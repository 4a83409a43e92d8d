# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who appears in the demo bundle, and every form in which they are written. All of them are made up.

Telephone numbers are from the ranges Ofcom keeps for drama, NHS numbers from the range kept for tests
(999, check digit valid), the National Insurance prefix is never issued, the postcode area does not exist,
the registration marks carry a year to come, and the e-mail domains end in .example.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Somebody:
    """``forms`` are regular expressions for every way the person is written, ``relations`` for words
    like "Mum" that point to them, ``facts`` their identifiers by label (the texts' {P:donna} and so on)."""

    id: str
    name: str
    role: str
    relationship: str
    forms: tuple[str, ...]
    profession: str = ""
    relations: tuple[str, ...] = ()
    facts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    dead: bool = False


SUBJECT = Somebody(
    "keira",
    "Keira Louise Dunmore",
    "subject",
    "the data subject",
    (
        "Keira Louise Dunmore",
        "DUNMORE, Keira Louise",
        "Dunmore, Keira Louise",
        "Keira DUNMORE",
        "Keira Dunmore",
        r"K\. Dunmore",
        "Keira D",
        "Keira",
        "Kiera",
        "Kiki",
        "Miss Dunmore",
    ),
    facts={
        "NHS_NUMBER": ("999 417 2034",),
        "UPN": ("G893200507041",),
        "NINO": ("TN 31 62 05 A",),
        "PHONE": ("07700 900417",),
        "EMAIL": ("keira.dunmore07@postbox.example",),
        "DOB": ("14/03/2007", r"14\.03\.2007"),
        # The family's home is hers as much as her mother's: she grew up there.
        "ADDRESS": ("9 Larch Close", "Flat 6,? Tannery Court"),
        "POSTCODE": ("KM3 6PT", "KM1 4RD"),
    },
)

THIRD_PARTIES = (
    Somebody(
        "donna",
        "Donna Dunmore",
        "third_party",
        "mother",
        ("Donna Dunmore", "Dunmore, Donna", "Ms Dunmore", "Donna"),
        relations=(
            "Mum",
            "(?<=her )mum",
            "(?<=[Mm]y )mum(?!'s not)",
            "(?<=with )mum",
            "(?<=her )mothers?",
            "(?<=Keira's )(?:mum|mother)",
        ),
        facts={
            "PHONE": ("07700 900528",),
            "DOB": ("02/09/1988",),
            "ADDRESS": ("4 Saltings Row, Marsham",),
            "POSTCODE": ("KM8 2QD",),
        },
    ),
    Somebody(
        "wayne",
        "Wayne Stubbs",
        "third_party",
        "mother's former partner",
        (
            "Wayne Anthony Stubbs",
            "Stubbs, Wayne Anthony",
            "Wayne Stubbs",
            "Mr Stubbs",
            "Stubbsy",
            "Stubbs",
            "Wayne",
            "WS",
        ),
        relations=("stepdad", "stepfather"),
        facts={"PHONE": ("07700 900641",), "DOB": ("30/05/1985",), "CAR_REG": ("HM88 VKT",)},
    ),
    Somebody(
        "jayden",
        "Jayden Dunmore",
        "third_party",
        "half-brother",
        ("Jayden Dunmore", "Dunmore, Jayden", "Jayden", "Jay(?=')", "JAY(?=')", "Jay"),
        facts={"DOB": ("21/06/2013",)},
    ),
    Somebody(
        "maisie",
        "Maisie Stubbs",
        "third_party",
        "half-sister",
        ("Maisie Stubbs", "Stubbs, Maisie", "Maisie", "Mais"),
        facts={"DOB": ("03/11/2018",)},
    ),
    Somebody(
        "gary",
        "Gary Allsop",
        "third_party",
        "father named on the certificate",
        ("Gary Allsop", "Gary"),
        relations=("(?<=her )dad(?!'s in)", "(?<=[Mm]y )dad", "Dad", "(?<=her )father(?= since)"),
        facts={"DOB": ("17/01/1984",)},
    ),
    Somebody(
        "sheila",
        "Sheila Allsop",
        "third_party",
        "paternal grandmother",
        (
            "Mrs Sheila Allsop",
            r"Sheila Allsop",
            r"Sheila A\.",
            "Mr and Mrs Allsop",
            "Mrs S Allsop",
            "Mrs Allsop",
            "Allsops?",
            "Sheila",
        ),
        relations=("Nan", "nan", "(?<=her )grandmother"),
        facts={
            "PHONE": ("07700 900185",),
            "EMAIL": (r"sheila\.allsop55@postbox\.example",),
            "DOB": ("11/12/1955",),
            "ADDRESS": ("27 Mill Bank",),
            "POSTCODE": ("KM2 8SJ",),
            "SORT_CODE": ("00-45-17",),
            "ACCOUNT": ("31926819",),
        },
    ),
    Somebody(
        "trevor",
        "Trevor Allsop",
        "third_party",
        "paternal grandfather, died 2022",
        ("Mr Trevor Allsop", "Trevor Allsop", r"Mr T\.? Allsop", "Mr Allsop", "Trevors?"),
        relations=("[Gg]randad", "(?<=[Hh]er )grandfather"),
        facts={"DOB": ("08/08/1951",)},
        dead=True,
    ),
    Somebody(
        "alan",
        "Alan Allsop",
        "third_party",
        "great-uncle",
        ("Alan Allsop", "Alan"),
    ),
    Somebody(
        "pyke",
        "Margaret Pyke",
        "third_party",
        "neighbour, made the referral in confidence",
        ("Margaret Pyke", "Pyke, Margaret", "Mrs Pyke", "Pyke", "Margaret"),
        facts={
            "PHONE": ("07700 900362",),
            "DOB": ("27/07/1947",),
            "ADDRESS": ("11 Larch Close", "number 11", r"no\.? 11"),
        },
    ),
    Somebody(
        "leanne",
        "Leanne Stubbs",
        "third_party",
        "sister of the mother's former partner",
        ("Leanne Stubbs", "Leanne"),
        facts={"ADDRESS": ("3 Quarry View",), "POSTCODE": ("KM3 1LD",)},
    ),
    Somebody(
        "pauline",
        "Pauline Okafor",
        "third_party",
        "foster carer",
        (r"P\. Okafor", "Okafors?", "Pauline"),
        facts={"ADDRESS": ("14 Fennel Road",), "POSTCODE": ("KM4 5NW",)},
    ),
    Somebody("desmond", "Desmond Okafor", "third_party", "foster carer", ("Desmond Okafor", "Desmond")),
    Somebody("tia", "Tia Bhandari", "third_party", "other child in the foster home", ("Tia Bhandari", "Tia")),
    Somebody(
        "bethany",
        "Bethany Craddock",
        "third_party",
        "school friend",
        ("Bethany Craddock", "Beth Craddock", "Craddock", "Bethany", "Beth"),
        facts={"PHONE": ("07700 900773",)},
    ),
    Somebody(
        "april",
        "April Whitlock",
        "third_party",
        "friend",
        ("April Whitlock", "Whitlock", r"(?<!since )(?<!\d )April(?! \d)"),
    ),
    Somebody(
        "kyle",
        "Kyle Renshaw",
        "third_party",
        "young man of concern",
        ("Kyle Renshaw", "Kyle"),
        facts={"DOB": ("02/06/2003",), "ADDRESS": ("8b Station Parade",), "CAR_REG": ("HM89 OZE",)},
    ),
    Somebody("fontaine", "Odile Fontaine", "third_party", "neighbour at Tannery Court", ("Mrs Odile Fontaine",)),
)

PROFESSIONALS = (
    Somebody(
        "fairbrother",
        "Joanne Fairbrother",
        "professional",
        "social worker 2019-2021",
        ("Joanne Fairbrother", "Jo Fairbrother", r"J\.? Fairbrother", "Fairbrother", "Joanne", "JF"),
        "social_work",
    ),
    Somebody(
        "adeyemi",
        "Samuel Adeyemi",
        "professional",
        "social worker 2021-2025",
        ("Samuel Adeyemi", "Adeyemi, Samuel", r"S\. Adeyemi", "Mr Samuel Adeyemi", "Mr Adeyemi", "Samuel", "Sam", "SA"),
        "social_work",
        facts={"EMAIL": (r"samuel\.adeyemi@harrowmere\.example",)},
    ),
    Somebody(
        "critchley",
        "Helen Critchley",
        "professional",
        "team manager",
        ("Helen Critchley", "Critchley, Helen", r"H\. Critchley", "Helen", "HC"),
        "social_work",
        facts={"EMAIL": (r"helen\.critchley@harrowmere\.example",)},
    ),
    Somebody(
        "tattersall",
        "Karen Tattersall",
        "professional",
        "independent reviewing officer",
        ("Karen Tattersall", "Tattersall, Karen", r"K\. Tattersall", "Karen", "KT"),
        "social_work",
        facts={"EMAIL": (r"karen\.tattersall@harrowmere\.example",)},
    ),
    Somebody("eze", "Ngozi Eze", "professional", "personal adviser", ("Ngozi Eze", "Ngozi", "NE"), "social_work"),
    Somebody(
        "docherty",
        "Frances Docherty",
        "professional",
        "supervising social worker",
        ("Frances Docherty", r"F\.? Docherty", "Ms Docherty"),
        "social_work",
    ),
    Somebody("lund", "B. Lund", "professional", "out-of-hours social worker", (r"B\. Lund",), "social_work"),
    Somebody("rudd", "C. Rudd", "professional", "minute taker", (r"C\. Rudd",), "social_work"),
    Somebody(
        "lumley",
        "David Lumley",
        "professional",
        "deputy head",
        ("David Lumley", "Lumley David", "Mr D Lumley", r"D\. Lumley", "Mr Lumley", "Lumley", "David", "DL"),
        "education",
        facts={"EMAIL": (r"d\.lumley@harrowmerepark\.example",)},
    ),
    Somebody(
        "wrobel",
        "Zofia Wrobel",
        "professional",
        "form tutor",
        ("Zofia Wrobel", "Wrobel Zofia", r"Z\. Wrobel", "Ms Wrobel", "Miss Wrobel", "Zofia", "ZW"),
        "education",
    ),
    Somebody(
        "oyelaran",
        "Ruth Oyelaran",
        "professional",
        "school nurse",
        ("Ruth Oyelaran", r"R\.? Oyelaran", "Ms Oyelaran", r"Ruth O\.", "Ruth O", "Ruth", "RO"),
        "health",
    ),
    Somebody(
        "natarajan",
        "Priya Natarajan",
        "professional",
        "consultant paediatrician",
        ("Dr Priya Natarajan", "Dr P Natarajan", "Dr Natarajan"),
        "health",
    ),
    Somebody(
        "meredith",
        "Colin Meredith",
        "professional",
        "consultant psychiatrist",
        ("Dr Colin Meredith", "Dr C Meredith", "Dr Meredith"),
        "health",
    ),
    Somebody("whitcombe", "J Whitcombe", "professional", "GP", ("Dr J Whitcombe", "Dr Whitcombe"), "health"),
    Somebody("quinn", "Mairead Quinn", "professional", "hospice nurse", ("Sister Mairead Quinn", "Mairead"), "health"),
    Somebody("obi", "Staff Nurse Obi", "professional", "ward nurse", ("Staff Nurse Obi",), "health"),
    Somebody(
        "hoskins",
        "Liam Hoskins",
        "professional",
        "police constable",
        ("Liam Hoskins", r"L\. Hoskins", "Hoskins"),
        "police",
    ),
    Somebody(
        "verma", "Anita Verma", "professional", "detective sergeant", ("Anita Verma", r"A\. Verma", "Verma"), "police"
    ),
    Somebody("dhaliwal", "PC Dhaliwal", "professional", "police constable", ("Dhaliwal",), "police"),
    Somebody("beaumont", "PS Beaumont", "professional", "police sergeant", ("Beaumont",), "police"),
    Somebody(
        "metcalf",
        "Ian Metcalf",
        "professional",
        "housing officer",
        ("Ian Metcalf", "Mr Metcalf"),
        "other",
    ),
    Somebody(
        "shaw",
        "Gillian Shaw",
        "professional",
        "council solicitor",
        ("Gillian Shaw", "Shaw, Gillian", "Gillian"),
        "other",
        facts={"EMAIL": (r"gillian\.shaw@harrowmere\.example",)},
    ),
    Somebody("lorna", "Lorna", "professional", "night sitter", ("Lorna",), "other"),
)

EVERYBODY = (SUBJECT, *THIRD_PARTIES, *PROFESSIONALS)

#: What {P:donna} and the like in the texts stand for: short name to label.
SHORT = {
    "P": "PHONE",
    "NHS": "NHS_NUMBER",
    "UPN": "UPN",
    "NINO": "NINO",
    "EMAIL": "EMAIL",
    "CAR": "CAR_REG",
    "SORT": "SORT_CODE",
    "ACC": "ACCOUNT",
}


def filled(text: str) -> str:
    """``text`` with its {P:donna}, {NHS:keira}... replaced by the person's identifier."""
    people = {person.id: person for person in EVERYBODY}

    def value(match: re.Match[str]) -> str:
        return re.sub(r"\\(.)", r"\1", people[match[2]].facts[SHORT[match[1]]][0])

    return re.sub(r"\{([A-Z]+):([a-z]+)\}", value, text)


def forms() -> list[tuple[str, str, str]]:
    """Every written form: (regular expression, person id, label), the longest first."""
    rows: list[tuple[str, str, str]] = []
    for person in EVERYBODY:
        for form in person.forms:
            rows.append((form, person.id, "PERSON"))
            # An all-capitals document writes the same names; initials and rules about case stay as they are.
            if re.fullmatch(r"[A-Za-z ,.\\?]+", form) and not form.isupper():
                shouted = re.sub(r"(?<!\\)[a-z]", lambda m: m[0].upper(), form)
                rows.append((shouted, person.id, "PERSON"))
        rows += [(form, person.id, "RELATION") for form in person.relations]
        for label, values in person.facts.items():
            for value in values:
                rows.append((value, person.id, label))
                if label == "ADDRESS":
                    rows.append((value.upper(), person.id, label))
    rows += [("(?<=HER )MOTHERS?", "donna", "RELATION"), ("(?<=MY )MUM", "donna", "RELATION")]
    return sorted(dict.fromkeys(rows), key=lambda row: -len(re.sub(r"\(\?[^)]*\)", "", row[0])))
