"""
How Latin letters may sound, by the spelling they come from.

A line is a pattern (regular expression, tried from top to bottom), the sounds it may stand for, and the
sounds that only a comparison with another script admits. `|` parts the choices, `-` is no sound.
Sounds: a e i o u, b d f g h k l m n p r s t v z, and S sh, Z zh, C ch, J dj, x kh, G gh, T th.
"""

# Azerbaijani and Turkish.
TURKIC = """
kh      kh|x
sh      S|sh
ch      C
gh      G|gh
zh      Z|zh
th      th|t
c       J
j       Z          J
q       g|k
x       x|h
ğ       G|g|-|x    h|k
ə       a|e        ia
ö       o|e        io
ü       u          iu|i
[ıiy]   i
"""

# Romanian.
ROMANIAN = """
ci$             C|Ci
ci(?=[aou])     C|Ci
ce(?=[aou])     C|Ce       ts
c(?=[ei])       C          s
ch(?=[ei])      k
ch              k|x        C
gh(?=[ei])      g
gi(?=[aou])     J|Ji       g
ge(?=[ao])      J|Je       g
g(?=[ei])       J          g|Z
țea             tsea       tsa|tsia
ea              ea         ia|a
ă               a|e
â               a|i
î               i
ți$             tsi|ts
[ț]             ts
j               Z          J
c               k
w               v
th              t|T
"""

# French.
FRENCH = """
tch       C
dj        J
ch        S|C       x|k
iou       iu
you       iu
oui       ui|vi
ou        u         ou|v
gu(?=[eéèêi])  g    gu
qu        k
ï         i
eau       o
eu        e|eu
ine$      in|ine
j         Z         J
ç         s
th        t|T
"""

# Polish, Czech, Croatian, Baltic.
WEST_SLAVIC = """
dż|dž|đ     J          d|dz
szcz        SC
sz          S          s
cz          C
drz         J|drz
rz          Z|rz       r
ch          x|h        k
c           ts         s|k
č|ć         C          ts
ń           n          in
ř           r|rZ       Z
ž|ż         Z
ź           Z|z
ś           S|s
ł           l          v
ó           o|u
ę           en|e       in
ą           on|a       om
ě           e|ie
ů           u|o
h           h|x        g
j           i
w           v
ć           C
"""

PLAIN = """
shch        SC         S|sk
schtsch     SC|S
chtch       SC
tsch        C
tch         C
dsch        J
dzh|dž      J
dj          J          di
sch         S|sk       SC|sx
sh          S          sh|s
ch(?=r|l)   k|x        C
ch          C          S|x|h|k
zh          Z          z|zh
kh            x|h        kh
gh(?=[ei])    g|G        h
gh$           G|g|x      h
gh            G|g        h
ph          f          ph
th            T|th       t
dh          d|dh       z
ck          k
cz          C          ts
szcz        SC         S
sz          S|s
rz          rz         Z
[t][sz]     ts         c
š           S
ş           S
č           C
ć           C          ts
ž|ż         Z
đ           J|d
ç           C|s        J
țea         tsea       tsa|tsia
[ț]         ts         t
ğ           G|g|-|x    h|k
ñ           n|ni
ł           l          v
ř           r|rZ
x             x|h|ks     z
qu(?=[aeio])  k|kv|gu  gv|ku
q           g|k        x
ce$           Je|se      s|Ce
ge$           ge|Je      J|Z|Ze
ci(?=[aou])   J|Ji       C|Ci|si|tsi
ce(?=[aou]) J|Je       C|Ce|se
c(?=[eiyéèêëí])  J     s|C|ts
c(?=[lrt])   k          ts|C
c             k|J        ts|C
j           J|Z|i      x|h
gu(?=[eéi]) gu         g|gv
gi(?=[aou])   gi         J|Ji|Z
g(?=[eiyéèêëí])  g     J|Z|i|x|h
g             g          h|G
h$          h|-        x|g
h             h          x|g
w           v          u
off$        ov
eff$        ev
ow$         ov         o
ew$         ev         iu
of$         ov|of
ef$         ev|ef
ine$          ine        in
mane$         man|mane
(?<=d)dine$     din|dine
ic$           iC|ik|its
ez$           ez         es
iou         iu|iou
you         iu|iou
ou          u|ou       o|v
oo          u|o
ee          i|e
^ye         ie|e
(?<=[aeiouəıöüy])ye  ie|e
ya          ia         a|e
yu|jü       iu         u
yo|jo       io         o|e
ju          iu|Ju      u|Zu
je          ie|Je      e|Ze
ja          ia|Ja      Za
iu            iu         u
ia            ia
ie            ie         e
ea            ea         ia|a
eu          eu         ev|ef|e|oi|iv
eau$          eau        o
au          au         av|af|o
ey(?!e)|ei    ei         ai
ay(?!e)|ai    ai         ei
(?<=[^aeiou])oe(?=[^aeiou])  oe|o  e
(?<=[^aeiou])ue(?=[^aeiou])  ue|u  iu
ae          ae|a       e
ə           a|e        ia
ö|ø|ő       o|oe       e|io
ü|ű           u|ue|iu    i
å           a|o        au
æ|ä         a|e|ae
œ           e|oe|o
ă           a|e
â             a          i
î|ı|ý       i
y           i
i           i
u             u          iu
o             o
e             e          ie
z             z          ts
(?<=[aeiouy])s(?=[aeiouy])  s  z
s             s
v$            v          f
v             v
d           d
t           t          T
r           r
f           f
a           a
b           b
k           k
l           l
m           m
n           n
p           p
"""
