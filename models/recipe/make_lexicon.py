# SPDX-License-Identifier: AGPL-3.0-or-later
"""Make models/lexicon: forenames, surnames, nicknames and English words.

    pip install faker names nicknames ; apt-get download scowl ; dpkg -x scowl_*.deb SCOWL
    python models/recipe/make_lexicon.py SCOWL/usr/share/dict/scowl models/lexicon

Sources: Faker's name lists (MIT), `names` (MIT; US census lists, public domain), `nicknames` (Apache-2.0),
SCOWL (permissive, see models/lexicon/README.md). All words are lower case, one a line, sorted.
"""

from __future__ import annotations

import csv
import hashlib
import importlib
import pkgutil
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

LATIN = re.compile(r"[a-z][a-z'-]*[a-z]")
#: Locales whose lists name people likely to appear in a UK record, in Latin letters.
LOCALES = """en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US cs_CZ de_DE es_ES fr_FR ga_IE ha_NG hr_HR hu_HU id_ID ig_NG
it_IT lt_LT lv_LV nl_NL pl_PL pt_PT ro_RO sk_SK sv_SE sw tr_TR tw_GH vi_VN yo_NG zu_ZA az_AZ sl_SI no_NO da_DK fi_FI""".split()
SURNAMES_FROM_CENSUS = 20_000


def fold(word: str) -> str:
    """Lower case without accents, curly apostrophes straight."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace("ł", "l").replace("Ł", "L").replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def clean(words: Iterable[str], shortest: int) -> set[str]:
    return {f for word in words if LATIN.fullmatch(f := fold(word.strip())) and len(f) >= shortest}


def from_faker(kinds: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for locale in LOCALES:
        try:
            provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        except ImportError:
            print("no locale", locale, file=sys.stderr)
            continue
        for kind in dir(provider):
            values = getattr(provider, kind)
            if kind.startswith(kinds) and not kind.endswith("formats") and isinstance(values, (list, tuple, dict)):
                found.extend(str(value) for value in values)
    return found


def census(name: str) -> list[str]:
    data = pkgutil.get_data("names", name)
    assert data is not None
    return [line.split()[0] for line in data.decode().splitlines() if line.strip()]


def scowl(folder: Path, kinds: tuple[str, ...], sizes: Iterable[int]) -> set[str]:
    found: set[str] = set()
    for variety in ("english", "british", "british_z"):
        for kind in kinds:
            for size in sizes:
                path = folder / f"{variety}-{kind}.{size}"
                if path.exists():
                    found |= set(path.read_text(encoding="latin-1").split())
    return {word for word in found if not word.endswith("'s")}


def nicknames() -> list[tuple[str, str]]:
    import nicknames as package

    with (Path(package.__file__).parent / "names.csv").open(encoding="utf-8") as lines:
        return sorted({(fold(r["name1"]), fold(r["name2"])) for r in csv.DictReader(lines)})


#: Forenames common in the United Kingdom that the lists above lack, written down by hand.
BY_HAND_F = """farida nasra siân sian cressida delphine bernadette esmeralda anneliese marguerite folasade bryony petra shanelle hayley oyinkan halina ilse mared
poppy imogen jemima tabitha arabella philippa henrietta camilla saskia tamsin morwenna demelza rosalind winifred agatha beatrix cordelia hermione isolde ottilie
zara zahra yusra sumaya hodan fadumo idil khadra amina asha ubah hibo ayaan ifrah
adaeze aderonke agnieszka aisling alisha ameera amma aneta angharad anjali aoife asha ayesha beata blessing
bethan bronwen carys ceri cerys chiara chioma chipo delyth eilidh eimear eirlys elif eluned ewa farzana fatoumata folake
funmilayo ffion fionnuala gaynor ghazala glenys gwenda gwenllian halima harpreet hafsa ifeoma inderjit ines ivana jaswinder
kaltrina kamaljit kamila kamini kanwal karolina katarzyna kavita khadija kiran lakshmi latisha lowri magda malgorzata manjit
mair meera megha mererid monika morag mumtaz myfanwy nadia nadine nasreen nazia ngozi nia nicola nkechi nonhlanhla nerys
olayinka olga oluwaseun paramjit parminder parveen pooja priti rabia rhiannon rhian rukhsana ruqayyah saba sadia saima sakina
samina sangeeta sanjana sarita seren shabana shagufta shaniqua sharmila shazia shereen sinead sioned sunita tahira tanisha
tanika temitope tendai tuba uzma wiktoria yetunde yewande zainab zofia zohra zuzanna keisha shanice chantelle charmaine
demi-leigh ellie-mae lacey-mae lilly-may gracie-mae tia-louise leanne siobhan orla roisin caoimhe grainne maeve niamh
chanel shannon stacey kerry-ann lorraine maureen noreen doreen beryl mavis edna olwen ethel winnie dilys megan"""
BY_HAND_M = """piers rupert finlay fergal cormac otis wilf wilfred tobias jolyon crispin jasper barnaby giles hamish torquil lachlan ewan euan callum fraser struan
ferdinand niall dwayne damien darren gaz daz baz kev lanre temi tunde kofi kwabs ioan jaylen tyler zion kyron tyrese jermaine
mohamud yusuf abdirahman liban bashir hamid rashid zbyszek jurek mateusz
abdi abdul abdullahi adebayo adetokunbo aled alun amandeep amir amit andrzej anil arjun arkadiusz arwel ashok
asif aziz babajide balwinder bartosz bilal bogdan bryn cadan callum caradog cathal chidi chike chinedu chukwuemeka ciaran
dafydd damilola darragh dariusz declan deepak delroy desmond devonte dewi dilip dmitri ebenezer efosa emeka emlyn emyr
eoghan fabian faisal farooq femi fiachra fintan gareth geraint gethin girish glyn grzegorz gurdeep gurpreet gwilym hamza
harish harjit hassan hussain huw hywel ibrahim idris ifan ifor imran iestyn ioan iolo iqbal islwyn ismail iwan jagdeep
jaroslaw jermaine kacper kamran karthik kofi krishnan krzysztof kwabena kwame kwasi kyran leroy llyr lukasz maciej madoc
mahesh manoj mansoor marek mateusz mehmet mihai mikolaj mohamed mohammad mohammed muhammad muhammed mustafa nadeem naveed
nikhil nnamdi obinna olumide olu oluwatobi osman padraig parth piotr pradeep pranav przemyslaw radoslaw rahul rajesh rajan
rajinder rakesh ramesh ranjit ravinder rhodri riaz robel ronan rowan ruairi sadiq saeed sajid salim samir sandeep sanjay
sanjeev satnam sean shafiq shahid shane shaun siddharth slawomir sourav sukhdev sunil suresh tadhg tariq tayyab tegid thabo
tomasz tunde tyrell tyrone umar usman vijay vikram vishal vladimir waqar waseem winston wojciech yaw yusuf zahid zbigniew
zeeshan kyle jayden kayden brayden aiden connor kian kieran jaydon rhys ryan tyler"""


def main(words: Path, target: Path) -> None:
    pairs = nicknames()
    male = clean([*from_faker(("first_names_male",)), *census("dist.male.first"), *BY_HAND_M.split()], 3)
    female = clean([*from_faker(("first_names_female",)), *census("dist.female.first"), *BY_HAND_F.split()], 3)
    forenames = male | female | clean([*from_faker(("first_names",)), *(n for pair in pairs for n in pair)], 3)
    surnames = clean(from_faker(("last_names",)), 2) | clean(census("dist.all.last")[:SURNAMES_FROM_CENSUS], 2)
    common = clean(scowl(words, ("words",), (10, 20, 35)), 1)
    basic = clean(scowl(words, ("words",), (10, 20)), 1)
    known = clean(scowl(words, ("words",), (40, 50, 55, 60, 70)), 1) - common
    proper = clean(scowl(words, ("upper", "proper-names"), (10, 20, 35, 40, 50, 60)), 2)
    lists = {
        "forenames.txt": {
            f"{n} {'b' if (n in male) == (n in female) else 'm' if n in male else 'f'}" for n in forenames
        },
        "surnames.txt": surnames,
        "words-basic.txt": basic,
        "words-common.txt": common,
        "words-known.txt": known,
        "words-proper.txt": proper,
        "nicknames.txt": {f"{a} {b}" for a, b in pairs if LATIN.fullmatch(a) and LATIN.fullmatch(b)},
    }
    target.mkdir(parents=True, exist_ok=True)
    sums = []
    for name, values in lists.items():
        text = "".join(f"{value}\n" for value in sorted(values))
        (target / name).write_text(text, encoding="utf-8")
        sums.append(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n")
        print(name, len(values))
    vocabulary = (target / "vocabulary.toml").read_bytes()
    sums.append(f"{hashlib.sha256(vocabulary).hexdigest()}  vocabulary.toml\n")
    (target / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
