# SPDX-License-Identifier: AGPL-3.0-or-later
"""A second generator, unlike the one that makes training data: households live through events, papers report them.

    python -m models.recipe.heldback.generator --cases 30 --seed 77 > second.jsonl

Nothing is shared with models/recipe/encoder: other names, other sentences, whole papers instead of lines in a row.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass
from typing import Any

FAMILIES = """Ashcroft-Bello Tregunna Odhiambo Vasilescu Quigley Rahmani Llanfair Pomeroy Sithole Zajac Thackeray Ekwueme Duggan Hosseini
Sandringham Fairweather Goodenough Loveday Whitehouse Bright Hope Merryweather Bickersteth Kaczynski Nwachukwu Subramaniam Tagoe
Featherstonehaugh Gomersall Yilmaz Petrauskas Boateng-Hill Mukandi Ó-Cuinn Strange Mayhem Winter Fallow""".split()
GIVEN = {
    "f": "Briony Temperance Jolanta Safiyyah Meera Cerian Olwyn Chidera Roksana Tansy Bobbie Marnie Xanthe Hodo Rukhsar Ludmila Dympna Melody Aurora Unity Thandiwe Sorcha Inge Kezia".split(),
    "m": "Torin Casimir Ebenezer Faisal Gruff Jarek Lorcan Mohsin Nye Ozzie Perry Quentin Rafe Sonny Tyrell Umar Vernon Woody Yaqub Zeb Chance Hunter Basil Jonty".split(),
}
PETS = {"Temperance": "Tempy", "Jolanta": "Jola", "Safiyyah": "Saff", "Briony": "Bry", "Ebenezer": "Ebz", "Casimir": "Caz", "Quentin": "Q", "Vernon": "Vern",
        "Roksana": "Roxy", "Ludmila": "Luda", "Aurora": "Rory", "Thandiwe": "Thandi", "Melody": "Mel", "Faisal": "Faz", "Chidera": "Chi", "Marnie": "Marn"}
THINGS = ["Chapel Meadow Primary", "the Ferris Unit", "Rosalind Franklin House", "Bell Lane", "Aston Hall Medical Centre", "Walter's Yard", "Still's disease",
          "Kwells", "the Holt Centre", "Raleigh bike", "Sutton Coldfield", "West syndrome", "Christchurch Road", "Ellen Badger ward", "Max Factor", "Tom Joseph Trust"]
JOBS = ["health visitor", "youth worker", "district nurse", "tenancy officer", "learning mentor", "SENDCo", "paediatrician", "support worker"]


@dataclass
class One:
    given: str
    family: str
    sex: str
    key: str

    def called(self, rng: random.Random, near: bool) -> str:
        if near and rng.random() < 0.5 and self.given in PETS:
            return PETS[self.given]
        return self.given

    def formal(self, rng: random.Random) -> str:
        return f"{'Mr' if self.sex == 'm' else rng.choice(['Mrs', 'Ms', 'Miss'])} [[{self.family}|{self.key}]]"


class Household:
    def __init__(self, number: int, rng: random.Random) -> None:
        self.rng = rng
        family, other, third = rng.sample(FAMILIES, 3)
        used: set[str] = set()

        def one(sex: str, surname: str, key: str) -> One:
            given = rng.choice([g for g in GIVEN[sex] if g not in used])
            used.add(given)
            return One(given, surname, sex, f"c{number}{key}")

        self.mother, self.father = one("f", family, "m"), one("m", other, "f")
        self.kids = [one(rng.choice("mf"), rng.choice([family, other]), f"k{i}") for i in range(rng.randint(1, 3))]
        self.friend, self.gran = one(rng.choice("mf"), third, "n"), one("f", family, "g")
        self.worker, self.second = one("f", rng.choice(FAMILIES), "w"), one("m", rng.choice(FAMILIES), "x")
        self.job = rng.choice(JOBS)

    def mark(self, one: One, text: str) -> str:
        return f"[[{text}|{one.key}]]"

    def near(self, one: One) -> str:
        return self.mark(one, one.called(self.rng, True))

    def full(self, one: One) -> str:
        return self.mark(one, f"{one.given} {one.family}")

    def short(self, one: One) -> str:
        return self.mark(one, self.rng.choice([f"{one.given[0]}. {one.family}", f"{one.given[0]} {one.family}", f"{one.given} {one.family[0]}"]))

    def letters(self, one: One) -> str:
        return self.mark(one, one.given[0] + one.family[0])

    def paper(self) -> str:
        return self.rng.choice([self.visit, self.log, self.report, self.mail, self.grid, self.account, self.panel, self.scribble])()

    def visit(self) -> str:
        r, kid = self.rng, self.rng.choice(self.kids)
        out = [f"{r.choice(['Unannounced', 'Planned', 'Joint'])} call at {r.randint(2, 90)} {r.choice(['Bell Lane', 'Walter Crescent', 'Mason Rise'])}, {r.choice(['10.20', '4pm', 'teatime'])}."]
        out.append(f"{self.near(self.mother)} let me in but {r.choice(['kept the chain on at first', 'was on the phone to ' + self.near(self.friend), 'said ' + self.near(self.father) + ' had only just gone'])}.")
        out.append(f"{self.near(kid)} showed me {r.choice(['a tooth', 'the guinea pig', 'a certificate from Chapel Meadow Primary', 'the Raleigh bike that ' + self.near(self.gran) + ' bought'])}.")
        if len(self.kids) > 1:
            out.append(f"I could not see {self.near(self.kids[1])}, who was {r.choice(['napping', 'at the Holt Centre', 'with ' + self.near(self.gran)])}.")
        out.append(f"Before leaving I reminded {self.formal(self.mother)} about {r.choice(['the Ferris Unit appointment', 'the agreement she signed in May', 'what ' + self.short(self.worker) + ' had asked for'])}.")
        return " ".join(out)

    def formal(self, one: One) -> str:
        return one.formal(self.rng)

    def log(self) -> str:
        r = self.rng
        lines = []
        for _ in range(r.randint(2, 5)):
            a, b = r.sample([self.mother, self.father, self.friend, self.gran, *self.kids], 2)
            lines.append(f"{r.randint(1, 28)}.{r.randint(1, 12)} {self.letters(self.worker) if r.random() < .5 else self.near(self.second)}: " + r.choice([
                f"{self.near(a)} in reception wanting {self.near(b)}'s number, not given", f"vm from {self.near(a)}, wants to move {r.choice(THINGS)} to June",
                f"missed call {self.near(b)}", f"{self.full(a)} sanctioned, foodbank slip", f"{self.near(a)} barred from {r.choice(THINGS)}",
                f"{r.choice(THINGS)} rang: nothing to report", f"{self.near(a)} and {self.near(b)} seen arguing outside Greggs"]))
        return "\n".join(lines)

    def report(self) -> str:
        r, kid = self.rng, self.rng.choice(self.kids)
        return (f"{self.full(kid)} is a {r.choice(['shy', 'boisterous', 'thoughtful'])} child whose development was reviewed at {r.choice(THINGS)}. "
                f"{self.formal(self.father)} expressed the view that {self.mark(kid, kid.given)}'s difficulties began when {self.full(self.friend)} moved in. "
                f"The {self.job}, {self.full(self.worker)}, found no evidence of this. {self.formal(self.mother)} has since asked that {self.mark(self.friend, self.friend.family)} be kept away. "
                f"{r.choice(['Still', 'West'])} syndrome was excluded by Dr {self.mark(self.second, self.second.family)}.")

    def mail(self) -> str:
        r, kid = self.rng, self.rng.choice(self.kids)
        return (f"To: {self.mark(self.worker, f'{self.worker.family}, {self.worker.given}')}\nFrom: {self.full(self.second)}\nRe: {self.letters(kid)}\n\n{r.choice(['Hiya', 'Afternoon', 'Hello'])} {self.near(self.worker)}\n"
                f"{self.near(kid)} turned up in yesterday's clothes. {self.near(self.mother)} blames {self.near(self.father)} for {r.choice(['the washer', 'everything', 'losing the pram'])}. "
                f"{r.choice(['Any news from ' + r.choice(THINGS) + '?', 'Hope you are well.', 'Will you be there on Friday?'])}\n{self.near(self.second)}")

    def grid(self) -> str:
        rows = ["Who;How related;Where"]
        for one, how in [(self.mother, "M"), (self.father, "F"), (self.gran, "MGM"), (self.friend, "lodger"), *[(k, "child") for k in self.kids]]:
            name = self.rng.choice([f"{one.family.upper()} {one.given}", f"{one.given} {one.family}", one.given, f"{one.family}, {one.given[0]}"])
            rows.append(f"{self.mark(one, name)};{how};{self.rng.choice(THINGS + ['-', 'n/k', 'as above'])}")
        return "\n".join(rows)

    def account(self) -> str:
        r, kid = self.rng, self.rng.choice(self.kids)
        return (f"i was in bed when {self.near(self.father)} come in shouting for {self.near(self.mother)}. {self.near(kid)} woke up and started crying so i took {'him' if kid.sex == 'm' else 'her'} next door to "
                f"{self.near(self.friend)}. {self.near(self.friend)} said has {self.near(self.father)} been on it again and i said {r.choice(['ask ' + self.near(self.gran), 'i dont know do i', 'leave it'])}. "
                f"then the police came, one was called {self.mark(self.second, self.second.family)} i think.")

    def panel(self) -> str:
        return (f"Panel heard from {self.letters(self.worker)} ({self.job}) and {self.letters(self.second)}. {self.letters(self.second)} favoured rehabilitation; {self.full(self.gran)} attended to support {self.formal(self.mother)}. "
                f"Decision: {self.mark(self.kids[0], self.kids[0].given)} to remain at {self.rng.choice(THINGS)}. {self.letters(self.worker)} to tell {self.near(self.father)} by the end of March.")

    def scribble(self) -> str:
        r = self.rng
        ones = r.sample([self.mother, self.father, self.friend, self.gran, *self.kids], 3)
        return r.choice(["ring ", "see ", "nb "]) + ", ".join([self.near(ones[0]), r.choice(THINGS).lower(), self.near(ones[1]) + " re " + r.choice(["bus", "rent", "teeth"]), "chase " + self.near(ones[2])]) + r.choice(["", ".", " !!"])


def damage(text: str, rng: random.Random) -> str:
    """Some papers all in lower case, some all in capitals, some torn at a width (marks are left whole)."""
    kind = rng.random()
    if kind < 0.2:
        parts = text.replace("[[", "\0").split("\0")
        return "[[".join(p if "|" not in p else p.split("|", 1)[0].lower() + "|" + p.split("|", 1)[1].split("]]")[0] + "]]" + p.split("]]", 1)[1].lower() for p in [parts[0].lower(), *parts[1:]])
    if kind < 0.28:
        parts = text.split("[[")
        return "[[".join([parts[0].upper()] + [p.split("|", 1)[0].upper() + "|" + p.split("|", 1)[1].split("]]")[0] + "]]" + p.split("]]", 1)[1].upper() for p in parts[1:]])
    if kind < 0.45:
        return "".join("\n" if c == " " and rng.random() < 0.12 else c for c in text)
    return text


def make(cases: int, seed: int) -> list[dict[str, Any]]:
    """Records of all cases: id, case, text, spans."""
    import tempfile
    from pathlib import Path

    from models.recipe.measure import marked

    rng = random.Random(seed)
    blocks, case_of = ["#"], {}
    for number in range(cases):
        home = Household(number, rng)
        for paper in range(rng.randint(3, 7)):
            name = f"g{number}-{paper}"
            case_of[name] = f"g{number}"
            blocks.append(f"=== {name} generated\n{damage(home.paper(), rng)}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.txt"
        path.write_text("\n".join(blocks), encoding="utf-8")
        records = marked(path)
    for record in records:
        record["case"] = case_of[record["id"]]
    return records


if __name__ == "__main__":
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--cases", type=int, default=30)
    ask.add_argument("--seed", type=int, default=77)
    o = ask.parse_args()
    for record in make(o.cases, o.seed):
        print(json.dumps(record))
