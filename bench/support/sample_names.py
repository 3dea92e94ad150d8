"""Invented names of twenty languages in their own scripts; one seed gives one list."""

import random
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locale:
    """Parts of names in one language; a family name is a start, two middles and an end."""

    given: tuple[str, ...]
    starts: tuple[str, ...]
    middles: tuple[str, ...]
    ends: tuple[str, ...]
    is_family_first: bool = False


def _locale(given: str, starts: str, middles: str, ends: str, *, is_family_first: bool = False) -> Locale:
    parts = (tuple(part.split()) for part in (given, starts, middles, ends))
    return Locale(*parts, is_family_first=is_family_first)


_LATIN_MIDDLES = "an ar el en il or ad"
_CYRILLIC_MIDDLES = "ан ар ел ен ил ор ад"

LOCALES = (
    _locale(
        "Əli Həsən Vüqar Leyla Nərgiz Elçin Rəşad Günay Cəmil Qüdrət Xəyal Şahin Ülviyyə Tofiq Zeynəb İlqar",
        "Qas Hüs Məm Əf Cəf Xəl Şir Çob Rəh Vəl Ağ Baxş Əsg Nəs Qul Tağ",
        "ım ey ədi ər il əli an",
        "ov ova li lı zadə yev yeva",
    ),
    _locale(
        "Mehmet Ayşe Gökhan Çiğdem Uğur Şule Ömer İpek Cem Özlem Kağan Tülay Barış Işıl Hüseyin Zehra",
        "Kıl Yıl Öz Çak Şah Dem Gün Ak Kara Bul Ekş Tür Ağa Çel Koç Taş",
        "ıç dır ır in eş su oğ",
        "oğlu er man soy lar can",
    ),
    _locale(
        "Александр Наталья Дмитрий Юлия Сергей Ксения Фёдор Ирина Михаил Ольга Евгений Вера Пётр Анна Юрий",
        "Бел Воро Григ Жук Зай Кали Лебе Мороз Ники Орло Петр Рома Соко Тара Фили Хар Цвет Чер Шес Щер",
        _CYRILLIC_MIDDLES,
        "ов ова ский ская ин ина",
    ),
    _locale(
        "Олександр Наталія Дмитро Юлія Сергій Оксана Андрій Ірина Михайло Ольга Євген Віра Петро Ганна Юрій",
        "Бонд Ворон Гриц Жаб Заї Кова Лис Мель Ник Опан Петр Рев Сав Ткач Фед Хом Цимб Чорн Шев Щерб",
        _CYRILLIC_MIDDLES,
        "енко чук ук ський ська",
    ),
    _locale(
        "Ștefan Ioana Vasile Mădălina Cătălin Ana Gheorghe Crina Răzvan Elena Ionuț Țița Mircea Oana Dan",
        "Pop Ion Dumitr Geor Mun Vasil Șerb Țur Cioc Grig Lup Mar Nicul Olt Păun Rad",
        "a el an ic il or ăl",
        "escu eanu oiu ache ici",
    ),
    _locale(
        "Георги Мария Иван Елена Димитър Радка Стоян Цветана Петър Йорданка Красимир Ваня",
        "Георг Дими Жел Кра Мил Нед Пет Рад Сто Тод Хри Цвет Яна Бори Вас",
        _CYRILLIC_MIDDLES,
        "ов ова ев ева ски",
    ),
    _locale(
        "Miloš Jelena Đorđe Ćira Željko Ivana Nikola Šejla Dušan Marija Zoran Vesna",
        "Mil Pet Jov Nik Đur Sto Rad Mark Božo Ćir Šim Vuk Živ Gol Kne",
        _LATIN_MIDDLES,
        "ić ović ac ski",
    ),
    _locale(
        "Łukasz Agnieszka Paweł Małgorzata Wojciech Zofia Krzysztof Ewa Jerzy Jadwiga Stanisław Beata",
        "Kow Wiś Wój Kam Lew Ziel Szy Woź Dąbr Kozł Jank Maz Krawcz Piotr Grab",
        _LATIN_MIDDLES,
        "ski ska czyk iak owicz",
    ),
    _locale(
        "Jiří Kateřina Václav Lucie Tomáš Zdeňka Ondřej Hana Bořivoj Alžběta",
        "Nov Svob Dvoř Čern Proch Kuč Ves Hor Něm Pokor Král Růž Beneš Fial Sed",
        _LATIN_MIDDLES,
        "ák ek ný ová ský",
    ),
    _locale(
        "Γιώργος Μαρία Κώστας Ελένη Δημήτρης Κατερίνα Νίκος Βασιλική Χρήστος Σοφία Ευάγγελος Άννα",
        "Παπα Δημ Γεωργ Κων Αντων Βασιλ Θεοδ Ιωανν Καρα Μακρ Νικολ Οικον Παυλ Σταυρ Τσακ Χατζη",
        "αν αρ ελ εν ιλ ον αδ",
        "ίδης άκης όπουλος ούδης έλης",
    ),
    _locale(
        "გიორგი ნინო დავით მარიამ ლევან თამარ ირაკლი ეკა ზურაბ ნათია ვახტანგ სალომე",
        "ბერ გელ დავ კაპ ლომ მამ ნოზ ჩხე ქავ შენ ცინ ჭავ ხუც ჯაფ წერ",
        "ან არ ელ ენ ილ ონ ად",
        "იძე შვილი ავა ია",
    ),
    _locale(
        "Արամ Անի Գևորգ Լիլիթ Տիգրան Մարիամ Հայկ Նարե Վահան Սոնա Սամվել Գայանե",
        "Պետր Հակոբ Գրիգ Սարգս Մարտ Խաչ Ավետ Կարապ Հովս Մանուկ Ներս Ստեփ Վարդ Ղազար Ծատ",
        "ան ար ել են իլ ոն ադ",
        "յան եցի",
    ),
    _locale(
        "محمد فاطمة أحمد ليلى علي مريم حسن خديجة يوسف زينب خالد سارة عمر نور إبراهيم هدى",
        "حس عب سل رش كر ما نا صا جا فا غا شا طا قا خا با",
        "ان ار ير ول يم اد ود",
        "ي اني اوي",
    ),
    _locale(
        "דוד שרה משה רחל יוסף רבקה אברהם לאה יעקב מרים שמואל נועה דניאל תמר",
        "כה לו מזר פר גול רוז שפ אבר בן חד דה ואק זל טוב סב",
        "ן י ח ץ ד נ ר",
        "י ברג שטיין מן ביץ",
    ),
    _locale(
        "François Hélène Benoît Chloé Jérôme Zoé Frédéric Agnès Rémi Gaëlle Étienne Noémie",
        "Beau Char Du Four Gau Lam Mar Per Rous Tha Vil Bon Cler Des Fleur",
        _LATIN_MIDDLES,
        "eau ière ard ot in",
    ),
    _locale(
        "Jürgen Käthe Günther Sabine Björn Annegret Wolfgang Ute Jörg Bärbel Heinz Gisela",
        "Schnei Mül Wag Bö Kö Schä Hof Zim Krü Hart Lehm Wern Schrö Neu Braun",
        _LATIN_MIDDLES,
        "mann er berg feld stein",
    ),
    _locale(
        "William Charlotte James Emily Thomas Grace Edward Alice George Hannah Henry Lucy",
        "Wood Harr Ash Ben Clark Daw Ed Fair Green Hill John King Law Mill North",
        _LATIN_MIDDLES,
        "son ton ley worth field",
    ),
    _locale(
        "José María Íñigo Begoña Andrés Lucía Ángel Sofía Martín Inés Raúl Pilar",
        "Gon Rod Fer Her Mar Alv Dom Jim Nav Ort Cas Vel Zub Agu Bel",
        _LATIN_MIDDLES,
        "ez ero ano illo eda",
    ),
    _locale(
        "Giovanni Chiara Niccolò Beatrice Matteo Giulia Luca Francesca Andrea Alessia Pietro Silvia",
        "Ross Bian Fer Mor Gal Con Mar Ric Lom Bar Cas Pel San Tes Val",
        _LATIN_MIDDLES,
        "i ini elli etti ucci",
    ),
    _locale(
        "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀英 建国 晓明 志强 海燕",
        "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗",
        "",
        "",
        is_family_first=True,
    ),
)


def sample_names(number: int, *, seed: int = 20251122) -> Iterator[str]:
    """Give this many names, the languages in turn."""
    dice = random.Random(seed)
    for place in range(number):
        yield name_in_locale(LOCALES[place % len(LOCALES)], dice)


def name_in_locale(locale: Locale, dice: random.Random) -> str:
    """Make up one name in a language."""
    given = dice.choice(locale.given)
    if locale.is_family_first:
        return dice.choice(locale.starts) + given
    parts = (dice.choice(part) for part in (locale.starts, locale.middles, locale.middles, locale.ends))
    return f"{given} {''.join(parts)}"
