"""Pairs of names by the customs of naming, with the verdict they must get; a bar parts the two names."""

SAME = {
    "Hungarian and other orders": """
        Orbán Viktor | Viktor Orbán
        Nagy László | László Nagy
        SZABÓ Éva | Éva Szabó
        Kim Jong-un | Kim Jong Un
        KIM Jong-un | Jong-un Kim
        Nguyễn Phú Trọng | Nguyen Phu Trong
        Phạm Minh Chính | Pham Minh Chinh
        Abe Shinzō | Shinzo Abe
        ABE Shinzo | Shinzo Abe
        王小明 | Wang Xiaoming
        王小明 | WANG Xiao Ming
        欧阳修 | Ouyang Xiu
        Novák, Petr | Petr Novák
    """,
    "Spanish and Portuguese names": """
        Gabriel García Márquez | García Márquez, Gabriel
        Gabriel García Márquez | GARCÍA MÁRQUEZ Gabriel
        Pedro Sánchez Pérez-Castejón | Pedro SANCHEZ PEREZ-CASTEJON
        José Luis Rodríguez Zapatero | Jose Luis Rodriguez Zapatero
        Luiz Inácio Lula da Silva | Luiz Inacio Lula Da Silva
        Luiz Inácio Lula da Silva | LULA DA SILVA, Luiz Inácio
        José Manuel Durão Barroso | José Manuel Durao Barroso
        João Gomes Cravinho | Joao Gomes Cravinho
        Excmo. Sr. D. José Manuel Albares | José Manuel Albares
        Dña. María Jesús Montero | María Jesús Montero
    """,
    "Dutch, German, Italian and Irish particles": """
        Vincent van Gogh | Vincent VAN GOGH
        Johan van der Berg | Berg, Johan van der
        Johan van der Berg | van der Berg, Johan
        Ursula von der Leyen | von der Leyen, Ursula
        Leonardo di Caprio | Leonardo Di Caprio
        Karl Theodor zu Guttenberg | Karl-Theodor zu Guttenberg
        Micheál Martin | Micheal Martin
    """,
    "Arabic names with and without the article": """
        محمد بن راشد آل مكتوم | Mohammed bin Rashid Al Maktoum
        عبد الله الثاني | Abdullah al-Thani
        Abdullah al-Rashid | Abdullah Al Rashid
        Khalid ibn Walid | Khaled bin Walid
        نجيب محفوظ | Naguib Mahfouz
        نجيب محفوظ | Nagib Mahfuz
        عمر الشريف | Omar Sharif
        السفير أحمد أبو الغيط | أحمد أبو الغيط
        أحمد أبو الغيط | Ahmed Aboul Gheit
        محمود درويش | Mahmoud Darwish
        سامي الجميل | Sami Gemayel
    """,
    "Persian names": """
        محمد جواد ظریف | Mohammad Javad Zarif
        حسن روحانی | Hassan Rouhani
        مسعود پزشکیان | Masoud Pezeshkian
    """,
    "Icelandic and northern letters": """
        Guðni Thorlacius Jóhannesson | Gudni Thorlacius Johannesson
        Katrín Jakobsdóttir | Katrin Jakobsdottir
        Þórdís Gylfadóttir | Thordis Gylfadottir
        Søren Kierkegaard | Soren Kierkegaard
        Øystein Bø | Oystein Bo
        Gro Harlem Brundtland | BRUNDTLAND, Gro Harlem
        Jyrki Häkämies | Jyrki Hakamies
    """,
    "Polish, Czech, Baltic and southern Slavic letters": """
        Donald Tusk | Дональд Туск
        Radosław Sikorski | Radoslaw Sikorski
        Radosław Sikorski | Радослав Сикорский
        Bronisław Komorowski | Бронислав Коморовский
        Petr Fiala | Петр Фиала
        Miloš Zeman | Милош Земан
        Aleksandar Vučić | Александар Вучић
        Aleksandar Vučić | Aleksandar Vucic
        Borut Pahor | Борут Пахор
        Andrej Plenković | Andrej Plenkovic
        Edgars Rinkēvičs | Edgars Rinkevics
        Румен Радев | Rumen Radev
        Стево Пендаровски | Stevo Pendarovski
        Ирина Белоусова | Irina Belousova
        Łukasz Żukowski | Lukasz Zukowski
    """,
    "Ukrainian and Belarusian": """
        Сергій Кислиця | Sergiy Kyslytsya
        Андрій Сибіга | Andrii Sybiha
        Ірина Верещук | Iryna Vereshchuk
        Святлана Ціханоўская | Sviatlana Tsikhanouskaya
        Євген Коновалець | Yevhen Konovalets
    """,
    "Georgian, Armenian, Greek": """
        კახა კალაძე | Kakha Kaladze
        მაია ფანჯიკიძე | Maia Panjikidze
        ნინო ბურჯანაძე | Nino Burjanadze
        Զոհրաբ Մնացականյան | Zohrab Mnatsakanyan
        Էդվարդ Նալբանդյան | Edward Nalbandian
        Էդվարդ Նալբանդյան | Эдвард Налбандян
        Γιώργος Γεραπετρίτης | Giorgos Gerapetritis
        Προκόπης Παυλόπουλος | Prokopis Pavlopoulos
        Αντώνης Σαμαράς | Antonis Samaras
        Μαρία Παπαδοπούλου | Maria Papadopoulou
    """,
    "Azerbaijani in Latin, Cyrillic and Arabic letters": """
        Əli Həsənov | Али Гасанов
        Чинҝиз Абдуллајев | Çingiz Abdullayev
        Ҹаваншир Әлијев | Cavanşir Əliyev
        Һејдәр Әлијев | Heydər Əliyev
        Гурбан Гурбанов | Qurban Qurbanov
        Qurban Qurbanov | Gurban Gurbanov
        Çingiz Aytmatov | Чингиз Айтматов
        Novruz Məmmədov | Новруз Мамедов
        Novruz Məmmədov | Novruz Mammadov
        Xəyal Nuriyev | Khayal Nuriyev
        Günel Hüseynli | Gunel Huseynli
        Şəfəq Ağayeva | Shafag Aghayeva
        Hafiz Paşayev | Hafiz Pashayev
        Ülviyyə Əsgərova | Ulviyya Asgarova
        ƏLİYEV İLHAM | İlham Əliyev
        ILHAM ALIYEV | İlham Əliyev
    """,
    "Romanian and Moldovan": """
        Ștefan cel Mare | Stefan cel Mare
        Călin Popescu-Tăriceanu | Calin Popescu Tariceanu
        Excelența Sa Dl. Titus Corlățean | Titus Corlățean
        Domnul Ministru Bogdan Aurescu | Bogdan Aurescu
        Bogdan Aurescu | Богдан Ауреску
        Iurie Leancă | Юрие Лянкэ
        Mihai Popșoi | Михай Попшой
        Acad. Ioan-Aurel Pop | Ioan Aurel Pop
        Sorin CÎMPEANU | Sorin Câmpeanu
    """,
    "one sound, written otherwise": """
        Κυριάκος Μητσοτάκης | Κυριάκος Μιτσοτάκις
        Nikol Pashinyan | Nikol Pashynian
        Rishi Sunak | Rishi Sunack
    """,
    "titles, ranks and letters after a name": """
        H.E. Dr. Ana Popa | Ana Popa
        S.E.R. Mons. Paolo Rossi | Paolo Rossi
        The Rt Hon. James Cameron MP | James Cameron
        Sir Nicholas Bayne KCMG | Nicholas Bayne
        Gen. (ret.) Mark Milley | Mark Milley
        Col. Ion Dragomir | Ion Dragomir
        Lt. Gen. Vasile Toma | Vasile Toma
        S.E. Mme Laurence Auer | Laurence Auer
        Son Excellence Madame Laurence Auer | Laurence Auer
        Hon. Consul Peter Braun | Peter Braun
        Dipl.-Ing. Karl Huber | Karl Huber
        Prof. Dr. Dr. h.c. Hans Maier | Hans Maier
        Səfir Rəşad Məmmədov | Rəşad Məmmədov
        Hörmətli Leyla xanım Əliyeva | Leyla Əliyeva
        господин посол Иван Смирнов | Иван Смирнов
        Его Превосходительство Иван Смирнов | Иван Смирнов
        Αυτού Εξοχότης κ. Νίκος Δένδιας | Νίκος Δένδιας
        سعادة السيد أحمد حسن | أحمد حسن
        معالي الوزير أحمد حسن | أحمد حسن
        Dr Leyla Aliyeva, PhD | Leyla Aliyeva
        Ana Popa (Ambassador) | Ana Popa
        Ambassador-designate Ana Popa | Ana Popa
    """,
    "case, spaces, marks that cannot be seen": """
        leyla əliyeva | LEYLA ƏLİYEVA
        Leyla  Əliyeva | Leyla Əliyeva
        \u200eLeyla Əliyeva\u200f | Leyla Əliyeva
        Ley\u200bla Əliyeva | Leyla Əliyeva
        \u2067محمد علي\u2069 | محمد علي
        \ufeffIon Popescu | Ion Popescu
        Ion\u00a0Popescu | Ion Popescu
        Stefa\u0301n Ba\u0306sescu | Stefán Băsescu
        Jose\u0301 Garci\u0301a | José García
        Ｉｏｎ Ｐｏｐｅｓｃｕ | Ion Popescu
        Ion Popescu. | Ion Popescu
        O’Brien, Seán | Seán O'Brien
        Anne–Marie Lambert | Anne-Marie Lambert
        Anne Marie Lambert | Anne-Marie Lambert
        Müller, Jürgen | Juergen Mueller
        Иван\u0306ов | Иван\u0306ов
        Іванов Пётр | Иванов Петр
        Ali | Ali
        Osmanov | OSMANOV
    """,
}

DIFFERENT = {
    "brothers, sisters and twins": """
        Anna Müller | Anja Weber
        Leyla Əliyeva | Arzu Əliyeva
        Əli Həsənov | Vəli Həsənov
        Həsən Quliyev | Hüseyn Quliyev
        Elnur Məmmədov | Elmar Məmmədov
        Elxan Rzayev | Elçin Rzayev
        Nigar Hüseynova | Nərmin Hüseynova
        Pavel Novák | Petr Novák
        Claude Martin | Claudine Martin
        Иван Смирнов | Игорь Смирнов
        Мария Петрова | Марина Петрова
        Олександр Коваль | Олексій Коваль
        Aram Petrosyan | Armen Petrosyan
        Nino Beridze | Nana Beridze
        Carlos García López | Pedro García López
        Mohammed Hassan | Ahmed Hassan
        محمد حسن | أحمد حسن
        Yusuf Yılmaz | Yunus Yılmaz
        דוד כהן | דניאל כהן
        Daniel Cohen | Danielle Cohen
        Paul Dubois | Pauline Dubois
        Christian Weber | Christina Weber
        Julian Moore | Julia Moore
        Alex Turner | Alexa Turner
    """,
    "father and son": """
        George Bush Sr. | George Bush Jr.
        Vaqif Əli oğlu Rzayev | Əli Vaqif oğlu Rzayev
        Иванов Пётр Сергеевич | Иванов Сергей Петрович
        محمد بن أحمد | أحمد بن محمد
        Guðni Jóhannesson | Jóhannes Guðnason
        Ion Popescu senior | Ion Popescu junior
        Henry Ford II | Henry Ford III
    """,
    "man and woman": """
        Sergey Ivanov | Sergey Ivanova
        Rəşad Əliyev | Rəşad Əliyeva
        Jan Dvořák | Jana Dvořáková
        Andrzej Wiśniewski | Anna Wiśniewska
        Jónas Einarsson | Jónas Einarsdóttir
        Κώστας Σημίτης | Δάφνη Σημίτη
        Юрий Тимошенко | Юлия Тимошенко
        Vardan Hakobyan | Varduhi Hakobyan
        Stepan Zelenskyi | Olena Zelenska
        Aleksandar Petrović | Aleksandra Petrović
        Mario Rossi | Maria Rossi
        Francesco Bianchi | Francesca Bianchi
    """,
    "given names of one sound or letter apart": """
        Asif Quliyev | Asəf Quliyev
        ناصر حداد | نصير حداد
    """,
    "other people who share a word": """
        Ion Popescu | Ion Marinescu
        Angela Merkel | Angela Davis
        Viktor Orbán | Viktor Ponta
        Wang Wei | Wang Yi
        王毅 | 王伟
        Kim Jong-un | Kim Jong-il
        Nguyen Van Anh | Nguyen Van Binh
        Abdullah Gül | Abdullah Öcalan
        Vladimir Putin | Vladimir Lenin
        Владимир Путин | Володимир Зеленський
        Ali Hasan Mohammed | Ali Hussein Mohammed
        Abdul Rahman | Abdul Rahim
        عبد الرحمن حسن | عبد الرحيم حسن
        Abdel Aziz Hassan | Abdel Karim Hassan
        Jean-Pierre Dubois | Jean-Paul Dubois
        Jean-Luc Moreau | Jean-Marc Moreau
        Maria Elena Rossi | Maria Luisa Rossi
        Peter Hansen | Peter Jensen
        Lars Olsson | Lars Larsson
    """,
}

ASK = {
    "initials and short forms": """
        V. Orbán | Viktor Orbán
        И.С. Тургенев | Иван Сергеевич Тургенев
        Тургенев И. С. | Иван Тургенев
        J. K. Rowling | Joanne Rowling
        İ. Əliyev | İlham Əliyev
        A. Merkel | Angela Merkel
        G. García Márquez | Gabriel García Márquez
        Jos. Haydn | Joseph Haydn
        Alex. Popescu | Alexandru Popescu
    """,
    "names at home and in full": """
        Bob Dylan | Robert Dylan
        Tony Blair | Anthony Blair
        Jim Carter | James Carter
        Liz Truss | Elizabeth Truss
        Дима Медведев | Дмитрий Медведев
        Маша Захарова | Мария Захарова
        Pepe Mujica | José Mujica
        Paco Rabanne | Francisco Rabanne
        Nicu Popescu | Nicolae Popescu
        Lenuța Popescu | Elena Popescu
        Sandu Ionescu | Alexandru Ionescu
        Hans Müller | Johannes Müller
        Beppe Grillo | Giuseppe Grillo
        Toni Weber | Anton Weber
        Katya Ivanova | Ekaterina Ivanova
        Vova Petrenko | Volodymyr Petrenko
        Mike Pence | Michael Pence
    """,
    "one name in several languages": """
        Johannes Paul | John Paul
        Paul Ricard | Pavel Ricard
        Giovanni Rossi | Ioan Rossi
        Jorge Silva | George Silva
        Guillaume Martin | William Martin
        Stefan Weber | Stephan Weber
        Іван Франко | Ян Франко
        Yusuf Aliyev | Joseph Aliyev
        İbrahim Aydın | Abraham Aydın
        Johann Schmidt | Johann Schmitz
        დავით უსუფაშვილი | David Usupashvili
    """,
    "parts that only one name has": """
        Gabriel García Márquez | Gabriel García
        Pedro Sánchez Pérez-Castejón | Pedro Sánchez
        Luiz Inácio Lula da Silva | Lula da Silva
        Ana María Fernández | Ana Fernández
        Abu Ali Hasan | Hasan
        Mahmoud Abbas Abu Mazen | Mahmoud Abbas
        محمد بن راشد آل مكتوم | محمد بن راشد
        Leyla Əliyeva-Məmmədova | Leyla Əliyeva
        Annegret Kramp-Karrenbauer | Annegret Kramp
        Иванов Пётр Сергеевич | Пётр Иванов
        Vasile | Vasile Simileanu
        Guðni Thorlacius Jóhannesson | Guðni Jóhannesson
        John Fitzgerald Kennedy | John Kennedy
        Orbán | Orbán Viktor
        Elizabeth II | Elizabeth
        Ludwig van Beethoven | Ludwig Beethoven
        Johan van der Berg | Johan Berg
        Charles de Gaulle | Charles Gaulle
    """,
    "a married name": """
        Hillary Rodham Clinton | Hillary Rodham
        Maria Popescu-Ionescu | Maria Ionescu
        Leyla Quliyeva (Əliyeva) | Leyla Quliyeva-Əliyeva
    """,
    "one slip": """
        Ion Popescu | Ion Popesscu
        Ion Popescu | Ion Popscu
        Ion Popescu | Ion Poepscu
        Angela Merkel | Angela Merkle
        Emmanuel Macron | Emanuel Macron
        Виктор Орбан | Виктар Орбан
        Владимир Путин | Владимир Пурин
        Vüqar Hüseynov | Vüqar Hüseynob
        ირაკლი კობახიძე | ირაკლი კობახიზე
        Olaf Scholz | Olaf Scholtz
    """,
    "an order that cannot be told": """
        Thomas Martin | Martin Thomas
        Paul Simon | Simon Paul
        Ali Hüseyn | Hüseyn Ali
        Kemal Mustafa | Mustafa Kemal
    """,
    "scripts that cannot be read surely": """
        安倍晋三 | Shinzo Abe
        李明博 | Lee Myung-bak
        박근혜 | Park Geun-hye
        ナルヒト | Naruhito
        唐纳德·特朗普 | Donald Trump
        नरेन्द्र मोदी | Narendra Modi
        حسین امیرعبداللهیان | Hossein Amirabdollahian
    """,
    "vowels that another name has": """
        عمار حداد | Omar Haddad
        حسان حداد | Həsən Haddad
        سعد حداد | Said Haddad
        هاني حداد | Jane Haddad
        Camal Əliyev | Kamal Əliyev
        Camil Rzayev | Kamil Rzayev
    """,
    "no name or hardly one": """
        H.E. | Leyla Əliyeva
        ? | ?
        N.N. | N.N.
        - | -
    """,
}
