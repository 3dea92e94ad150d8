"""
How the letters of the table of eastern names spread over the spellings of other languages.

Azerbaijani letters; í is a long i, a single i between consonants may be written e (Qasım, Kassem).
"""

PATTERN = """
əddin|uddin  adin|edin|udin|eldin|aldin|uldin|idin
ey           ei|ai|e
əy           ei|ai
ayı|ai       ai|aii|ei
aí           ai|aii|ei
əí           ai|ei
yy           i|ii
ya           ia|a
ə            a|e
h            h|x|g
q            k|g
ğ            G|g|-|x
x            x|h
ç            C
c            J
j            Z|J
ş            S
th           t|T|s
ö            o|e|io|u
ü            u|iu|i|o
(?<=.)u(?=.) u|o
u            u|o
í            i
^[iı]        i|e
(?<=.)[iı](?=.)  i|e
[yiıI]       i
v            v
o            o|u
a            a
e            e
b            b
d            d
f            f
g            g
k            k
l            l
m            m
n            n
p            p
r            r
s            s
t            t
z            z
"""
