"""Pairs of names as printed that name two people, or that only somebody who knows can tell apart."""

DIFFERENT = {
    "the man's and the woman's form": """
        Aliyev | Aliyeva
        Leyla Aliyev | Leyla Aliyeva
        I. Aliyev | I. Aliyeva
        Əliyev Elnur | Алиева Эльнур
        Ivan Petrov | Ivana Petrova
        Александр Иванов | Александра Иванова
        Volodymyr Zelensky | Volodymyr Zelenska
        Зеленский | Зеленская
        Андрей Толстой | Андрей Толстая
        Παπαδόπουλος | Παπαδοπούλου
        Nikos Papadopoulos | Nikos Papadopoulou
        Κυριάκος Μητσοτάκης | Kyriaki Mitsotaki
        Jan Novák | Jan Nováková
        Jan Kowalski | Jan Kowalska
        Daniel Popescu | Daniela Popescu
        Mihai Ionescu | Mihaela Ionescu
        Ion Popescu | Ioana Popescu
        Gabriel Stan | Gabriela Stan
        Kamil Hüseynov | Kamilə Hüseynova
        Cəmil Rzayev | Cəmilə Rzayeva
        جميل حسن | جميلة حسن
        جميل حسن | Jamila Hassan
        علييف | علييفا
        علييف | Əliyeva
        Valentin Pop | Valentina Pop
        Victor Popa | Victoria Popa
        Aleksandr Kuznetsov | Александра Кузнецова
        René Dubois | Renée Dubois
        Michel Dupont | Michèle Dupont
        Jean Dupont | Jeanne Dupont
        Simon Weil | Simone Weil
        Frédéric Petit | Frédérique Petit
        Emmanuel Martin | Emmanuelle Martin
        Olexandr Koval | Олександра Коваль
        Nurlan Məmmədov | Nurlana Məmmədova
        Γιώργος Παπάς | Γεωργία Παπά
        أمير حسن | أميرة حسن
        Vəli oğlu Əli Həsənov | Vəli qızı Əli Həsənov
    """,
    "given names that look alike": """
        Maria Popescu | Mariana Popescu
        Maria Popescu | Marius Popescu
        Marin Popescu | Marian Popescu
        Marin Popescu | Marina Popescu
        Hasan Aliyev | Hüseyn Aliyev
        Həsən Əliyev | Hüseyn Əliyev
        Гасан Алиев | Hüseyn Əliyev
        حسن علي | حسين علي
        حسن علي | Hussein Ali
        Rashid Mammadov | Rashad Mammadov
        Rəşid Məmmədov | Rəşad Məmmədov
        Emil Guliyev | Emin Guliyev
        Samir Hasanov | Amir Hasanov
        Farid Aliyev | Fariz Aliyev
        Kamal Aliyev | Kamil Aliyev
        Jamal Aliyev | Jamil Aliyev
        Cəmil Əliyev | Kamil Əliyev
        Jamal Aliyev | Kamal Aliyev
        محمد علي | محمود علي
        محمد علي | Mahmoud Ali
        Elnur Quliyev | Elnarə Quliyeva
        Elçin Quliyev | Elşən Quliyev
        Ana Popescu | Ioan Popescu
        Dan Popescu | Don Popescu
        Ivan Petrov | Ilya Petrov
        Олег Иванов | Олеся Иванова
        Игорь Сидоров | Егор Сидоров
        Tural Aliyev | Turan Aliyev
        Anar Məmmədov | Anar Əhmədov
        דן כהן | דוד כהן
        משה לוי | מיכל לוי
        Giorgi Kipiani | Gela Kipiani
        Robert Smith | Rupert Jones
        Olga Petrova | Elena Petrova
        王伟 | 李伟
        Li Na | 王伟
    """,
    "family names that look alike": """
        Ali Aliyev | Ali Valiyev
        Ali Eliyev | Ali Veliyev
        Əli Əliyev | Əli Vəliyev
        Ali Hasanov | Hasan Aliyev
        Ali Hasanov | Ali Hasanli
        Anar Əliyev | Anar Əlizadə
        Həsən Məmmədov | Həsən Məmmədli
        George Georgescu | George Gheorghescu
        Ion Popescu | Ion Popovici
        Ion Popescu | Ion Petrescu
        Ion Popa | Ion Popescu
        Ivan Ivanov | Ivan Ivanenko
        Ivan Petrov | Ivan Petrenko
        Petro Kravchenko | Petro Kravchuk
        Ahmad Karimov | Ahmad Rahimov
        Rauf Rzayev | Rauf Babayev
        Giorgi Kipiani | Giorgi Kipshidze
        Arman Petrosyan | Arman Martirosyan
        John Smith | John Jones
        Karl Müller | Karl Miller
        Anna Cohen | Anna Levi
        Wang Wei | Zhang Wei
    """,
    "other patronymics and generations": """
        Qudsi Vəli oğlu Osmanov | Qudsi Əli oğlu Osmanov
        Osmanov Qudsi Vəli oğlu | Osmanov Qudsi Həsən oğlu
        Иван Иванович Петров | Иван Петрович Петров
        Иван Иванович Петров | Ivan Sergeyevich Petrov
        Anar Vəli oğlu Əliyev | Анар Гасанович Алиев
        John Smith Jr. | John Smith Sr.
        John Smith II | John Smith III
        Charles II | Charles III
        Иван Петров мл. | Иван Петров ст.
    """,
    "initials that cannot stand for the name": """
        Q. Osmanov | Əli Osmanov
        Q. Osmanov | V. Osmanov
        A. Hasanov | B. Hasanov
        I. Popescu | Maria Popescu
        Q. Osmanov | Qudsi Aliyev
        Ф. Иванов | Пётр Иванов
        J. Smith | Robert Smith
    """,
    "wholly other people": """
        Qudsi Osmanov | Vasili Simileanu
        Ilham Aliyev | Leyla Aliyeva
        İlham Əliyev | Вугар Гусейнов
        习近平 | Joe Biden
        習近平 | Владимир Путин
        محمد علي | Benjamin Netanyahu
        בנימין נתניהו | Ilham Aliyev
        Κυριάκος Μητσοτάκης | Alexis Tsipras
        Νίκος Δένδιας | Σταύρος Δήμας
        სალომე ზურაბიშვილი | Irakli Kobakhidze
        Նիկոլ Փաշինյան | Serzh Sargsyan
        محمد علي | يوسف حسن
        דוד לוי | משה כהן
        John Major | John King
        Qudsi | Qabil
    """,
}

ASK = {
    "initials": """
        Q. Osmanov | Qudsi Osmanov
        Osmanov Q. | Qudsi Osmanov
        Q. Osmanov | Кудси Османов
        К. Османов | Qudsi Osmanov
        Q.V. Osmanov | Qudsi Vəli oğlu Osmanov
        Q. Osmanov | Q. Osmanov
        Дж. Мамедов | Cəlil Məmmədov
        C. Məmmədov | Джалил Мамедов
        J. Smith | John Smith
        Г. Гусейнов | Həsən Hüseynov
        V. Simileanu | Vasile Simileanu
        Gh. Popescu | Gheorghe Popescu
        M. Popescu | Maria Popescu
        H.E. Aliyev | Heydar Aliyev
        И. И. Петров | Иван Иванович Петров
    """,
    "missing parts": """
        Qudsi Vəli oğlu Osmanov | Qudsi Osmanov
        Osmanov | Qudsi Osmanov
        Qudsi | Qudsi Osmanov
        Mr Osmanov | Qudsi Osmanov
        Иван Иванович Петров | Иван Петров
        Ana Popescu-Ionescu | Ana Popescu
        Maria Elena Popescu | Maria Popescu
        Recep Tayyip Erdoğan | Recep Erdoğan
        محمد علي حسن | محمد علي
        Mohammed bin Salman | Mohammed Salman
        John Smith Jr. | John Smith
        Charles III | Charles
        Martin Luther King | Martin King
        Ursula von der Leyen | Ursula Leyen
        George Walker Bush | George Bush
    """,
    "slips of the pen": """
        Qudsi Osmanov | Qudsi Osmenov
        Qudsi Osmanov | Qutsi Osmanov
        Qudsi Osmanov | Qudsi Osmnaov
        Qudsi Osmanov | Qudsi Osmanob
        Qudsi Osmanov | Qudsi Osmanovv
        Vasile Simileanu | Vasile Simileanuu
        Vasile Simileanu | Vasile Simileamu
        Глебов Иван | Хлебов Иван
        Mariya Zakharova | Marija Zacharova
        Ziya Bünyadov | Зия Буниятов
        Vasile Simileanu | Vasile Simeleanu
        Vasile Simileanu | Vasile Similanu
        Nikol Pashinyan | Nikol Pachinyan
        Kyriakos Mitsotakis | Kyriakos Mitsotakes
        Benjamin Netanyahu | Benjamin Netanyaho
        Ion Popescu | Ion Popesco
        Leyla Aliyeva | Leyla Aliyeba
        Eduard Chevardnadze | Eduard Shevardnadze
        Volodymyr Zelensky | Volodymyr Zelinsky
        بنيامين نتنياهو | بنيامين نتانياهو
    """,
    "forms of one name, short forms": """
        Ion Popescu | Ioan Popescu
        Ion Popescu | John Popescu
        George Popa | Gheorghe Popa
        Mihai Popa | Mihail Popa
        Michael Ivanov | Mikhail Ivanov
        Bill Clinton | William Clinton
        Joe Biden | Joseph Biden
        Саша Петров | Александр Петров
        Sasha Petrov | Александр Петров
        Volodymyr Zelenskyy | Владимир Зеленский
        Микола Шевченко | Николай Шевченко
        Олена Ковальчук | Елена Ковальчук
        Anna Popescu | Ana Popescu
        Stephen King | Steven King
        Catherine Jones | Kate Jones
        Məmməd Əliyev | Məhəmməd Əliyev
        Mehmet Aliyev | Muhammad Aliyev
        Ahmet Yılmaz | Əhməd Yılmaz
        Georgios Papandreou | Giorgos Papandreou
        Ioannis Metaxas | Giannis Metaxas
        Jacob Cohen | Yaakov Cohen
        Avraham Cohen | Abraham Cohen
        Eli Cohen | Ali Cohen
        Fatma Aliyeva | Fatimə Aliyeva
        Karl Meyer | Karl Mayer
        Elizabeth Taylor | Elisabeth Taylor
        Mark Jones | Marc Jones
        Anne Martin | Anna Martin
        Наталья Иванова | Наталка Иванова
        Sargis Sargsyan | Sargis Sarkisyan
        Mikheil Saakashvili | Mikhail Saakashvili
        Yelena Ivanova | Helena Ivanova
    """,
    "an order that may be reversed": """
        Ali Hasan | Hasan Ali
        Mihai George | George Mihai
        Li Wei | Wei Li
        Ahmed Mohamed Ali | Ahmed Ali Mohamed
        HASAN Ali | Hasan ALI
        Juan García López | Juan López García
        Thomas James | James Thomas
    """,
    "vowels or readings that are not written": """
        حسن | Hisn
        مرشد | Murshed
        蔡英文 | Tsai Ing-wen
        岸田文雄 | Fumio Kishida
        弗拉基米尔·普京 | Vladimir Putin
        王伟 | 王薇
        김정은 | Kim Jong Un
    """,
    "titles that contradict each other": """
        Mr Kim Lee | Ms Kim Lee
        Domnul Andrea Rossi | Doamna Andrea Rossi
        Mr John Smith | Mrs John Smith
    """,
    "no name": """
        — | Qudsi Osmanov
        Mr | Mr
    """,
}
