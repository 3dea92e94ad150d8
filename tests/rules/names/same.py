"""Pairs of names as printed that name one person; the two names of a line are parted by a bar."""

SAME = {
    "one name, other case, titles or order": """
        Qudsi Osmanov | Qudsi Osmanov
        Qudsi Osmanov | QUDSI OSMANOV
        Qudsi Osmanov | Osmanov Qudsi
        Qudsi Osmanov | OSMANOV Qudsi
        Qudsi Osmanov | Osmanov, Qudsi
        Qudsi Osmanov | H.E. Mr Qudsi Osmanov
        Qudsi Osmanov | H.E. Mr. Qudsi OSMANOV
        Qudsi Osmanov | S.E. M. Qudsi Osmanov
        Qudsi Osmanov | Excelenței Sale Domnului Qudsi Osmanov
        Qudsi Osmanov | Excelența Sa Domnul Qudsi Osmanov
        Qudsi Osmanov | Cənab Qudsi Osmanov
        Qudsi Osmanov | Zati-aliləri cənab Qudsi Osmanov
        Qudsi Osmanov | Ambassador Qudsi Osmanov
        Qudsi Osmanov | Dl. Ambasador Qudsi Osmanov
        Qudsi Osmanov | Qudsi Osmanov, Ambassador of Azerbaijan
        Qudsi Osmanov | Osmanov Qudsi bəy
        Qudsi Osmanov | Son Excellence Monsieur l'Ambassadeur Qudsi Osmanov
        Qudsi Vəli oğlu Osmanov | Osmanov Qudsi Vəli oğlu
        Qudsi Vəli oğlu Osmanov | Османов Кудси Вели оглы
        Qudsi Vəli oğlu Osmanov | Османов Кудси Велиевич
        Ion Popescu | Prof. univ. dr. Ion Popescu
        Ion Popescu | Dl Ion Popescu
        Ion Popescu | Popescu Ion
        Ion Popescu | M. Ion Popescu
        Leyla Əliyeva | Əliyeva Leyla xanım
        Leyla Əliyeva | Leyla ALIYEVA
        Мария Иванова | г-жа Иванова Мария
        Иван Иванович Петров | Петров Иван Иванович
        Иван Иванович Петров | Petrov, Ivan Ivanovich
        محمد علي | السيد محمد علي
        بنيامين نتنياهو | سعادة السفير بنيامين نتنياهو
        בנימין נתניהו | ד"ר בנימין נתניהו
        דוד לוי | מר דוד לוי
        Κυριάκος Μητσοτάκης | κ. Μητσοτάκης Κυριάκος
        Jean Dupont | Monsieur Jean DUPONT
        Mehmet Yılmaz | Sayın Mehmet Yılmaz
        Mehmet Yılmaz | Mehmet Bey Yılmaz
        John Smith | Smith, Dr. John
        John Smith | John Smith, PhD
        John Smith Jr. | John Smith, Jr.
        Martin Luther King Jr. | Dr. Martin Luther King Jr
        Maria-Elena Popescu | Maria Elena POPESCU
        José García | Jose Garcia
        Jean-Pierre Dubois | Jean Pierre Dubois
        李娜 | 李娜女士
        习近平 | 習近平主席
        Robert "Bob" Smith | Robert Smith
        Charles de Gaulle | Charles De Gaulle
        Bashar al-Assad | Bashar Assad
        Sean O'Brien | Seán O’Brien
    """,
    "Azerbaijani in other Latin spellings": """
        Leyla Əliyeva | Leyla Aliyeva
        Leyla Əliyeva | Leyla Eliyeva
        Leyla Aliyeva | Leila Alieva
        İlham Əliyev | Ilham Aliyev
        Ilham Aliyev | Ilham Aliev
        İlham Əliyev | Iliam Aliev
        Qudsi Osmanov | Gudsi Osmanov
        Qudsi Osmanov | Kudsi Osmanov
        Gudsi Osmanov | Kudsi Osmanov
        Qabil Aşırov | Gabil Ashirov
        Qabil Əşirov | Qabil Ashirov
        Kabil Ashirov | Qabil Ashirov
        Vüqar Hüseynov | Vugar Huseynov
        Vüqar Hüseynov | Vougar Husseinov
        Vüqar Hüseynov | Vugar Guseynov
        Vugar Huseynov | Vougar Housseinov
        Həsən Həsənov | Hasan Hasanov
        Hasan Hasanov | Gasan Gasanov
        Həsən Həsənov | Hesen Hesenov
        Cəlil Məmmədov | Jalil Mammadov
        Cəlil Məmmədov | Dzhalil Mamedov
        Cəlil Məmmədov | Celil Memmedov
        Cəmil Cəfərov | Jamil Jafarov
        Cəmil Cəfərov | Djamil Djafarov
        Cavid Xəlilov | Javid Khalilov
        Xədicə Qasımova | Khadija Gasimova
        Qulu Quliyev | Gulu Guliyev
        Rəhim Kərimov | Rahim Karimov
        Rəhim Kərimov | Ragim Kerimov
        Fərid Əhmədov | Farid Ahmadov
        Fərid Əhmədov | Farid Akhmedov
        Elçin Əfəndiyev | Elchin Afandiyev
        Elçin Əfəndiyev | Elchin Efendiyev
        Şahin Mustafayev | Shahin Mustafaev
        Şahin Mustafayev | Sahin Mustafayev
        Çingiz Hacıyev | Chingiz Hajiyev
        Tofiq Quliyev | Tofig Guliyev
        Nizami Gəncəvi | Nizami Ganjavi
        Ceyhun Bayramov | Jeyhun Bayramov
        Ceyhun Bayramov | Djeyhoun Bayramov
        Hikmət Hacıyev | Hikmat Hajiyev
        Əli Əsədov | Ali Asadov
        Sahibə Qafarova | Sahiba Gafarova
        Mehriban Əliyeva | Mehriban Aliyeva
        Heydər Əliyev | Heydar Aliyev
        Heydər Əliyev | Haydar Aliyev
        Elmar Məmmədyarov | Elmar Mammadyarov
        Xoşqədəm Hidayətqızı | Khoshgadam Hidayatgizi
        Zöhrə Məmmədova | Zohra Mammadova
        Göyçə Əkbərova | Goycha Akbarova
        Gülnarə Rzayeva | Gulnara Rzayeva
        Oqtay Şirəliyev | Ogtay Shiraliyev
        Bəxtiyar Vahabzadə | Bakhtiyar Vahabzade
        Mir Cəlal Paşayev | Mircəlal Paşayev
        Cavanşir Feyziyev | Javanshir Feyziyev
    """,
    "Azerbaijani and Russian": """
        Leyla Əliyeva | Лейла Алиева
        İlham Əliyev | Ильхам Алиев
        Heydər Əliyev | Гейдар Алиев
        Mehriban Əliyeva | Мехрибан Алиева
        Qudsi Osmanov | Кудси Османов
        Qudsi Osmanov | Гудси Османов
        Vüqar Hüseynov | Вугар Гусейнов
        Vüqar Hüseynov | Вюгар Гусейнов
        Həsən Həsənov | Гасан Гасанов
        Cəlil Məmmədov | Джалил Мамедов
        Ceyhun Bayramov | Джейхун Байрамов
        Hikmət Hacıyev | Хикмет Гаджиев
        Elmar Məmmədyarov | Эльмар Мамедъяров
        Elçin Quliyev | Эльчин Кулиев
        Rəhim Kərimov | Рагим Керимов
        Fərid Əhmədov | Фарид Ахмедов
        Şahin Mustafayev | Шахин Мустафаев
        Cəfər Cabbarlı | Джафар Джаббарлы
        Türkan Rəsulova | Туркан Расулова
        Xəlil Rza Ulutürk | Халил Рза Улутюрк
        Oqtay Şirəliyev | Огтай Ширалиев
        Çingiz Abdullayev | Чингиз Абдуллаев
        Bəxtiyar Vahabzadə | Бахтияр Вагабзаде
        Zeynəb Xanlarova | Зейнаб Ханларова
        Yusif Əliyev | Юсиф Алиев
        Müslüm Maqomayev | Муслим Магомаев
        Fikrət Əmirov | Фикрет Амиров
        Qara Qarayev | Кара Караев
    """,
    "Russian and Ukrainian in Latin spellings": """
        Vladimir Putin | Владимир Путин
        Vladimir Putin | Vladimir Poutine
        Володимир Зеленський | Volodymyr Zelenskyy
        Volodymyr Zelenskyy | Volodymyr Zelensky
        Volodymyr Zelenskyi | Volodymyr Zelenskiy
        Сергей Лавров | Sergey Lavrov
        Sergei Lavrov | Sergey Lavrov
        Sergueï Lavrov | Sergey Lavrov
        Serguei Lavrov | Сергей Лавров
        Сергей Лавров | Sergej Lawrow
        Михаил Горбачёв | Mikhail Gorbachev
        Михаил Горбачев | Mikhail Gorbachov
        Mikhaïl Gorbatchev | Михаил Горбачёв
        Mikhail Gorbachev | Michail Gorbatschow
        Никита Хрущёв | Nikita Khrushchev
        Nikita Khrouchtchev | Никита Хрущев
        Борис Ельцин | Boris Yeltsin
        Boris Eltsine | Boris Yeltsin
        Пётр Чайковский | Pyotr Tchaikovsky
        Petr Chaikovsky | Pyotr Tchaikovsky
        Юрий Гагарин | Yuri Gagarin
        Yury Gagarin | Iouri Gagarine
        Евгений Пригожин | Yevgeny Prigozhin
        Evgeny Prigozhin | Yevgeniy Prigozhin
        Дмитрий Медведев | Dmitry Medvedev
        Dmitri Medvedev | Dmitriy Medvedev
        Александр Лукашенко | Alexander Lukashenko
        Aleksandr Lukashenko | Alexandre Loukachenko
        Елена Исинбаева | Yelena Isinbayeva
        Elena Isinbaeva | Yelena Isinbayeva
        Наталья Поклонская | Natalia Poklonskaya
        Natalya Poklonskaya | Nataliya Poklonskaia
        Фёдор Достоевский | Fyodor Dostoevsky
        Fedor Dostoevskij | Fyodor Dostoyevsky
        Андрій Єрмак | Andriy Yermak
        Andrii Yermak | Андрій Єрмак
        Дмитро Кулеба | Dmytro Kuleba
        Петро Порошенко | Petro Poroshenko
        Юлія Тимошенко | Yulia Tymoshenko
        Yuliya Tymoshenko | Iulia Timoshenko
        Щербаков Иван | Shcherbakov Ivan
        Ivan Scherbakov | Иван Щербаков
        Васильев Пётр | Vasilyev Petr
        Vasiliev Petr | Vasilyev Pyotr
        Олексій Резніков | Oleksii Reznikov
        Мария Захарова | Maria Zakharova
        Мария Захарова | Marija Zacharova
        Ольга Ковтун | Olga Kovtun
        Мустафа Джемілєв | Mustafa Dzhemiliev
        Григорий Явлинский | Grigory Yavlinsky
        Ксения Собчак | Kseniya Sobchak
        Ксения Собчак | Xenia Sobtchak
        Сергій Жадан | Serhiy Zhadan
    """,
    "Romanian and Moldovan": """
        Vasili Simileanu | Vasile Simileanu
        Vasile Simileanu | Василе Симиляну
        Vasile Simileanu | Василе Симилеану
        Traian Băsescu | Traian Basescu
        Traian Băsescu | Траян Бэсеску
        Nicolae Ceaușescu | Nicolae Ceauşescu
        Nicolae Ceaușescu | Николае Чаушеску
        Oana Țoiu | Oana Ţoiu
        Oana Țoiu | Oana Toiu
        Oana Țoiu | Оана Цою
        Klaus Iohannis | Клаус Йоханнис
        Marcel Ciolacu | Марчел Чолаку
        Nicușor Dan | Nicusor Dan
        Nicușor Dan | Никушор Дан
        Maia Sandu | Майя Санду
        Ion Iliescu | Ион Илиеску
        Mircea Geoană | Mircea Geoana
        Mircea Geoană | Мирча Джоанэ
        Gheorghe Gheorghiu-Dej | Георге Георгиу-Деж
        Ștefan Popescu | Stefan Popescu
        Titu Corlățean | Titu Corlatean
        Teodor Meleșcanu | Teodor Melescanu
        Emil Hurezeanu | Эмил Хурезяну
        Luminița Odobescu | Luminita Odobescu
        Constantin Brâncuși | Constantin Brancusi
        Victor Ponta | Виктор Понта
        Victor Ponta | Viktor Ponta
        Nicolae Iorga | Николае Йорга
        Ana Blandiana | Ана Бландиана
        Mihai Eminescu | Михай Эминеску
    """,
    "Turkish": """
        Recep Tayyip Erdoğan | Recep Tayyip Erdogan
        Recep Tayyip Erdoğan | Реджеп Тайип Эрдоган
        Recep Tayyip Erdoğan | رجب طيب أردوغان
        Hakan Fidan | Хакан Фидан
        Kemal Kılıçdaroğlu | Kemal Kilicdaroglu
        Kemal Kılıçdaroğlu | Кемаль Кылычдароглу
        Mevlüt Çavuşoğlu | Mevlut Cavusoglu
        Mevlüt Çavuşoğlu | Мевлют Чавушоглу
        Süleyman Demirel | Suleyman Demirel
        Süleyman Demirel | Сулейман Демирель
        Bülent Ecevit | Bulent Ecevit
        Bülent Ecevit | Бюлент Эджевит
        Cevdet Yılmaz | Джевдет Йылмаз
        Orhan Pamuk | Орхан Памук
        Gökçe Şahin | Gokce Sahin
        Mustafa Şentop | Мустафа Шентоп
    """,
    "Arabic": """
        محمد علي | Muhammad Ali
        محمد علي | Mohammed Ali
        محمد علي | Mohamed Aly
        محمد علي | Məhəmməd Əli
        محمد علي | Мухаммед Али
        مُحَمَّد عَلِيّ | محمد علي
        Mohammed Ali | Muhammad Ali
        Mohamed Salah | محمد صلاح
        محمد بن سلمان | Mohammed bin Salman
        محمد بن سلمان | Muhammad ibn Salman
        Mohammed bin Salman | Mohammed ben Salmane
        إلهام علييف | Ilham Aliyev
        الهام علييف | إلهام علييف
        قدسي عثمانوف | Qudsi Osmanov
        عبد الفتاح السيسي | Abdel Fattah el-Sisi
        Abdelfattah Al-Sisi | Abdul Fattah al Sisi
        عبدالفتاح السيسي | عبد الفتاح السيسي
        Абдель Фаттах ас-Сиси | Abdel Fattah el-Sisi
        بشار الأسد | Bashar al-Assad
        بشار الاسد | بشار الأسد
        صدام حسين | Saddam Hussein
        صدام حسين | Саддам Хусейн
        Saddam Hussein | Saddam Husayn
        حسني مبارك | Hosni Mubarak
        ياسر عرفات | Yasser Arafat
        ياسر عرفات | Ясир Арафат
        فاطمة الزهراء | Fatima Zahra
        خديجة يوسف | Khadija Yusuf
        أحمد حسن | Ahmed Hassan
        أحمد حسن | Əhməd Həsən
        أحمد حسن | Ахмед Хасан
        خالد سعيد | Khalid Saeed
        خالد سعيد | Khaled Said
        عمر عبد الرحمن | Omar Abdulrahman
        Abd al-Rahman Yusuf | Abdurrahman Yusuf
        عبد الرحمن يوسف | Abdul Rahman Yusuf
        سعد الحريري | Saad Hariri
        Qasim Sulaymani | Qassem Soleimani
        قاسم سليماني | Qasem Soleimani
        على حسين | علي حسين
        علی خامنه‌ای | علي خامنه‌اي
        إيمانويل ماكرون | Emmanuel Macron
        فلاديمير بوتين | Vladimir Putin
        فاسيلي سيميليانو | Vasili Simileanu
        ليلى علييفا | Leyla Əliyeva
        سلمى حمزة | سلمي حمزه
        مريم نواز | Maryam Nawaz
    """,
    "Hebrew": """
        בנימין נתניהו | Benjamin Netanyahu
        בנימין נתניהו | Binyamin Netanyahu
        בנימין נתניהו | Биньямин Нетаньяху
        בִּנְיָמִין נְתַנְיָהוּ | בנימין נתניהו
        דוד בן-גוריון | David Ben-Gurion
        דוד לוי | David Levy
        דוד לוי | Давид Леви
        יצחק רבין | Yitzhak Rabin
        יצחק הרצוג | Isaac Herzog
        יצחק הרצוג | Ицхак Герцог
        Yitzhak Rabin | Itzhak Rabin
        Yitzchak Rabin | Yitzhak Rabin
        משה דיין | Moshe Dayan
        שמעון פרס | Shimon Peres
        שמעון פרס | Шимон Перес
        גולדה מאיר | Golda Meir
        אהוד ברק | Ehud Barak
        ציפי לבני | Tzipi Livni
        צבי כהן | Zvi Cohen
        Tzvi Cohen | Zvi Cohen
        Chaim Weizmann | Haim Weizmann
        חיים ויצמן | Chaim Weizmann
        שרה כהן | Sara Cohen
        Sarah Cohen | Sara Cohen
        יאיר לפיד | Yair Lapid
        רחל מזרחי | Rachel Mizrahi
        ולדימיר פוטין | Vladimir Putin
        אילהאם אלייב | Ilham Aliyev
    """,
    "Greek": """
        Κυριάκος Μητσοτάκης | Kyriakos Mitsotakis
        Κυριάκος Μητσοτάκης | Kiriakos Mitsotakis
        Κυριάκος Μητσοτάκης | Кириакос Мицотакис
        ΚΥΡΙΑΚΟΣ ΜΗΤΣΟΤΑΚΗΣ | Κυριάκος Μητσοτάκης
        Αλέξης Τσίπρας | Alexis Tsipras
        Γεώργιος Παπανδρέου | Georgios Papandreou
        Γιώργος Παπανδρέου | Giorgos Papandreou
        Giorgos Papandreou | Yorgos Papandreou
        Νίκος Δένδιας | Nikos Dendias
        Γιάνης Βαρουφάκης | Yanis Varoufakis
        Εὐάγγελος Βενιζέλος | Ευάγγελος Βενιζέλος
        Ευάγγελος Βενιζέλος | Evangelos Venizelos
        Χρήστος Παπαδόπουλος | Christos Papadopoulos
        Χρήστος Παπαδόπουλος | Hristos Papadopoulos
        Κατερίνα Σακελλαροπούλου | Katerina Sakellaropoulou
        Μελίνα Μερκούρη | Melina Mercouri
        Θεόδωρος Αγγελόπουλος | Theodoros Angelopoulos
        Ηλίας Κασιδιάρης | Ilias Kasidiaris
    """,
    "Georgian and Armenian": """
        სალომე ზურაბიშვილი | Salome Zurabishvili
        სალომე ზურაბიშვილი | Salomé Zourabichvili
        Salome Zurabishvili | Salome Zourabichvili
        სალომე ზურაბიშვილი | Саломе Зурабишвили
        მიხეილ სააკაშვილი | Mikheil Saakashvili
        ედუარდ შევარდნაძე | Eduard Shevardnadze
        ედუარდ შევარდნაძე | Эдуард Шеварднадзе
        ირაკლი კობახიძე | Irakli Kobakhidze
        ბიძინა ივანიშვილი | Bidzina Ivanishvili
        ილია ჭავჭავაძე | Ilia Chavchavadze
        ილია ჭავჭავაძე | Илья Чавчавадзе
        გიორგი ყიფიანი | Giorgi Kipiani
        გიორგი ღარიბაშვილი | Giorgi Gharibashvili
        გიორგი ღარიბაშვილი | Giorgi Garibashvili
        Նիկոլ Փաշինյան | Nikol Pashinyan
        Նիկոլ Փաշինյան | Никол Пашинян
        Nikol Pashinyan | Nikol Pashinian
        ՆԻԿՈԼ ՓԱՇԻՆՅԱՆ | Նիկոլ Փաշինյան
        Սերժ Սարգսյան | Serzh Sargsyan
        Սերժ Սարգսյան | Серж Саргсян
        Արամ Խաչատրյան | Aram Khachatryan
        Հովհաննես Շիրազ | Hovhannes Shiraz
        Արարատ Միրզոյան | Ararat Mirzoyan
        Արարատ Միրզոյան | Арарат Мирзоян
        Վահագն Խաչատուրյան | Vahagn Khachaturyan
        Vahagn Khatchatourian | Vahagn Khachaturyan
        Անի Պետրոսյան | Ani Petrosyan
        Ani Petrosian | Ani Petrosyan
        Տիգրան Հակոբյան | Тигран Акопян
    """,
    "Chinese": """
        习近平 | Xi Jinping
        習近平 | Xi Jinping
        习近平 | Jinping Xi
        习近平 | Xi Jin-ping
        习近平 | XI Jinping
        习近平 | Си Цзиньпин
        Xi Jinping | Си Цзиньпин
        Xi Jinping | Jinping Xi
        习近平 | 習近平
        王毅 | Wang Yi
        王毅 | Ван И
        李克强 | Li Keqiang
        李克强 | Ли Кэцян
        欧阳娜娜 | Ouyang Nana
        曾国藩 | Zeng Guofan
        毛泽东 | Mao Zedong
        毛澤東 | 毛泽东
    """,
    "western names in other scripts and spellings": """
        Emmanuel Macron | Эммануэль Макрон
        Emmanuel Macron | Εμμανουέλ Μακρόν
        François Hollande | Francois Hollande
        Gerhard Schröder | Gerhard Schroeder
        Gerhard Schröder | Gerhard Schroder
        Jürgen Müller | Juergen Mueller
        Donald Trump | Дональд Трамп
        Joe Biden | Джо Байден
        Winston Churchill | Уинстон Черчилль
        John Johnson | Джон Джонсон
        Lech Wałęsa | Lech Walesa
        Lech Wałęsa | Лех Валенса
        Andrzej Duda | Анджей Дуда
        Václav Havel | Vaclav Havel
        Slobodan Milošević | Слободан Милошевич
        Slobodan Milošević | Slobodan Milosevic
        Viktor Orbán | Viktor Orban
        Gitanas Nausėda | Gitanas Nauseda
        Bjørn Åse | Bjorn Ase
        Angela Merkel | Ангела Меркель
        Karl Schmidt | Карл Шмидт
        Elizabeth Taylor | Элизабет Тейлор
        Boyko Borisov | Бойко Борисов
        Boyko Borissov | Бойко Борисов
    """,
}
