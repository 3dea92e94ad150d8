"""How Cyrillic, Greek, Georgian and Armenian letters may sound. The form of a line is that of `latin`."""

CYRILLIC = """
дж            J
ҹ|ҷ|џ         J
дз            dz        z
щ|шч          SC        S|sk
ье            ie        e
ьо            io
ьи|ьі|ьї      i
ья            ia        a
ью            iu        u
ъе|'е|'є      ie
'я|ъя         ia
'ю|ъю         iu
(?<=[бвгґджзклмнпрстфхцчшщ])ъ(?=[бвгґджзклмнпрстфхцчшщ])  a|u|-
ь|ъ|'         -
^е            e|ie
(?<=[аеиоуыэюяєіїй])е  e|ie
е             e         ie|io|o
ё             io|e|o    ie
є             ie|e
[иіїйыӣ]      i
э             e         a|ei
(?<=[кг])я    ia        a|e
я             ia
(?<=[бвгґджзклмнпрстфхцчшщ])ю  iu  u
ю             iu
ә             a|e
ө             o         u
[үұӯ]         u
ў             u|v
г|ґ           g          h|G
ғ             G|g
х             x|h
һ|ҳ           h|x
қ|ҝ           k|g
к             k
ц             ts
ч             C
ш             S
ж             Z         J
ң             n|ng
љ             li|l
њ             ni|n
ћ             C
ђ             J|d
ј             i         J
ѕ             dz|z
а             a
б             b
в$            v         f
в             v
д             d
з             z
л             l
м             m
н             n
о             o
п             p
р             r
с             s
т             t         T
у             u          v
ф             f
"""

GREEK = """
μπ            b|mp|mb
ντζ           ntz|nts    J|nJ
τζ            tz|ts      J|dz
τσ            ts        C
ντ            nt|d|nd
γκ|γγ         ng|g|nk   ngG
γξ            nks
γχ            nx|nh     nC|nk
γι(?=[αεοωυ]) i|gi      J|Gi
γ(?=[ειηυ])   g|i        G
γ             g|G
ου            u|ou
αυ            av|af|au
ευ            ev|ef|eu
ηυ            iv|if
αι            e|ai      ae
οι|ει|υι      i         ei|oi
χ             x|h|k
θ             T|t
φ             f
ψ             ps
ξ             ks        z
β             v|b
σσ            s
σ             s          z
[ηιυ]         i
[οω]          o
α             a
ε             e
ζ             z
κ             k
λ             l
μ             m
ν             n
π             p
ρ             r
δ             d
τ             t
"""

GEORGIAN = """
ჯ             J
ძ             dz
წ|ც           ts
ჭ|ჩ   C
ჟ     Z       J
შ     S
ხ             x|h
ჰ             h          g
ღ             G|g
ყ             k|g
კ|ქ   k
თ|ტ   t       T
პ     p
ფ     p|f
ა     a
ბ     b
გ             g
დ     d
ე     e       ie
ვ     v
ზ     z
ი     i
ლ     l
მ     m
ნ     n
ო     o
რ     r
ს     s
უ     u
"""

ARMENIAN = """
ու    u       v|iu
եւ    ev
իա    ia
յա    ia
^ե    ie|e
^ո    vo|o
ե     e       ie
է     e
ը     i|e     -
ջ     J       C
ճ|չ   C       J
ձ     dz      ts|z
ծ|ց   ts      dz|s
ժ     Z
շ     S
խ             x|h
ղ             G|g        x
հ     h       g|-
յ     i       h|-
[ոօ]  o
[թտ]  t       d|T
[պփ]  p       b
[կք]  k       g
[րռ]  r
ա     a
բ     b       p
գ     g       k
դ     d       t
զ     z
ի     i
լ     l
մ     m
ն     n
ս     s
վ|ւ   v
ֆ     f
"""
