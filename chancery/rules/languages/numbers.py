"""Numbers in words for formal cards, in English, French, Romanian and Azerbaijani (R80); 0 to 9,999."""

from chancery.rules.languages import azerbaijani

LARGEST = 9_999

_EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_EN_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_FR = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_FR_TENS = [
    "-",
    "-",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
]
_RO = [
    "zero",
    "unu",
    "doi",
    "trei",
    "patru",
    "cinci",
    "șase",
    "șapte",
    "opt",
    "nouă",
    "zece",
    "unsprezece",
    "doisprezece",
    "treisprezece",
    "paisprezece",
    "cincisprezece",
    "șaisprezece",
    "șaptesprezece",
    "optsprezece",
    "nouăsprezece",
]
_RO_TENS = [
    "-",
    "-",
    "douăzeci",
    "treizeci",
    "patruzeci",
    "cincizeci",
    "șaizeci",
    "șaptezeci",
    "optzeci",
    "nouăzeci",
]
_RO_FEMININE = {"doi": "două", "doisprezece": "douăsprezece"}
_AZ = ["sıfır", "bir", "iki", "üç", "dörd", "beş", "altı", "yeddi", "səkkiz", "doqquz"]
_AZ_TENS = ["-", "on", "iyirmi", "otuz", "qırx", "əlli", "altmış", "yetmiş", "səksən", "doxsan"]


def english(number: int) -> str:
    """Write a number: "two thousand and twenty-five"."""
    thousands, rest = divmod(number, 1000)
    hundreds, below = divmod(rest, 100)
    large = [
        f"{_EN[count]} {noun}" for count, noun in ((thousands, "thousand"), (hundreds, "hundred")) if count
    ]
    if not large:
        return _english_below_100(below)
    return " ".join(large) + (f" and {_english_below_100(below)}" if below else "")


def english_year(number: int) -> str:
    """Write a year as it is read: "nineteen hundred and ninety-two", "two thousand and twenty-five"."""
    hundreds, below = divmod(number, 100)
    if not 10 < hundreds < 20:
        return english(number)
    return f"{_EN[hundreds]} hundred" + (f" and {_english_below_100(below)}" if below else "")


def english_ordinal(number: int) -> str:
    """Write the ordinal of a number below 100: "twenty-fifth"."""
    head, hyphen, last = _english_below_100(number).rpartition("-")
    if last.endswith("y"):
        return f"{last[:-1]}ieth"
    return head + hyphen + _EN_ORDINALS.get(last, f"{last}th")


def french(number: int) -> str:
    """Write a number in the masculine: "mille neuf cent quatre-vingt-douze"."""
    thousands, rest = divmod(number, 1000)
    hundreds, below = divmod(rest, 100)
    words = [*_french_large(thousands, "mille"), *_french_large(hundreds, "cent")]
    if hundreds > 1 and not below:
        words[-1] = "cents"
    if below or not words:
        words.append(_french_below_100(below))
    return " ".join(words)


def french_feminine(number: int) -> str:
    """Write a number of hours or minutes: "vingt et une"."""
    words = french(number)
    return f"{words}e" if words.split(" ")[-1] == "un" else words


def romanian(number: int) -> str:
    """Write a number in the masculine: "două mii douăzeci și cinci"."""
    thousands, rest = divmod(number, 1000)
    hundreds, below = divmod(rest, 100)
    words = [*_romanian_large(thousands, "o mie", "mii"), *_romanian_large(hundreds, "o sută", "sute")]
    if below or not words:
        words.append(_romanian_below_100(below))
    return " ".join(words)


def romanian_of_clock(number: int) -> str:
    """Write a number of hours or minutes, where one is masculine and two feminine: "douăzeci și două"."""
    head, space, last = romanian(number).rpartition(" ")
    return head + space + _RO_FEMININE.get(last, last)


def azeri(number: int) -> str:
    """Write a number: "iki min iyirmi beş"; one hundred and one thousand stand without "bir"."""
    thousands, rest = divmod(number, 1000)
    hundreds, below = divmod(rest, 100)
    tens, units = divmod(below, 10)
    words = [*_azeri_large(thousands, "min"), *_azeri_large(hundreds, "yüz")]
    words += [names[digit] for names, digit in ((_AZ_TENS, tens), (_AZ, units)) if digit]
    return " ".join(words) or _AZ[0]


def azeri_ordinal(number: int) -> str:
    """Write the ordinal: "iki min iyirmi beşinci"."""
    return azerbaijani.ordinal(azeri(number))


def _english_below_100(number: int) -> str:
    if number < len(_EN):
        return _EN[number]
    tens, units = divmod(number, 10)
    return _EN_TENS[tens] + (f"-{_EN[units]}" if units else "")


def _french_large(count: int, noun: str) -> list[str]:
    return [_FR[count], noun] if count > 1 else [noun] * count


def _french_below_100(number: int) -> str:
    if number < len(_FR):
        return _FR[number]
    tens, units = divmod(number, 10)
    if tens in (7, 9):
        units += 10
    if units in (1, 11) and tens < 8:
        return f"{_FR_TENS[tens]} et {_FR[units]}"
    if number == 80:
        return "quatre-vingts"
    return _FR_TENS[tens] + (f"-{_FR[units]}" if units else "")


def _romanian_large(count: int, one: str, many: str) -> list[str]:
    if count > 1:
        return [_RO_FEMININE.get(_RO[count], _RO[count]), many]
    return [one] * count


def _romanian_below_100(number: int) -> str:
    if number < len(_RO):
        return _RO[number]
    tens, units = divmod(number, 10)
    return _RO_TENS[tens] + (f" și {_RO[units]}" if units else "")


def _azeri_large(count: int, noun: str) -> list[str]:
    return [_AZ[count], noun] if count > 1 else [noun] * count
