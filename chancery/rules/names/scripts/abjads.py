"""
How Arabic and Hebrew letters may sound.

Short vowels are not written: a reading is a pattern that a vowelled word is held against.
A line is a pattern of letters, then the sounds in the order tried; `-` is no sound.
"""

# The letters as `letters.native` leaves them, but hamza forms apart: they tell the vowel.
ARABIC = """
^ال(?=...)   -|al|el|il|ul|a|e
ال(?=[تثدذرزسشصضطظلن])  al|el|ul|il|a|e|u|-
تش           C
دج           J
^إ           i|e
^أ           a|e|u|o
^آ           a
^ا           a|e|i|u|o
^عا          a|e|ia
^ع           a|e|o|u|i|-
[اأآ]        a
ع            a|-|e|i|o|u
إ            i|e
ء            -|i|a
ئ            i|ai|e|-
ؤ            u|o|v|-
ة            a|e|ah|eh|ie|at|et|ia
ه$           h|a|e|ah|eh|ie
وو           u|v|av|ev|ou|uv
و            u|o|v|au|ou|ov|av|vu|iu
يي           i|ie|ii|ai|ei|ie
ي|ی          i|e|ai|ei|ie|ii
ى            a|e|i|ai
ب            b|p
پ            p
ت|ط          t|T
ث            T|s|t|th
ج            J|g|Z|dz
چ            C|J|Z
ح             h|x
خ             x|h
د$           d|t
د            d
ذ            z|d|dh|T
ر            r
ز            z
ژ            Z
س             s
ش             S
ص             s
ض            d|z|dh
ظ            z|d|dh
غ             G|g
ف            f|v
ڤ            v
ق             k|g|G
ك|ک          k|g
گ            g
ل            l
م            m
ن            n
ه             h|-
"""

HEBREW = """
תש            C|tS
ג'           J
ז'           Z
צ'|ץ'        C
ת'           T|t
^אי          i|ei|ie|ai|e
^יי          i|ie|ii
^א           a|e|i|o|u
^ע           a|e|o|u|i|-
^י           i|ie
יי           i|ai|ei|ii
אי           ai|ei|i|ae
א            a|e|-|o
ה$           a|e|ah|eh|o|h
ה            h|-
וו           v|u|vo|o
^ו           v
ו            o|u|v|ou|vo|va
י            i|ei|e|ai|ie|-
ע            a|e|-|o|i|u
ב            b|v
ג            g
ד             d
ז             z|Z
ח             x|h
ט            t|T
כ             k|x|h
ל            l
מ            m
נ            n
ס            s
פ            p|f
צ            ts|z|s
ק            k|g
ר            r
ש             S|s
ת            t|T
"""
