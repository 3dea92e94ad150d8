"""What the rules of seating were read in (R35-R38, R52-R79)."""

from typing import Final

CENTRE_OUT: Final = (
    "Sistemas de ordenación de invitados I, "
    "https://manuales.com/manual-de/sistemas-de-ordenacion-de-invitados-i"
)
FRENCH_LINE: Final = (
    "Cérémonial, protocole et usages, "
    "https://compagnons-devoir-memoire.fr/2014/11/30/ceremonial-protocole-et-usages/"
)
ONE_PRESIDENCY: Final = (
    "Normas de protocolo y ceremonial IV, https://protocolo.org/ceremonial/protocolo-diplomatico/"
    "normas-de-protocolo-y-ceremonial-iv-recepciones-oficiales-y-privadas.html"
)
PLACE_OF_HONOUR: Final = (
    "Receptions with seating, "
    "https://znzn.ru/diplomaticheskii-protokol-i-etiket/pravila-provedeniya-priemov-s-rassadkoi"
)
STYLES: Final = "Sistema inglés, https://www.espriprotocolo.eu/sistema-precedencias-ingles/"
MIXED: Final = "JLBC Leadership 101, https://www.juniorleadership.net/post/jlbc-leadership-101"
FIRST_LADY_LEFT: Final = (
    "Emily Post, official luncheon or dinner, "
    "https://emilypost.com/advice/seating-at-an-official-luncheon-or-dinner"
)
WOMEN: Final = (
    "Serres tradition, paragraphs 24-28, https://krotofilin.ru/proza/etiquette/etiquette-0020.shtml"
)
ALTERNATION: Final = (
    "Distribución de invitados, https://masterguapohacker.blogspot.com/2012/06/distribucion-de-invitados.html"
)
FOURS: Final = (
    "Official protocol seating, https://www.celebratebylisalou.com/post/"
    "observing-official-protocol-seating-at-a-dinner-party"
)
FULL_SEARCH: Final = "Full search of all arrangements"
OFFICE: Final = "Practice of protocol offices, no single text read"
TABLES_AND_SEATING: Final = (
    "Air Force protocol, tables and seating, http://www.armywives.com/index.php/protocol-mainmenu-264/"
    "air-force-protocol-mainmenu-298/tables-a-seating-mainmenu-319"
)
SEVERAL_TABLES: Final = (
    "Arcishevskij, According to protocol, https://simplybooks.in/reader/soglasno-protokolu-arcishevskiy/8"
)
ROUND: Final = "Mesa redonda, https://protocoloyetiqueta.es/protocolo-mesa-redonda"
TABLE_TYPES: Final = (
    "Table types, https://fdocuments.es/document/protocolotecnicasdeorganizaciondeactosud5pdf.html"
)
DELEGATIONS: Final = (
    "Conferences, paragraphs 693-698, http://art-of-diplomacy.ru/books/item/f00/s00/z0000008/st091.shtml"
)
INTERPRETERS: Final = SEVERAL_TABLES
HALLS: Final = "Ordenar el gallinero, https://protocoloalavista.com/ordenar-el-gallinero/"
RESERVE: Final = "Seats kept for officials, http://ispdnetwork.org/3413/"
LECTERN: Final = (
    "Governance handbook XXVI, https://viewer.joomag.com/governance-handbook/0206727001371431906/p71"
)
PRESIDENCY: Final = (
    "Anfitrión, protagonista del protocolo, https://protocolo.org/ceremonial/"
    "presidencias-y-precedencias/anfitrion-protagonista-del-protocolo.html"
)
