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
    "cornish_manx": ("Jago Loveday Morwenna Denzil Lowena Kerensa Illiam Voirrey Juan Breesha", "Trevithick Penhaligon Nancarrow Polglase Quayle Corlett Kewley Skillicorn Qualtrough"),
    "welsh_more": ("Cadi Mali Gruffudd Guto Elin Eleri Macsen Efa Llinos Mererid Tomos Idris Beti Gwen Osian Lleucu Ifan Non Mabli Tegwen",
                   "ab_Owen ap_Rhys Bowen Morgan Griffiths Vaughan Maddocks Probert Howells Lloyd Meredith Tegid"),
    "gaelic": ("Caoimhe Niamh Aoife Diarmuid Cathal Eoghan Fionnuala Gráinne Seamus Iain Catriona Màiri Alasdair Fearghas Ruairidh Peigi",
               "Ní_Bhriain Ó_Súilleabháin MacLeòid Nic_Dhòmhnaill Mac_an_tSaoir McGroarty O'Doherty MacLennan Gillespie McNulty"),
    "somali_more": ("Khadra Bile Fowsiyo Ayaan Hibaq Jibril Kaltun Nasteho Sahra Sakariye Ubah Warda Mukhtar Bashiir Qamar", "Abdulle Barre Dirie Egal Farah Gedi Hirsi Isse Mohamud Omar Osman Waberi Yusuf"),
    "nigerian_more": ("Adesuwa Bukola Chinedu Damilola Ebuka Funmilayo Gbenga Ikenna Jumoke Kehinde Morenike Nkechi Obinna Rotimi Sade Taiwo Yetunde Zainab Blessed Osaro",
                      "Adebayo Bankole Chukwu Dada Ekwueme Fashola Gbadamosi Igwe Jaja Kalu Lawal Madu Nnadi Oyelaran Pepple Salami Tinubu Umeh Yakubu"),
    "bengali_more": ("Shofiqul Lutfur Momtaz Nasima Parvin Rafiqul Salma Taslima Yasmin Zakir Ruhul Ayesha Babul Mukul Khaleda", "Ahmed Ali Bhuiyan Das Ghosh Haque Kazi Mondal Munshi Roy Saha Shikder Tarafdar"),
    "punjabi_more": ("Daljit Gagandeep Harpreet Inderjit Jagtar Kamaljit Lakhvir Nirmal Paramjit Rupinder Satwinder Tejinder Simran", "Aujla Atwal Bhogal Cheema Dhillon Hayer Johal Khaira Mann Nijjar Purewal Rai Sahota Thandi"),
    "chinese_more": ("Chun-Hei Fang Guang Hui-Min Jie Ka-Yan Lok-Yi Mingzhu Ping Qian Rui Shu Wenjing Xin Yi Zihan Hoi-Ying", "Cai Deng Fung Gao Hsu Kwok Lai Mak Pang Shen Tse Wei Xie Yuen Zhao Zhu"),
    "romanian_more": ("Andreea Bogdan Catalin Daniela Emilian Florin Georgiana Horia Ioana Liviu Marioara Nicolae Ovidiu Radu Simona Traian Vasilica", "Barbu Ciobanu Dragan Enache Florea Grigore Iordache Lungu Marin Neagu Oprea Petrescu Stoica Tudose Ursu"),
    "polish_more": ("Beata Czesław Danuta Ewelina Franciszek Halina Izabela Jadwiga Kacper Leszek Mirosława Oliwia Przemek Ryszard Stanisław Urszula Wiesław Zuzanna Jola Kasia Tomek",
                    "Adamczyk Baran Cieślak Dudek Gołębiowska Jabłoński Kaczmarek Lis Mazurek Ostrowski Pietrzak Rutkowska Sikora Tomaszewski Walczak Zając"),
    "portuguese_more": ("Inês Rui Beatriz Duarte Filipa Gonçalo Joaquim Leonor Marisa Nuno Sofia Vasco Zeca", "Almeida Barbosa Carvalho de_Oliveira Esteves Fonseca Lopes Marques Neves Pinto Rocha Teixeira Vaz"),
    "tamil_more": ("Anandhi Balan Devika Eswari Jeyanthi Karthik Lakshmi Murugan Pavithra Raji Selvi Thilagam Vasanthi Yogeswaran", "Arumugam Chandran Gunaratnam Kandiah Mahalingam Pillai Rajaratnam Sathasivam Thambirajah Vigneswaran"),
    "kurdish_more": ("Baran Dilan Evin Gulistan Heval Jiyan Kawa Leyla Nesrin Rizgar Sherwan Viyan Zana", "Amin Barzani Dogan Hama Jaff Kaya Mahmoud Qadir Salih Yildiz"),
    "caribbean_more": ("Alford Beverley Carlton Desmond Everton Fitzroy Glenroy Hyacinth Icilda Junior Lascelles Merlene Novlette Oral Pansy Rohan Sonia Trevon Verna Kadeem", "Anglin Beckford Clarke Dacosta Edwards Facey Gayle Hylton Isaacs Lewin McKoy Palmer Reid Salmon Thelwell Whyte"),
    "afghan_iranian": ("Ahmadzai Farzana Gul Habibullah Jawad Laleh Mahsa Nasrin Omid Parisa Qasim Reza Shirin Zahra Mirwais Nilofar", "Ahmadi Hosseini Karimi Mohammadi Noori Rahimi Safi Stanikzai Tehrani Wardak Zadran"),
    "zimbabwean": ("Tendai Rudo Farai Chipo Tatenda Nyasha Kudzai Rumbidzai Tafadzwa Sibongile Thandiwe Nomvula Precious", "Moyo Ncube Dube Sibanda Chikwanha Mutasa Nyathi Mpofu Marufu Zhou"),
    "turkish_greek": ("Ayşe Mehmet Gülsüm Hakan Emine Özgür Yiannis Eleni Stavros Despina Kyriacos Androulla", "Yılmaz Demir Şahin Çelik Papadopoulos Georgiou Christodoulou Kyriakou Hadjigeorgiou"),
    "balkan_baltic": ("Arben Besa Drita Flutura Ilir Luljeta Agne Darius Rasa Vytautas Ivana Zoran Dragana Milos", "Hoxha Krasniqi Gjoka Shehu Kazlauskas Petrauskiene Jovanovic Petrovic Kovac"),
    "ukrainian_bulgarian": ("Oksana Bohdan Yaryna Taras Halyna Mykola Boyka Desislava Kiril Plamen Yordanka", "Shevchenko Kovalenko Tkachuk Bondar Dimitrova Georgiev Ivanova Todorov Angelov"),
    "jewish": ("Chaim Rivka Moishe Shira Yitzchok Malka Avi Devorah Mendel Faigy Naftali Tova", "Cohen Friedman Goldstein Halberstam Kaplan Levy Rosenbaum Schwartz Weisz Zilberman"),
    "filipino": ("Marites Rodel Jhun Maricel Analyn Dodong Rowena Jomar", "Dela_Cruz Bautista Manalo Pangilinan Reyes Santos Villanueva"),
    "modern": ("Kayden Lacey-Mae Jaxon Tia-Louise Brooklyn Ellie-Rae Kaiden Demi-Leigh Skye Tyler-James Mackenzie Peyton Khloe Riley Mason Alfie-Jay Maisie Teddy Ronnie Reggie Albie Bobbi-Jo Kenzie Ayda Nevaeh Blake Kobi",
               "Hodgson Sidebottom Tunnicliffe Ramsbottom Clegg Bloggs Tring Haddock Ogden Cutts Beardmore Fothergill"),
}
ORDINARY_FIRST = """April May June Summer Autumn Rose Lily Daisy Poppy Ivy Violet Hazel Holly Heather Iris Fern Willow Olive Ruby Pearl Amber
Jade Crystal Coral Joy Hope Faith Grace Charity Patience Mercy Prudence Constance Verity Felicity Honor Harmony Melody Destiny Princess Precious
Blessing Gift Angel Star Sky Rain Robin Jay Martin Drake Will Mark Bill Frank Rob Jack Bob Nick Pat Sue Penny Dawn Eve Gene Chase Hunter Mason Carter
Cooper Tanner Taylor Harper Parker Piper Sailor Reed Heath Dale Glen Cliff Forest Rock Stone Flint Ash River Brook Ocean Royal Prince Duke Earl King Major
Lance Rich Ray Art Guy Miles Max Chance Storm Blaze Ace Drew Grant Skip Bud Buddy Junior Sandy Ginger Rusty Candy Honey Bunny Kitty Dolly Peaches
Blossom Bonnie Cash Chip Clay Coco Comfort Dean Don Dot Echo Fox Fay Gail Gaynor Gay Ginny Harvest Jewel Journey Kit Lark Lot Lucky Man Maverick Mo Mike Nature Noble Page Pip Pippin Rafter Rebel River Rome Saint Silver Sonny Sparrow Stormy Sugar Tansy Temperance True Tiger Twig Wren Zeal
Treasure Favour Goodness Wisdom Justice Success Promise Comfort Victory Sunday Friday Monday Innocent Loveness Trust Memory Talent Bright Beauty Happy Gentle""".split()
ORDINARY_LAST = """Bird Church Bishop Pope Abbot Day Long Short Small Little Rich Young Old Moody Best Good Fox Wolf Lamb Hogg Bull Peacock Swan Drake Finch
Wren Nightingale Pike Salmon Herring Field Hill Wood Woods Forest Green Black White Brown Grey Gray Gold Silver Stone Rock Marsh Pond Lake Rivers Brook
Banks Bridge Street Lane Park Castle Hall House Kitchen Barn Garden Mills Miller Baker Cook Butcher Carpenter Mason Smith Taylor Tailor Cooper Turner Walker Ryder
Rider Farmer Gardener Shepherd Hunter Fisher Archer Bowman Marshall Constable Judge Law Justice Case Price Cash Penny Pound Bond Sharp Blunt Swift Savage Wild
Hardy Strong Power Wise Noble Gentle Frost Snow Winter Summers Spring May March Weekes Friday Christmas Noon Knight King Prince Duke Earl Baron Page Read Story
Book Ball Bell Horn Root Berry Rose Flowers Bush Thorne Reed Moss Heath Crane Spark Light Lightfoot Drinkwater Goodbody Makepeace Tickle Pickles Onions Bacon
Rice Pepper Salt Mustard Beer Coffee Cotton Silk Woolley Glass Steel Ironside Armstrong Cross Nunn Monk Priest Parsons Deacon Close Way Ford Wells Poole
Fish Chips Crumb Pitt Cable Lord Luck Bliss Bright Chance Charm Early Fair Goodenough Gotobed Handy Jolly Lemon Lovelace Mercy Merry Nice Newbold Orange Pask Plum Purdy Quick Raven Sage Silk Spice Spinks Still Stills Tempest Thrift Trollope Twelvetrees Vine Winner Worth
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
