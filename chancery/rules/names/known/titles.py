"""
Words that stand before or after a name and are no part of it, a line for each language or so.

Words joined by `_` are one title, and so are letters between dots. Titles of one gender stand apart, because
a Mr and a Ms of the same name are asked about.
"""

FOR_MEN = """
mr mister sir lord baron count duke prince king emperor father brother rabbi esq esquire
m mr monsieur messieurs mons monsignor le_comte le_baron l'abbé pere frere mgr monseigneur
dl d-l domnul domnului dlui d-lui dle domnule parintele pr
bey bay efendi beyefendi cənab cənabı bəy əfəndi
г-н гн господин господина господину тов товарищ гр отец пан пана пану добродій господинът господине
السيد سيد الشيخ شيخ الأمير الملك الحاج الأب الامير
מר אדון הרב רב
κ κος κύριος κυριος
ბატონი ბ-ნი ბნი
պարոն պրն պրն.
先生
herr hr herrn señor sr don sr_d excmo_sr_d ilmo_sr_d sr_don signor sig signore senhor dhr heer pan hr gospodin
sheikh shaikh sheik
"""

FOR_WOMEN = """
mrs ms miss madam dame lady baroness countess duchess princess queen mother sister missus
mme madame mlle mademoiselle mmes soeur
dna d-na doamna doamnei dnei d-nei dnă d-nă doamnă domnisoara domnişoara domnişoarei dra d-ra
xanım xanim xanımı hanım hanim bayan hanımefendi
г-жа гжа госпожа госпожи госпоже пані панна пани госпожата
السيدة سيدة الآنسة الأميرة الشيخة الملكة آنسة الحاجة
גברת גב' גב מרת גבירת
κα κυρία κυρια δις δεσποινίδα
ქალბატონი ქ-ნი ქნი
տիկին տկն օրիորդ տիկ
女士 小姐 夫人 太太
frau señora sra doña signora sig.ra senhora mevrouw mevr paní gospođa
sheikha shaikha
"""

FOR_ANYBODY = """
he h_e hm h_m hh h_h hrh h_r_h hsh hon honourable honorable right_honourable rt_hon the_hon the_honourable
the_rt_hon the_right_hon the_honorable excellency his_excellency her_excellency their_excellencies
his_majesty her_majesty his_highness her_highness his_royal_highness her_royal_highness his_holiness
his_eminence his_beatitude his_grace your_excellency
dr doctor prof professor phd ph_d dphil md m_d llm lld mba msc ma bsc mp mep cbe obe mbe kcmg cmg dbe kbe
qc kc jd
ambassador ambassador-designate ambassador-at-large
amb consul consul_general minister deputy_minister prime_minister president president-elect vice_president
senator representative congressman congresswoman deputy chancellor secretary undersecretary speaker mayor
governor judge justice attache counsellor counselor chairman chairwoman chairperson director
gen general lt_gen maj_gen brig brigadier col colonel lt_col ltcol lt lieutenant maj major capt captain
cmdr commander adm admiral rear_admiral sgt sergeant cpl
rev reverend fr most_rev very_rev rt_rev archbishop bishop cardinal patriarch metropolitan pope
archimandrite
se s_e s_e_r sem s_em s_exc s_a s_a_r s_a_s s_m s_s son_excellence leurs_excellences sa_majeste son_altesse
sa_saintete son_eminence sa_beatitude s_b me maitre docteur professeur ambassadeur ambassadrice ministre
president senateur senatrice depute deputee general colonel commandant capitaine
es e_s i_p_s p_s excelenta_sa excelenta excelentei_sale excelenţa_sa excelenței_sale excelența_sa
excelenței excelența preasfintitul preafericitul inaltpreasfintitul ps ips pf
univ univ_dr prof_univ prof_univ_dr conf conf_univ conf_univ_dr lect_univ_dr lect asist_univ dr_ing ing ec
av arh acad academician drd dr_h_c ambasador ambasadorul ambasadoarea ministru ministrul presedinte
presedintele senator deputat general colonel amb_extr
zati-aliləri zati_aliləri zati_ali səfir hörmətli akademik professor doktor nazir general-leytenant
general-mayor general polkovnik deputat prezident baş_nazir müəllim muellim
sayın sayin ekselans ekselansları büyükelçi bakan doç doc yrd_doç öğr_gör prof_dr doç_dr cumhurbaşkanı
başbakan vali av ord_prof
его_превосходительство ее_превосходительство её_превосходительство е_п чрезвычайный_и_полномочный_посол
посол доктор д-р др профессор проф академик акад генерал ген полковник полк министр президент депутат
сенатор консул его_святейшество его_высочество
його_високоповажність її_високоповажність високоповажність посол професор доктор міністр президент
سعادة معالي فخامة جلالة سمو صاحب_السعادة صاحب_السمو صاحب_الجلالة صاحب_الفخامة دولة دكتور الدكتور الدكتورة
د أ أ_د م أستاذ الأستاذ الأستاذة السفير السفيرة الوزير الوزيرة الرئيس المهندس الرئيسة سماحة غبطة نيافة
قداسة سعادة_السفير معالي_الوزير فضيلة
דר ד"ר פרופ פרופ' פרופסור כבוד הוד_מעלתו הוד_מעלתה השגריר השגרירה עו"ד עוד השר השרה הנשיא אלוף תא"ל
δρ δρ. καθ καθηγητής καθηγήτρια πρέσβης πρέσβειρα υπουργός αξιότιμος αξιότιμη αυτού_εξοχότης
η_αυτού_εξοχότης η_α_ε α_ε εξοχότατος
მისი_აღმატებულება დოქტორი დ-რი პროფესორი პროფ ელჩი ბატონ
նորին_գերազանցություն դոկտոր պրոֆեսոր պրոֆ դեսպան դր
博士 教授 阁下 閣下 大使 主席 总统 總統 部长 部長 院士
exzellenz seine_exzellenz ihre_exzellenz s_e_herr i_e_frau dipl_ing dr_h_c_mult botschafter botschafterin
freiherr graf
excmo excma su_excelencia s_excelencia excelencia ilmo ilma embajador embajadora sua_eccellenza s_e_il
ambasciatore ambasciatrice onorevole on dott dott_ssa avv prof_ssa
l'ambassadeur l'ambassadrice dear
"""

# Marks of the older and the younger of the same name.
GENERATIONS = """
junior: jr junior jnr jun fils filho младший мл молодший; senior: sr senior snr sen père pere старший ст;
2: ii 2nd; 3: iii 3rd; 4: iv 4th; 6: vi; 7: vii; 8: viii; 9: ix; 11: xi; 12: xii
"""

# Titles that may as well be a name or initials: they count only with two words or more after them.
NAMES_TOO = """
don dean duke prince baron graf pan hr pr me on he se es ma dame lady sayyid seyid sheikh sheik shaikh vali ec
av ing bay sri s_s s_b p_s e_s i_p_s m_d j_d s_m s_a m_a سيد السيد الملك الأمير الشيخ
شيخ حاج الحاج د أ م הרב רב
"""

# Titles that stand between a given name and a family name.
BETWEEN_NAMES = "bey bəy efendi əfəndi xanım hanım müəllim"

# Titles that follow a name.
AFTER_NAMES = """
bey bəy efendi əfəndi xanım hanım müəllim beyefendi hanımefendi esq esquire phd ph_d dphil md m_d llm lld mba
msc ma bsc mp mep cbe obe mbe kcmg cmg dbe kbe qc kc jd akademik professor
先生 女士 小姐 夫人 太太 博士 教授 阁下 閣下 大使 主席 总统 總統 部长 部長 院士
"""
