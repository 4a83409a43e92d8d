# SPDX-License-Identifier: AGPL-3.0-or-later
"""Made-up people for training: names from clean lists, made-up names, everyday words as names, and short forms."""

from __future__ import annotations

import importlib
import random
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

LEXICON = Path(__file__).resolve().parents[2] / "lexicon"
LOCALES = """en_GB en_GB en_GB en_GB en_GB en_IE en_IN en_KE en_NG en_PK en_US pl_PL ro_RO lt_LT pt_PT es_ES it_IT fr_FR tr_TR
ha_NG ig_NG yo_NG sw tw_GH vi_VN zu_ZA hu_HU cs_CZ de_DE nl_NL hr_HR ga_IE""".split()
BY_HAND = {
    "welsh": ("Siân Rhys Dafydd Nerys Gethin Ffion Eluned Iestyn Carys Meirion Angharad Aled Lowri Hywel Gwenllian Owain Heledd",
              "Llewellyn Prosser Pritchard Gwynne Ap-Rhys Parry Tudor Cadwaladr Beynon Prydderch Bevan Gittins Penri"),
    "irish": ("Bridget Padraig Concepta Mairead Donal Oisín Saoirse Martin Nora Winnie Miley Kathleen Tadhg Dolores",
              "Connors Maughan McDonagh Sweeney Mac_Giolla O'Hagan Ó_Briain Nic_Dhiarmada Cash Quilligan Stokes Gavin"),
    "scots": ("Morag Hamish Eilidh Callum Mhairi Struan Isla Ruaridh Senga Agnes", "MacAskill McGlashan Abernethy Buchan Kirkpatrick Strachan Rankine"),
    "somali": ("Hodan Abdirahman Sagal Mahad Ifrah Liban Deeqa Abshir Hamdi Nimco Faarax Zamzam Yuusuf Sucaad",
               "Warsame Jama Duale Hersi Guled Aden Samatar Nur Cabdi Xasan Elmi Shire Roble"),
    "bengali": ("Shahida Rukshana Tanvir Abul Mosammat Rahela Kamrul Nazmul Hasina Rezia Sultana Monwara Jahanara Faruk",
                "Begum Khatun Miah Uddin Akhtar Bibi Choudhury Islam Ullah Hoque Rahman Talukdar Sheikh Sarkar"),
    "punjabi": ("Gurdeep Harjinder Manpreet Balvinder Sukhjit Kulwinder Jaspal Amrit Navjot Pritam", "Kaur Singh Gill Sandhu Dhaliwal Grewal Bains Sohal Uppal Virk"),
    "pakistani": ("Shazia Naveed Tahira Wasim Rukhsana Zubair Ghulam Nusrat Farhat Adeel Sobia Imtiaz", "Khan Hussain Mahmood Mirza Akhtar Butt Chaudhry Malik Raja Qureshi Bhatti"),
    "nigerian": ("Oluwaseun Adaobi Chukwudi Folake Emeka Temitope Ngozi Babatunde Ifeoma Kelechi Omotola Uchenna Patience Godwin Gift",
                 "Adeyemi Okafor Nwosu Balogun Eze Ogunbanjo Olatunji Obi Akindele Onyekachi Afolabi Uzor Danjuma"),
    "ghanaian": ("Kwame Akosua Kofi Abena Yaw Adwoa Nana Kojo Efua", "Mensah Owusu Boateng Asante Appiah Agyeman Osei Amoako"),
    "caribbean": ("Delroy Marcia Winston Shanelle Leroy Tyrone Yvonne Keziah Errol Claudette Jerome Sherelle", "Campbell Francis Bailey Grant Pinnock Blackwood Braithwaite Cuffe"),
    "chinese": ("Mei Wai-Ling Xiaoming Jun Siu-Fong Yan Lei Hua Kin-Man Yuk Zhen Tao Ying Bo", "Wong Chan Li Zhang Cheung Ng Leung Lau Chow Tsang Wu Xu Ho Yip Lam"),
    "vietnamese": ("Thi Minh Huong Linh Duc Phuong Trang Quang", "Nguyen Tran Pham Le Hoang Vo Dang Bui"),
    "tamil": ("Kavitha Suganthi Rajan Nirmala Vijayan Thusha Ganesh Meena Arul", "Selvarajah Kumaran Nadarajah Balasingham Ponnambalam Sivakumar"),
    "gujarati": ("Hansa Jayesh Nilesh Bhavna Kirit Dipti Pravin Hemal", "Patel Shah Desai Mistry Parmar Solanki Chauhan"),
    "polish": ("Agnieszka Krzysztof Małgorzata Zbigniew Wojtek Bożena Kinga Łukasz Grażyna Sławek Dorota Jacek",
               "Kowalska Nowak Wójcik Zieliński Dąbrowska Szewczyk Pawłowski Grabowska Jankowski Wróbel"),
    "romanian": ("Mihaela Ionut Gheorghe Florentina Costin Adriana Vasile Elena", "Popescu Ionescu Dumitru Stanciu Lacatus Moldovan Rusu"),
    "slovak_roma": ("Jozef Marek Vlasta Renata Dusan Zuzana", "Horvathova Balog Gabor Pusko Cervenakova Duzda"),
    "arabic": ("Khaled Fatima Omar Mariam Ahmad Layla Hassan Nour Samira Abdullah Rania Bashar", "al-Hashimi Haddad Al_Masri Saleh El-Sayed Mansour bin_Salim Najjar Abdelkader"),
    "kurdish": ("Rojda Azad Shilan Hiwa Berivan Karwan", "Rashid Ahmed Karim Ozturk Aziz"),
    "eritrean": ("Tesfay Selam Yohannes Freweyni Haben Mebrahtu", "Ghebremedhin Tekle Habte Kidane Woldemariam"),
    "portuguese": ("João Fátima Luís Conceição Tiago Graça", "da_Silva dos_Santos Ferreira Gouveia de_Sousa Pereira"),
    "modern": ("Kayden Lacey-Mae Jaxon Tia-Louise Brooklyn Ellie-Rae Kaiden Demi-Leigh Skye Tyler-James Mackenzie Peyton Khloe Riley Mason Alfie-Jay Maisie Teddy Ronnie Reggie Albie Bobbi-Jo Kenzie Ayda Nevaeh Blake Kobi",
               "Hodgson Sidebottom Tunnicliffe Ramsbottom Clegg Bloggs Tring Haddock Ogden Cutts Beardmore Fothergill"),
}
ORDINARY_FIRST = """April May June Summer Autumn Rose Lily Daisy Poppy Ivy Violet Hazel Holly Heather Iris Fern Willow Olive Ruby Pearl Amber
Jade Crystal Coral Joy Hope Faith Grace Charity Patience Mercy Prudence Constance Verity Felicity Honor Harmony Melody Destiny Princess Precious
Blessing Gift Angel Star Sky Rain Robin Jay Martin Drake Will Mark Bill Frank Rob Jack Bob Nick Pat Sue Penny Dawn Eve Gene Chase Hunter Mason Carter
Cooper Tanner Taylor Harper Parker Piper Sailor Reed Heath Dale Glen Cliff Forest Rock Stone Flint Ash River Brook Ocean Royal Prince Duke Earl King Major
Lance Rich Ray Art Guy Miles Max Chance Storm Blaze Ace Drew Grant Skip Bud Buddy Junior Sandy Ginger Rusty Candy Honey Bunny Kitty Dolly Peaches
Treasure Favour Goodness Wisdom Justice Success Promise Comfort Victory Sunday Friday Monday Innocent Loveness Trust Memory Talent Bright Beauty Happy Gentle""".split()
ORDINARY_LAST = """Bird Church Bishop Pope Abbot Day Long Short Small Little Rich Young Old Moody Best Good Fox Wolf Lamb Hogg Bull Peacock Swan Drake Finch
Wren Nightingale Pike Salmon Herring Field Hill Wood Woods Forest Green Black White Brown Grey Gray Gold Silver Stone Rock Marsh Pond Lake Rivers Brook
Banks Bridge Street Lane Park Castle Hall House Kitchen Barn Garden Mills Miller Baker Cook Butcher Carpenter Mason Smith Taylor Tailor Cooper Turner Walker Ryder
Rider Farmer Gardener Shepherd Hunter Fisher Archer Bowman Marshall Constable Judge Law Justice Case Price Cash Penny Pound Bond Sharp Blunt Swift Savage Wild
Hardy Strong Power Wise Noble Gentle Frost Snow Winter Summers Spring May March Weekes Friday Christmas Noon Knight King Prince Duke Earl Baron Page Read Story
Book Ball Bell Horn Root Berry Rose Flowers Bush Thorne Reed Moss Heath Crane Spark Light Lightfoot Drinkwater Goodbody Makepeace Tickle Pickles Onions Bacon
Rice Pepper Salt Mustard Beer Coffee Cotton Silk Woolley Glass Steel Ironside Armstrong Cross Nunn Monk Priest Parsons Deacon Close Way Ford Wells Poole
Head Foot Hand Beard Legge Cheek Bone Blood Tooth Pain Payne Ache Waite Hope Love Darling Sweet Bliss Joy Grief""".split()
TITLES = {"m": ["Mr", "Mr", "Mr", "Mr.", "Dr", "Cllr", "Rev", "Prof"], "f": ["Mrs", "Ms", "Miss", "Mrs", "Ms.", "Mrs.", "Dr", "Cllr", "Prof"]}


@dataclass
class Person:
    """One made-up person; everything they may be called."""

    first: str
    last: str
    title: str
    sex: str
    middle: str = ""
    nicks: list[str] = field(default_factory=list)

    @property
    def initials(self) -> str:
        return self.first[0].upper() + "".join(p[0].upper() for p in re.split(r"[-\s]", self.last) if p)[:2]


def _faker() -> list[tuple[list[str], list[str]]]:
    pools = []
    for locale in LOCALES:
        try:
            provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        except ImportError:
            continue
        first: list[str] = []
        last: list[str] = []
        for kind in dir(provider):
            values = getattr(provider, kind)
            if not isinstance(values, (list, tuple, dict)) or kind.endswith("formats"):
                continue
            if kind.startswith("first_names"):
                first += [str(v) for v in values]
            elif kind.startswith("last_names"):
                last += [str(v) for v in values]
        first = [n for n in first if n.isascii() or len(n) < 14]
        if first and last:
            pools.append((sorted(set(first)), sorted(set(last))))
    return pools


class Markov:
    """Names nobody has, that look like names: letters chosen by the two before them."""

    def __init__(self, names: list[str]) -> None:
        self.after: dict[str, list[str]] = defaultdict(list)
        for name in names:
            padded = f"^^{name.lower()}$"
            for i in range(len(padded) - 2):
                self.after[padded[i : i + 2]].append(padded[i + 2])

    def make(self, rng: random.Random) -> str:
        while True:
            state, out = "^^", ""
            while len(out) < 12:
                letter = rng.choice(self.after[state])
                if letter == "$":
                    break
                out += letter
                state = state[1] + letter
            if 3 <= len(out) <= 11 and out.isalpha():
                return out.capitalize()


def read(name: str) -> list[str]:
    """The lines of a word list."""
    return (LEXICON / name).read_text(encoding="utf-8").split("\n")


class Names:
    def __init__(self) -> None:
        self.forenames = [line.split()[0].capitalize() for line in read("forenames.txt") if line]
        self.surnames = [line.capitalize() for line in read("surnames.txt") if line]
        self.words = [w for w in read("words-basic.txt") if 3 <= len(w) <= 9 and w.isalpha()]
        self.pools = _faker()
        self.hands = [(a.split(), [s.replace("_", " ") for s in b.split()]) for a, b in BY_HAND.values()]
        self.short: dict[str, list[str]] = defaultdict(list)
        for line in read("nicknames.txt"):
            if line:
                a, b = line.split()
                self.short[a].append(b.capitalize())
        self.first_like, self.last_like = Markov(self.forenames), Markov(self.surnames)

    def person(self, rng: random.Random) -> Person:
        kind = rng.random()
        if kind < 0.30:
            a, b = rng.choice(self.hands)
            first, last = rng.choice(a), rng.choice(b)
        elif kind < 0.55:
            a, b = rng.choice(self.pools)
            first, last = rng.choice(a), rng.choice(b)
        elif kind < 0.70:
            first, last = rng.choice(self.forenames), rng.choice(self.surnames)
        elif kind < 0.80:
            first, last = self.first_like.make(rng), self.last_like.make(rng)
        else:
            first = rng.choice(ORDINARY_FIRST) if rng.random() < 0.6 else rng.choice(self.hands)[0][0]
            last = rng.choice(ORDINARY_LAST) if rng.random() < 0.6 else rng.choice(rng.choice(self.hands)[1])
        if rng.random() < 0.08:
            last = f"{last}-{rng.choice(rng.choice(self.hands)[1])}"
        if rng.random() < 0.05:
            last = rng.choice(["O'", "Mc", "Mac", "Fitz", "D'", "St ", "de ", "van "]) + last
        if rng.random() < 0.05:
            first = f"{first}-{rng.choice(['Mae', 'Leigh', 'Jo', 'Rose', 'Lee', 'Ann', 'James', 'Marie', 'Jay', 'Rae'])}"
        sex = rng.choice("mf")
        middle = rng.choice(rng.choice(self.hands)[0]) if rng.random() < 0.2 else ""
        person = Person(first, last, rng.choice(TITLES[sex]), sex, middle)
        person.nicks = [self.nick(person, rng) for _ in range(2)]
        return person

    def nick(self, person: Person, rng: random.Random) -> str:
        first = person.first.split("-")[0].split(" ")[0]
        kind = rng.random()
        known = self.short.get(first.lower())
        if known and kind < 0.45:
            return rng.choice(known)
        stem = first[: rng.choice([2, 3, 3, 4, 4, 5])]
        if kind < 0.6:
            return stem
        if kind < 0.75:
            return stem.rstrip("aeiou") + rng.choice(["z", "zza", "y", "ie", "s", "o", "ers", "i"]) if len(stem) > 2 else stem
        if kind < 0.80:
            return re.split(r"[-\s']", person.last)[-1][:4].capitalize() + rng.choice(["y", "o", "ie", "s"])
        if kind < 0.88:
            return rng.choice(["Big", "Little", "Lil", "Old", "Young", "Mad", "Fat", "Baby"]) + " " + first
        if kind < 0.94:
            return rng.choice(self.words).capitalize()
        return first + " " + person.last[0]
