"""Who belongs to which body, and under which name it lists its members."""


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Members of the United Nations, 193 in all.
UN_MEMBERS = _codes(
    "AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF "
    "TD CL CN CO KM CG CR CI HR CU CY CZ KP CD DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE "
    "GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KW KG LA LV LB LS LR LY LI "
    "LT LU MG MW MY MV ML MT MH MR MU MX FM MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA "
    "PG PY PE PH PL PT QA KR MD RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD "
    "SR SE CH SY TJ TH TL TG TO TT TN TR TM TV UG UA AE GB TZ US UY UZ VU VE VN YE ZM ZW"
)

# The names by which the United Nations list a member in English, where CLDR has another one.
UN_NAMES = {
    "AG": "Antigua and Barbuda",
    "BA": "Bosnia and Herzegovina",
    "BN": "Brunei Darussalam",
    "BO": "Bolivia (Plurinational State of)",
    "CD": "Democratic Republic of the Congo",
    "CG": "Congo",
    "CV": "Cabo Verde",
    "FM": "Micronesia (Federated States of)",
    "GB": "United Kingdom of Great Britain and Northern Ireland",
    "IR": "Iran (Islamic Republic of)",
    "KN": "Saint Kitts and Nevis",
    "KP": "Democratic People’s Republic of Korea",
    "KR": "Republic of Korea",
    "LA": "Lao People’s Democratic Republic",
    "LC": "Saint Lucia",
    "MD": "Republic of Moldova",
    "MM": "Myanmar",
    "NL": "Netherlands (Kingdom of the)",
    "RU": "Russian Federation",
    "ST": "Sao Tome and Principe",
    "SY": "Syrian Arab Republic",
    "TT": "Trinidad and Tobago",
    "TZ": "United Republic of Tanzania",
    "US": "United States of America",
    "VC": "Saint Vincent and the Grenadines",
    "VE": "Venezuela (Bolivarian Republic of)",
    "VN": "Viet Nam",
}

# The state drawn for the first seat of the General Assembly, by session (R42).
FIRST_SEATS = {
    50: "MZ",
    51: "IT",
    52: "HN",
    53: "ML",
    54: "ZA",
    55: "AG",
    56: "HT",
    57: "LB",
    58: "MW",
    59: "VC",
    60: "TH",
    61: "ST",
    62: "MX",
    63: "BB",
    64: "KH",
    65: "GN",
    66: "TM",
    67: "JM",
    68: "HR",
    69: "CU",
    70: "TV",
    71: "BO",
    72: "CZ",
    73: "ML",
    74: "GH",
    75: "IS",
    76: "SR",
    77: "BZ",
    78: "MK",
    79: "YE",
}
_YEAR_OF_SESSION_50 = 1995

# Members of the European Union in the order of their own names, which stand here in Latin letters.
EU_OWN_NAMES = {
    "BE": "Belgique/België",
    "BG": "Bulgaria",
    "CZ": "Česko",
    "DK": "Danmark",
    "DE": "Deutschland",
    "EE": "Eesti",
    "IE": "Éire/Ireland",
    "GR": "Elláda",
    "ES": "España",
    "FR": "France",
    "HR": "Hrvatska",
    "IT": "Italia",
    "CY": "Kýpros",
    "LV": "Latvija",
    "LT": "Lietuva",
    "LU": "Luxembourg",
    "HU": "Magyarország",
    "MT": "Malta",
    "NL": "Nederland",
    "AT": "Österreich",
    "PL": "Polska",
    "PT": "Portugal",
    "RO": "România",
    "SI": "Slovenija",
    "SK": "Slovensko",
    "FI": "Suomi/Finland",
    "SE": "Sverige",
}

NATO_MEMBERS = _codes(
    "AL BE BG CA HR CZ DK EE FI FR DE GR HU IS IT LV LT LU ME NL MK NO PL PT RO SK SI ES SE TR GB US"
)
# as its flags stood at the summit in Washington
NATO_MEMBERS_1999 = _codes("BE CA CZ DK FR DE GR HU IS IT LU NL NO PL PT ES TR GB US")


def session_of(year: int) -> int:
    """The number of the regular session of the General Assembly that opens in a year."""
    return year - _YEAR_OF_SESSION_50 + 50


def year_of(session: int) -> int:
    """The year in which a regular session of the General Assembly opens."""
    return session - 50 + _YEAR_OF_SESSION_50
