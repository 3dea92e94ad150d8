"""
Names of Turkic, Arabic and Persian origin, parted by commas.

The first word stands for the name; all Latin words are patterns in Azerbaijani letters, whose sounds
`known.patterns` spreads over the spellings of other languages (ə is a or e, h is h, kh or Russian g,
q is k or g, i between consonants is i or e, í is always i). Words in other scripts are taken literally.
"""

MEN = """
bülent, burak, cem, cengiz, deniz, emrah, emre, ercan, erdal, erkan, fatih, gökhan, haluk, halim حليم,
ilker, kaan, koray, levent, oğuz, okan, onur, ozan, özgür, özkan, sedat, selçuk, semih, serdar, serkan,
sırrı, şükrü, taner, tayfun, tolga, tuncay, umut, vasif, vedat, volkan, yiğit, ülkü, doğan, abbas عباس,
abdulla abdullah عبدالله, abdurrəhman abdulrəhman abdərrəhman عبدالرحمن, abduləziz abdələziz əbdüləziz
عبدالعزيز, abdulhəmíd abdəlhəmíd əbdülhəmíd عبدالحميد, abdulkərím abdəlkərím əbdülkərím عبدالكريم,
abdulqədir abdəlqədir əbdülqadir abdulqadir عبدالقادر, abdulmalik abdəlmalik عبدالملك, abdurrəhím
abdulrəhím عبدالرحيم, abdulvəhhab abdəlvəhhab abdulvahab əbdülvahab عبدالوهاب,
abu abou abul aboul əbu əbül ابو,
abd əbd abdul əbdül abdəl
əbdəl عبد, abdussəlam abdulsəlam عبدالسلام, abdulfəttah abdəlfəttah عبدالفتاح, abdulqəní abdulğəní
əbdülqəni, adəm adam آدم, adil عادل, afiq, afər, ağa, agil aqil عاقل, əhməd احمد, əjdər əşdər, akif عاكف,
əkbər əkpər اكبر, əkrəm اكرم, əlaəddin ələddin əlaudin علاء‌الدين علاءالدين, ələkbər ələkpər алекпер
علی‌اکبر, ələsgər ələskər алескер, əlfəddin, əlí علي, əlibala, əlimərdan, əlirza əlírza, əliheydər,
əlisahib, əlişír, alim عالم, almas, alpay, altay, amil, əmin امين, əmír امير, əmirxan, əmrah, anar, ənvər
انور, araz, aras, arif عارف, ariz, arzuman, asif آصف, asəf آصف, əsədulla əsədullah, əsgər əskər عسكر, əşrəf
اشرف, aslan arslan, ata, atif عاطف, atilla, ayaz, aydın, aydəmir, ayxan, ayhan, azad آزاد, azər آذر, əziz
عزيز, əzím عظيم, babək بابك, babəy, bədrəddin بدرالدين, bəhmən بهمن, bəhram بهرام, bəhruz بهروز, bəxtiyar
بختيار, bəkir бакир бекир, balakişi, balabəy, barat, bayram بيرام, bəşír بشير, beyrək, bilal بلال,
böyükağa, cabbar جبار, cabir جابر, cəbrail cəbrayıl جبرائيل جبريل, cəfər جعفر, cahangir جهانگير, cahid,
calal cəlal جلال, cəlíl جليل, cəmal جمال, cəmíl جميل, cəmşíd, can, cavad جواد, cavanşír, cavid, cəlaləddin
جلال‌الدين, ceyhun جيحون, coşqun, cümə, daşdəmir, daud davud دواد داود داوود, dəmir, dərviş, dilavər,
dursun, elbrus, elbəy, elçin الچين, eldar الدار, eldəniz, elman, elmar, elməddin, elmir, elnur النور,
elsevər, elşad, elşən, eltun, elvin, elxan, elyar, emil, emin, əmrəh, ənis, ərdoğan, ərşad, fəxri,
fəxrəddin فخرالدين, faiq faik فائق, faríd fəríd فريد, fariz, fazíl fazil فاضل, faruq فاروق, fəda, feyruz
firuz فيروز, feyzi, feyzulla feyzullah fəyzulla, fəthi فتحي, fəttah فتاح, fərhad فرهاد, fərəc فرج, fərman,
ferudin firidun fəridun فريدون, fikrət, fuad فؤاد فواد, füzuli فضولي, qabil кабил قابيل, qədír قدير,
qədim, qafar ğəffar qəffar غفار, qalib ğalib غالب, qəhrəman, qarib, qasım qasim قاسم, qərib, qəzənfər
ğəzənfər, qəşəm, qiyas, qorxmaz, qoşqar, qüdrət قدرت, qüdsi qudsi قدسي кудси гудси, qulu quli, qurban
قربان, quşqar, habil هابيل, hacı حاج حاجي, hadi هادي, hafiz حافظ, həbíb حبيب, həbibulla həbibullah, həkím
حكيم, hakan, həmdi حمدي, həməd حمد, həmíd hamid حميد, hamid hamed حامد,
həmzə حمزة حمزه, həmidulla, harun هارون, həsən
حسن, həsənağa, həsənəli, hatim حاتم, heydər حيدر, hidayət هدايت, hikmət حكمت, hilal هلال, hüseyn hüseyin
حسين, hüseynağa, hüseynəli, hüseynqulu, hümbət, humayun همايون, hüsnü حسني, ibad, ibrahim ibrahím ابراهيم
إبراهيم, idris ادريس إدريس, ilham iliam الهام إلهام, ilkin, ilqar, ilqam, ilyas الياس إلياس, imaməddin,
iman, imran عمران, inqilab, intiqam, ísa عيسى, ísax ishaq isxaq اسحاق إسحاق, isfəndiyar اسفنديار, isgəndər
iskəndər اسكندر, islam اسلام إسلام, ismayıl ismail اسماعيل إسماعيل, ismət, israfil, izzət, kamal kəmal
كمال, kamil كامل, kamran كامران, kənan كنعان, kərəm كرم, kərím كريم, kəmaləddin, xalid خالد, xəlíl خليل,
xəlifə, xan خان, xanlar, xaqani, xəttab, xosrov خسرو, xudayar, kazím kazim кязим كاظم, latif lətíf لطيف,
loğman luqman لقمان, lütfi لطفي, lütfəli, mahir ماهر, məhəmməd muhəmməd muxəmməd mohəmməd محمد,
məhəmmədəli muhəmmədəli محمدعلي, məhərrəm محرم, mahmud محمود, məcíd مجيد, malik مالك, məlik ملك, məmməd
mamed мамед, məmmədəli, məmmədağa, mansur mənsur منصور, mərdan, məsim, məsud مسعود, məşədi, mətin, mətləb,
məzahir, mehdi mehti مهدي, mehman, mehmət, mikayıl mikail ميكائيل, mirzə ميرزا, mirəli, mirzəağa,
miryusif, mövlud مولود, mövsüm, məhəbbət, mübariz, muxtar مختار, murad مراد, murtuz murtəza mürtəza مرتضى,
musa موسى, müslim müslüm مسلم, mustafa mustəfa мустафа مصطفى, müşfiq, mübarək مبارك, mütəllib مطلب,
müzəffər مظفر, nadir نادر, nağı نقي, naib, nail, namiq نامق, naqif, nəriman نريمان, nəsíb نصيب, nəsír
نصير, nasir ناصر, nəsimi نسيمي, nəsrəddin نصرالدين, nəzim nazim ناظم, nəzír نذير, natiq ناطق, nəbí نبي,
nəbil نبيل, nəcəf نجف, nəcib نجيب, nəcməddin نجم‌الدين, nicat, nicad, nigar, nihad نهاد, niyaz, niyazi,
nizami نظامي, nofəl, novruz nəvruz نوروز, nurəddin نورالدين, nurlan, nuri نوري, nurəli, nüsrət نصرت,
oqtay, orxan orhan, osman usman uthman عثمان, ömər omar umar عمر, pənah پناه, pərviz پرويز برويز, paşa
پاشا باشا, polad پولاد, rəbi, racəb rəcəb رجب, rafael, rafət, rafiq rəfiq رفيق, rağib, rəhib, rəhím رحيم,
rəhman رحمان رحمن, rəhmət, raqif, rauf rəuf رؤوف, rəmiz ramiz رامز, ramazan ramadan رمضان, ramil, ramin, rasim
راسم, rəsul رسول, rəşad رشاد, rəşid رشيد, raşid راشد, rəvan, rizvan رضوان, rövşən روشن, rza reza rida riza
رضا, rüfət, ruhulla ruhullah روح‌الله, ruslan, rüstəm رستم, sabir صابر, sabit ثابت, səbuhi, sədi,
sədrəddin صدرالدين, sədullah, səfər صفر, səftər, sahib صاحب, səid saíd سعيد, sərdar, saleh salih صالح,
salim سالم, səlím سليم, salman سلمان, səlahəddin salahuddin صلاح‌الدين, səmədağa, samir سامر, səmír سمير,
samid, səməd صمد, samiq, sənan sinan, sərxan, sərvər, səttar ستار, seyfəddin سيف‌الدين, seyfulla
seyfullah, seymur, seyid səyyid سيد, seyran, siyavuş, sübhan, südeif, süleyman sulayman soleyman سليمان,
sultan سلطان, şahin شاهين, şəhriyar شهريار, şahmar, şahmurad, şahmalı, şahnəzər, şahvələd, şəhla, şakir
شاكر, şəmíl şamil شامل شميل, şəmsəddin, şəmşír, şərif شريف, şəmsi شمسي, şaíq, şöhrət, şücaət, şükür شكور,
tahir طاهر, taləh, talıb talib طالب, tamerlan teymurlan, tariq tarik طارق, tariyel, tərlan, teymur تيمور,
tofiq tofík тофик тофиг توفيق, toğrul, turab, tural, turan, turqut, umid ümid, ülvi, uğur, urxan, uzeyir
üzeyir عزير, vahíd vəhíd وحيد, vahid واحد, vaqif واقف, valeh, vəlí ولي, vəlid ولید وليد, vəkil, vidadi,
vilayət, vüqar vuqar вугар وقار, vüsal, vəzir وزير, yəhya يحيى, yalçın, yaqub يعقوب, yaşar, yasin ياسين,
yasir ياسر, yavər, yavuz, yəmən, yunis yunus يونس, yusif yusuf yusup يوسف, zabil, zabit, zəfər ظفر, zaxir,
zahid زاهد, zahir ظاهر, zakir ذاكر, zaur, zəki زكي, zəkəriyyə zəkəriyya زكريا, zaman زمان, zeynal زينال,
zeynalabdin زين‌العابدين, ziya ضياء ضيا, ziyad زياد, zöhrab, zülfüqar zulfiqar ذوالفقار, zülfü
"""

WOMEN = """
ayşe, banu, canan, çiğdem, derya, ebru, elif, esra, figen, filiz, gül, hülya, meral, nur, nurcan, özlem,
pınar, sema, sevgi, sibel, tansu, tuba, tülay, zehra, adilə عادلة, afət, aygül, ayan, aynur, aysel, aysu,
aybəniz, aida, afaq, ağcagül, əfsanə, əminə آمنة, əsmər, almaz, arzu, aişə ayişə عائشة, aytən, aytac,
aliyə, bahar, bənövşə, bəsti, billurə, cəmilə جميلة, cəmalə, cəvahir, dilarə, dilbər, dinarə, elmirə,
elnarə, elnurə, esmiralda, fatimə فاطمة, fatma, faridə fəridə فريدة, fidan, firəngiz, firuzə, flora,
gülarə, gülbahar, gülçin, gülər, gülnar, gülnarə, gülsüm, gülşən, günay, günel, qönçə, qızılgül, hədiyyə,
həbibə, hənifə, həqiqət, hökümə, hüsniyyə, xalidə خالدة, xanım, xatirə, xədicə хадиджа خديجة, xumar,
inarə, ilahə, ilhamə, irada, jalə jale ژاله, kamalə, kamilə كاملة, könül, kübra, lalə, laləzar, lamiyə,
ləman, leyla ليلى ليلا, lətifə لطيفة, məhbubə, məhsəti, məryəm مريم, mədinə, mehparə, mehriban مهربان,
mələk, məlahət, məleykə, minayə, münəvvər, nailə, nərgiz نرجس, nərmin نرمين, natavan, nazənin, nazlı,
nəzakət, nəsibə, nəzrin, nigarə, nüşabə, nurə, nuranə, pərvanə پروانه, pərvin, pəri, pənahə, rəhilə,
rəhimə, raisə, rəna, rəfiqə, rəşidə, reyhan ريحان, roza, rövşanə, rübabə, ruqiyyə رقية, rüxsarə, sabirə,
səbinə, səkinə سكينة, səadət, səidə, səlimə, səltənət, samirə səmirə سميرة, sara سارة, sədaqət, səfurə,
selcan, sevda, sevər, sevil, sevinc, sevindik, simuzər, solmaz, sona, sudabə, südabə, sürəyya ثريا,
şəbnəm, şəfiqə, şəhla شهلا, şəhrizad, şəlalə, şəmsiyyə, şirin شيرين, şövkət, tahirə طاهرة, təranə,
təhminə, tamilla, tahmina, turkan türkan, turanə, tünzalə, ülviyyə, ülkər, umnisə, vəfa وفاء, vəsilə,
xuraman, yasəmən ياسمين, yeganə, zahidə, zəhra زهرا زهراء, zöhrə, zakirə, zəminə, zərifə, zərintac, zeynəb
زينب, zenfira, zivər, züleyxa زليخا, zümrüd, zəkiyyə, zinyət
"""

# Family names and words inside them that no given name explains.
FAMILIES = """
yılmaz, yıldız, yıldırım, demir, demirel, kaya, çelik, öztürk, kılıç, çetin, koç, kurt, özdemir, şimşek,
polat, özkan, erdem, korkmaz, kaplan, avcı, tekin, güneş, aksoy, bulut, əfəndi эфенди, ağabəy, ağabala,
ağazadə, ağamalı, allahverdi аллахверди, allahyar, aşir aşır, azadə, baba, babayan, baxşəli, bağır baqir
باقر, bəy, bədəl, bayraməli, bəylər, bünyad, cavanşir, dadaş, əlixan, əliyar, əliqulu, əmiraslan, əmirəli,
hacıbaba, hacıbəy, hacıağa, həşim haşim هاشم, imam إمام, imamqulu, imamverdi, imanqulu, kazımbəy, qarabağ
karabax قراباغ, qara, qənbər, qəmbər, qaragöz, qasımbəy, quluzadə, xocalı خوجالي, xəndan, xələf, xaçatur,
xanbaba, xəyal, mahmudbəy, məşədi, mirzəbəy, məmmədqulu, məmmədyar, məmmədrza, mürsəl, muradxan, nağdəli,
nəcəfqulu, nəsrulla nəsrullah نصرالله, nəzərəli, nəzər, novruzəli, paşabəy, pirí, pirəli, rəsulzadə,
rəcəbli, şəxli, şıxlı şixli, şıxəli şixəli, şahbaz, şükürəli, sadıq sadiq صادق, tağı taqi تقي, tağızadə,
ümüd, yadigar, yaqubəli, zərbəli, axund axundzadə, bəkirbəy, talışxan, topçubaşı, sisi سيسي, xomeini
xumeyni خميني, xamenei xaməneyi خامنئي, hərirí حريري, nəhyan نهيان, sabah صباح, saud سعود, təvfiq tevfik,
təyyib طيب, ərdoğan اردوغان أردوغان, çələbi, qəzzafi qəddafi qadafi القذافي قذافي, mübarək,
sadat سادات, ərəfat عرفات, əraqçi عراقچي
"""
