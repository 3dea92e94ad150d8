"""Small words inside names, by what they say."""

_ARTICLES_TABLE = """
al el ul il ar er as es ash esh ad ed en an at et az ez adh ath əl ən ər əs əş əz əd ət ür ud
аль эль ал эл ас эс ар эр аш эш ад эд ан эн ат эт аз эз уль уд ال آل
"""
_CHILD_TABLE = """
bin: bin ibn ben бин ибн бен بن ابن בן; bint: bint bat бинт بنت בת
"""
_PLACE_TABLE = """
de: de del della di da do dos das du des де ди да дю ντε დე; van: van ван; von: von
фон; zu: zu zum; af: af av;
: der den ter ten la le los y e i дер ла ле
"""
_FATHER_TABLE = """
m: oğlu oglu oghlu ogly ogli oglı oğli oglou оглы оглу огли ўғли ұлы uly uulu уулу
o'g'li اوغلو ογλου օղլու ოღლუ;
f: qızı qizi kızı kizi gızı gizi gyzy kyzy кызы гызы қызы кизи гизи qiz قیزی
"""


def _by_word(table: str) -> dict[str, str]:
    entries = (entry.split(":") for entry in table.split(";"))
    return {word: meaning.strip() for meaning, words in entries for word in words.split()}


# The Arabic article in its assimilated forms, and the house of a family; they may be left out.
ARTICLES = frozenset(_ARTICLES_TABLE.split())
# "Son of" or "daughter of" before the father's name.
CHILD_OF = _by_word(_CHILD_TABLE)
CHILDREN = frozenset(CHILD_OF.values())
# "Of" in the languages of Europe, and the articles that stand with it.
OF_A_PLACE = _by_word(_PLACE_TABLE)
# Words after the father's name, and the gender of the child.
AFTER_FATHER = _by_word(_FATHER_TABLE)
