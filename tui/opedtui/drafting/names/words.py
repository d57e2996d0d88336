"""The words by which names are told apart: titles, heads, known bodies, verbs of acting."""

from __future__ import annotations

import re


def word_set(words: str) -> frozenset[str]:
    """The words of a table; a name of several is joined with `_`."""
    return frozenset(word.replace("_", " ") for word in words.split())


HONORIFICS = {
    **dict.fromkeys(("Mr", "Mr.", "Sir", "Lord", "King", "Prince", "Father", "Brother"), "m"),
    **dict.fromkeys(("Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dame", "Lady", "Queen"), "f"),
    **dict.fromkeys(("Princess", "Sister", "Baroness", "Madam", "Duchess"), "f"),
    **dict.fromkeys(("Pope", "Cardinal", "Imam", "Sheikh", "Duke", "Baron", "Rabbi"), "m"),
    **dict.fromkeys(("Dr", "Dr.", "Prof", "Prof.", "Professor", "Rev", "Rev.", "Reverend"), ""),
}
"""Words before a name, and the sex that they tell."""

OFFICES = word_set(
    "President Premier Chancellor Minister Secretary Senator Congressman Congresswoman Governor"
    " Mayor General Gen. Colonel Col. Major Captain Capt. Lieutenant Lt. Sergeant Sgt. Admiral"
    " Judge Justice Ambassador Director Chairman Chairwoman Chairperson Chair Speaker"
    " Commissioner Representative Rep. Sen. Gov. Spokesman Spokeswoman Spokesperson Deputy Vice"
    " Prime Foreign Chief Executive Officer Sheriff Inspector Superintendent Archbishop Bishop"
    " Emperor Attorney Leader Coach Manager Doctor Detective Marshal Commander Officer"
    " Presidential Councillor Councilman Counsel Head Editor Author Founder Analyst Economist"
    " Minister-designate Co-founder Administrator CEO MP"
)
"""Words of which an office is made: `Deputy Prime Minister`."""

FUNCTION_WORDS = word_set(
    "the a an and or but if when while as at by for from in into of on to with without about"
    " after before since until during through over under between among against this that these"
    " those there here it its he she they we you i his her their our your my him them us me who"
    " whom whose what which why how where not no yes nor so yet then thus also however moreover"
    " meanwhile although though because despite unlike like such some any all both each every"
    " many most more few other another several only even just still now today yesterday tomorrow"
    " once is are was were be been being am do does did has have had can could will would should"
    " may might must shall let well perhaps indeed instead first second third one two three four"
    " five six seven eight nine ten last next new old same own much very too again never always"
    " often ever than whether whatever oh ok okay hi hello please thanks thank dear mr maybe"
    " later earlier according given asked said says speaking"
)

NEW = word_set(
    "York Yorker Yorkers Zealand Zealander Zealanders Jersey Mexico Hampshire Orleans Delhi England"
    " South Guinea Caledonia Brunswick Haven Labour"
)
"""What `New` belongs to even where it begins a sentence."""

CALENDAR = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May"
    " June July August September October November December Christmas Easter Ramadan Spring Summer"
    " Autumn Winter Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
    " AM PM UTC GMT EST BST CET EDT PST"
)

HEADS = {
    "government": word_set(
        "Ministry Department Government Agency Administration Parliament Senate Congress Cabinet"
        " Court Police Treasury Authority Bureau Commission Municipality Assembly Office Duma"
        " Knesset Bundestag Secretariat District Constabulary Embassy House Kremlin Directorate"
        " Crown Sheriff Legislature Customs Council Pentagon Homeland Force"
    ),
    "party": word_set(
        "Party Democrats Republicans Conservatives Labour Tories Greens Socialists Liberals"
    ),
    "military": word_set(
        "Army Navy Forces Regiment Brigade Battalion Corps Guard Guards Marines Squadron Taliban"
        " Militia Fleet Airforce Hezbollah Hamas"
    ),
    "media": word_set(
        "Times Post News Guardian Herald Tribune Journal Magazine Review Gazette Observer Telegraph"
        " Television TV Radio Broadcasting Press Daily Star Independent Mirror Chronicle Globe"
        " Reuters Weekly Economist Newspaper Bulletin Courier Today Media Wikinews Wikipedia"
    ),
    "company": word_set(
        "Inc Inc. Ltd Ltd. Corp Corp. Corporation Company Co. Co PLC plc LLC GmbH AG Group Holdings"
        " Bank Airlines Airways Motors Industries Records Entertainment Pictures Studios Systems"
        " Technologies Partners Energy Petroleum Software"
    ),
    "ngo": word_set(
        "Foundation Association Society Federation Union Church University College Institute"
        " Institution School Centre Center Academy Museum Trust Committee Conference Cross"
        " Alliance Coalition Movement Campaign Fund Network Charity Club League Organisation"
        " Organization Hospital Watch International Project Council Brotherhood Board Laboratory"
        " Lab Gallery Initiative Org Seminary Library Commons"
    ),
    "place": word_set(
        "Street Road Avenue River Lake Island Islands Mountain Mountains Sea Ocean Bay City"
        " County Province State Park Airport Station Stadium Arena Square Bridge Beach Valley"
        " Town Village Region Hill Hills Peninsula Gulf Desert Coast Territory Canal Strait Strip"
        " Base Port Hotel Hall Theatre Theater Mosque Cathedral Temple Palace Tower Building"
        " Memorial Camp Africa Asia Europe America Borough Heights Highway"
    ),
    "igo": word_set("Nations"),
    "group": word_set("Team Band Rebels Brothers Choir Orchestra United Rovers FC Legion"),
}
"""The word of a name that says what bears it."""

NO_ACTORS = word_set(
    "Program Programme Festival Cup Championship Championships Olympics Award Awards Prize War"
    " Act Law Constitution License Licence Study Studies Countdown Explorer Shuttle Cyclone"
    " Hurricane Typhoon System Series Games Bill Treaty Agreement Declaration Resolution Protocol"
    " Plan Theory Islam Christianity Judaism Hinduism Buddhism Catholicism Hajj Internet Bible"
    " Koran Quran Day Week Night Election Elections Referendum Revolution Report Survey God Satan"
    " Paralympics Paralympic"
    " Superheroes Experience Tricks Convention Accord Accords Pact Deal Memorandum Doctrine"
    " Communism Capitalism Socialism Operation Battle Tour Amendment Code Charter Dream Age Era"
    " Crisis Summit Pad Soup Web DNA"
)
"""Heads of names that nobody bears: laws, events, works, creeds."""

OWNERS = word_set("People Workers Children Women Men Veterans Farmers Teachers Citizens Peoples")
"""What stands with `'s` inside a name: `People's Army`."""

JOINING = word_set(
    "University College Ministry Department Bank Church House Council Centre Center Institute"
    " Board Court Museum Association Society Federation Union Organisation Organization Committee"
    " Commission League Academy School State City Bay Gulf Isle Republic Kingdom Foundation"
    " Office Agency Bureau Secretariat Party Army Conference Municipality Province Province"
    " District Cape Mount Strait Sea Chamber Fund Alliance Coalition Campaign Movement"
    " Institution Assembly Brotherhood Commonwealth Community Confederation Congress Democrats"
    " Doctors Friends Sons Daughters Hall Knights Library Order People Standards Summit Tower"
    " Trust Voice Bishop Duke Prince Directorate Legion Society Corps Faculty Coast Front"
    " Parliament Government Hospital"
)
"""Words after which `of`, `for` and `and` belong to the name."""

KNOWN = {
    "igo": "UN United_Nations NATO EU European_Union OSCE WHO World_Health_Organization"
    " World_Health_Organisation IMF International_Monetary_Fund World_Bank WTO OPEC UNESCO"
    " UNICEF UNHCR IAEA ASEAN African_Union Arab_League OECD Interpol Council_of_Europe"
    " European_Commission European_Parliament European_Council Security_Council"
    " World_Trade_Organization G7 G8 G20 BRICS International_Criminal_Court ICC"
    " Eurasian_Economic_Union EAEU CSTO CIS League_of_Nations European_Central_Bank"
    " Commonwealth_of_Nations",
    "government": "NASA White_House Congress Senate Kremlin Pentagon CIA FBI NSA Downing_Street"
    " Whitehall Bundestag Knesset Duma State_Department Supreme_Court"
    " House_of_Commons House_of_Lords Home_Office Capitol_Hill EPA FDA CDC IRS FEMA"
    " Federal_Reserve Treasury NSF JPL Scotland_Yard",
    "party": "Labour Conservatives Tories Democrats Republicans GOP Likud Hamas Liberal_Democrats"
    " Sinn_Fein UKIP BJP Fatah DUP SNP African_National_Congress Libertarian",
    "military": "IDF Taliban Hezbollah Islamic_State ISIS ISIL Al-Qaeda al-Qaeda Red_Army",
    "media": "BBC CNN Reuters NBC ABC CBS CBC NPR PBS Fox_News Al_Jazeera AFP TASS Xinhua"
    " Interfax Wikinews Bloomberg Der_Spiegel Le_Monde Wikipedia Slate Politico Guardian"
    " Economist Associated_Press MSNBC Time Newsweek Vox BuzzFeed Jezebel",
    "company": "Google Microsoft Apple Facebook Twitter Amazon Disney Yahoo Bing IBM Intel"
    " Gazprom BP Shell Boeing Airbus Toyota Samsung Huawei Sony Nintendo Ubisoft"
    " Netflix YouTube MySpace Budweiser Goldman_Sachs Lehman_Brothers Walmart Tesla"
    " Uber Exxon Rosneft Volkswagen Ford Enron",
    "ngo": "FIFA UEFA Greenpeace Oxfam Amnesty_International Human_Rights_Watch Red_Cross ACLU"
    " NAACP Catholic_Church Wikimedia_Foundation Scientology Harvard Yale Oxford Cambridge"
    " MIT Stanford IOC Princeton",
    "place": "Europe Africa Asia Latin_America South_America North_America Middle_East Balkans"
    " Caucasus South_Caucasus Central_Asia Crimea Karabakh Nagorno-Karabakh Donbas Gaza"
    " Gaza_Strip West_Bank Kashmir Tibet Siberia Catalonia Bavaria Manhattan Brooklyn"
    " Hollywood Silicon_Valley Wall_Street Scotland Wales England Northern_Ireland"
    " Quebec Ontario Alberta British_Columbia New_South_Wales Queensland Tasmania"
    " South_Australia Western_Australia Antarctica Persian_Gulf Black_Sea Mediterranean"
    " Atlantic Pacific Baltic Arctic Chechnya Dagestan NYC L.A. LA Los_Angeles New_York"
    " New_York_City Washington_DC Washington,_D.C. Xinjiang Kurdistan Normandy Tuscany",
}
KIND_OF_KNOWN = {
    name.replace("_", " "): kind for kind, names in KNOWN.items() for name in names.split()
}

COUNTRY_NAMES = {
    "US": "USA",
    "U.S.": "USA",
    "U.S": "USA",
    "USA": "USA",
    "U.S.A.": "USA",
    "America": "USA",
    "United States of America": "USA",
    "UK": "GBR",
    "U.K.": "GBR",
    "Britain": "GBR",
    "Great Britain": "GBR",
    "Russian Federation": "RUS",
    "Soviet Union": "SUN",
    "USSR": "SUN",
    "Burma": "MMR",
    "Czech Republic": "CZE",
    "Netherlands": "NLD",
    "Holland": "NLD",
    "Palestine": "PSE",
    "UAE": "ARE",
    "Emirates": "ARE",
    "DPRK": "PRK",
    "Korea": "KOR-PRK",
    "Türkiye": "TUR",
    "Swaziland": "SWZ",
    "Vatican City": "VAT",
    "Holy See": "VAT",
    "Macedonia": "MKD",
    "Bosnia": "BIH",
    "East Timor": "TLS",
    "Congo": "COD-COG",
    "DRC": "COD",
    "Yugoslavia": "YUG",
    "Czechoslovakia": "CSK",
    "East Germany": "DDR",
    "West Germany": "BRD",
    "People's Republic of China": "CHN",
    "PRC": "CHN",
    "Islamic Republic of Iran": "IRN",
    "Republic of Korea": "KOR",
    "Somaliland": "x-Somaliland",
    "Abkhazia": "x-Abkhazia",
    "Transnistria": "x-Transnistria",
}
"""Names that the gazetteer has not."""

NO_STATES = word_set(
    "Hong_Kong Puerto_Rico Guam Greenland Bermuda Jersey Guernsey Gibraltar Antarctica Macao"
    " Isle_of_Man Aruba Martinique Reunion French_Guiana"
)
"""What has a code of its own and is no state."""

DEMONYMS = {
    "Soviet": "SUN",
    "Briton": "GBR",
    "Brit": "GBR",
    "English": "GBR",
    "Spaniard": "ESP",
    "Dane": "DNK",
    "Swede": "SWE",
    "Finn": "FIN",
    "Turk": "TUR",
    "Pole": "POL",
    "Serb": "SRB",
    "Croat": "HRV",
    "Kazakh": "KAZ",
    "Uzbek": "UZB",
    "Tajik": "TJK",
    "Kyrgyz": "KGZ",
    "Azeri": "AZE",
    "Saudi": "SAU",
    "Argentine": "ARG",
    "Argentinian": "ARG",
    "Icelandic": "ISL",
    "Slovenian": "SVN",
    "Nepali": "NPL",
    "Icelander": "ISL",
    "Norwegian": "NOR",
    "Chinese": "CHN",
    "French": "FRA",
    "Filipino": "PHL",
    "Philippine": "PHL",
    "Kosovar": "XKX",
    "Kosovan": "XKX",
}
PEOPLES = word_set(
    "Arab Jew Jewish Muslim Christian Kurd Kurdish Rohingya Uyghur Uighur Hispanic Latino"
    " Catholic Protestant Sunni Shia Shiite Hindu Sikh Buddhist Palestinian African European"
    " Asian Scottish Scot Welsh Islamic Republican Democrat Democratic Liberal Conservative"
    " Western Southern Northern Eastern Communist Socialist Nazi Latin Greek Roman Tatar Chechen"
    " Cossack Tibetan Mormon Anglican Orthodox Californian Texan African-American Maori"
    " Aboriginal Victorian Libertarian Scientologist"
)
"""Words for people and creeds that are no name of an actor when they stand alone."""

INSIDE = word_set("in at from to near outside around across of for through via into")
"""Words after which a name is a town."""

DOES = (
    "sa(?:id|ys?) announc warn reject accus insist demand den(?:y|ied|ies) agree refus declare"
    " claim want wish hop fear seek sought urg threaten respond offer sign(?:s|ed) decid pressur"
    " promise propos criticis criticiz condemn welcom try tri(?:ed|es) believ consider prefer"
    " support oppos pursu maintain need act(?:s|ed) recognis recogniz negotiat pledg vow view"
    " call(?:s|ed)_(?:for|on) remain(?:s|ed)_(?:silent|committed|determined)"
)
ACTING = re.compile(
    r"(?:(?:has|have|had|will|would|may|might|must|could|also|is|are|was|were) )?"
    rf"(?:{DOES.replace(' ', '|').replace('_', ' ')})\w*"
)
"""What only somebody who acts can do: a capital before it stands for its government."""
