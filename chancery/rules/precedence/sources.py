"""What the rules of precedence were read in, for reasons that do not come from a row of a profile."""

from typing import Final

VIENNA_CLASSES: Final = (
    "Vienna Convention on Diplomatic Relations, articles 14 and 16, "
    "http://hozir.org/international-law-handbook/hozir.org/international-law-handbook.html?page=108"
)
VIENNA_HOLY_SEE: Final = (
    "Vienna Convention on Diplomatic Relations, article 16, "
    "https://www.droit-bilingue.ch/it-de/0.1/0.19/0.191.01-16-19.html"
)
CONSULAR_HEADS: Final = (
    "Vienna Convention on Consular Relations, article 16, "
    "https://360.lexisnexis.at/d/rechtsnorm-ris/artikel_16_wiener_ubereinkommen_uber_konsularische/"
    "L-10000467-A16"
)
CONSULAR_POST: Final = (
    "Vienna Convention on Consular Relations, article 21, "
    "http://acts.co.za/diplomatic-immunities-and-privileges-act-2001/"
    "sch2_article_21_precedence_as_between_consular_officers_of_a_consular_post.php"
)
MISSION_STAFF: Final = (
    "Precedence of representatives to the United Nations (1968), "
    "https://docslib.org/doc/4345563/"
    "%C3%BF%C3%BE-p-recedenceofrepresenta-tivestothe-u-nited-n-ations"
)
GENEVA: Final = (
    "United Nations Office at Geneva, Precedence, http://www.unog.ch/80256EE600582E34/(httpPages)/"
    "BD24E244D83241E280256EF8004CD3C2?OpenDocument"
)
DEAN: Final = (
    "Dean of the Diplomatic Corps, https://liquisearch.com/diplomatic_corps/dean_of_the_diplomatic_corps"
)
DESIGNATES: Final = (
    "DFAT Protocol Guidelines 2.5, https://www.dfat.gov.au/about-us/publications/corporate/"
    "protocol-guidelines/Pages/2-5-order-of-precedence-and-assumption-of-official-duties"
)
CHARGES_NAMED: Final = (
    "DFAT Protocol Guidelines 2.9, https://www.dfat.gov.au/about-us/publications/corporate/"
    "protocol-guidelines/Pages/2-9-absences-appointment-of-charg%25c3%25a9s-d%25e2%2580%2599affaires-"
    "a-i-acting-high-commissioners"
)
CHARGES_LAST: Final = "Protocol excerpts, unsigned, https://th4.ilovetranslation.com/3c7tL0JJvAr=d"
DEPUTIES_AFTER: Final = (
    "DFAT Protocol Guidelines A22, http://www.dfat.gov.au/protocol/Protocol_Guidelines/A22.html"
)
SPECIAL_ENVOYS: Final = (
    "House of Commons, 29 May 1936, "
    "https://api.parliament.uk/historic-hansard/written-answers/1936/may/29/"
    "ceremonial-state-functions-precedence"
)
SEVERAL_OFFICES: Final = "French order of precedence, https://www.admi.net/jo/19950922/PRMX9500105D.html"
GROUPS: Final = (
    "National Assembly of France, question on article 18, "
    "https://questions.assemblee-nationale.fr/q11/11-2835QE.htm"
)
SPANISH_DECREE: Final = "Real Decreto 2099/1983, https://www.boe.es/buscar/act.php?id=BOE-A-1983-21534"
HOSTS: Final = (
    "Anfitrión, protagonista del protocolo, https://protocolo.org/ceremonial/"
    "presidencias-y-precedencias/anfitrion-protagonista-del-protocolo.html"
)
CONFERENCES: Final = (
    "Conferences, paragraphs 693-698, http://art-of-diplomacy.ru/books/item/f00/s00/z0000008/st091.shtml"
)
UN_SEATING: Final = "Ask UN, seating in the General Assembly, https://ask.un.org/faq/14612"
EU_STYLE: Final = (
    "Interinstitutional style guide 7.1, "
    "https://style-guide.europa.eu/content/-/isg/side-by-side?identifier=7.1-countries"
)
INVITING_MAYORS: Final = "Maires de France, Protocole, https://mairesdefrance.com/m/article/print.php?id=1026"
HOUSES: Final = (
    "Serres, Practical manual of protocol, paragraphs 503-505, "
    "http://art-of-diplomacy.ru/books/item/f00/s00/z0000008/st069.shtml"
)
PARTNERS: Final = (
    "Serres tradition, paragraphs 24-28, https://krotofilin.ru/proza/etiquette/etiquette-0020.shtml"
)
FOREIGN_GUESTS: Final = (
    "Arcishevskij, According to protocol, https://simplybooks.in/reader/soglasno-protokolu-arcishevskiy/8"
)
COMBING: Final = "Reglas de oro, https://es.slideshare.net/Morphea9/reglas-oro-institutodeestudiosdeprotocolo"
GUESTS_OF_HONOUR: Final = (
    "Air Force protocol, tables and seating, http://www.armywives.com/index.php/protocol-mainmenu-264/"
    "air-force-protocol-mainmenu-298/tables-a-seating-mainmenu-319"
)
GREETINGS: Final = (
    "Ordre des prises de parole, "
    "http://www.protocole.info/article-prises-de-parole-quel-ordre-pour-un-discours-115837583.html"
)
LISTED_BY_CATEGORY: Final = "Report of a commemoration, http://www.today.az/news/society/257251.html"
