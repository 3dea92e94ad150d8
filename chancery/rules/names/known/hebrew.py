"""Hebrew names with their Hebrew spelling, parted by commas; words between commas are one name."""

MEN = """
abraham אברהם, avraham אברהם, aharon aaron אהרון אהרן, adam אדם, alon אלון, amir אמיר, amit עמית, amnon
אמנון, amos עמוס, ariel אריאל, arie arye aryeh אריה, asher אשר, assaf asaf אסף, avi אבי, avigdor אביגדור,
avihai אביחי, aviv אביב, avner אבנר, ben, barak ברק, baruch barukh ברוך, benjamin binyamin בנימין, benny
beni בני, boaz בועז, chaim haim hayim חיים, dan דן, dani danny דני, daniel דניאל, david דוד דויד, doron
דורון, dov דב דוב, dror דרור, efraim ephraim אפרים, ehud אהוד, eitan eytan איתן, eli אלי, eliahu eliyahu
אליהו, eliezer אליעזר, elad אלעד, emanuel עמנואל, erez ארז, ezra עזרא, gabi גבי, gad גד, gadi גדי, gal גל,
gideon גדעון, gil גיל, gilad גלעד, golan גולן, guy גיא, haim חיים, hanan chanan חנן, herzl הרצל, hillel
הלל, ilan אילן, isaac יצחק, itai itay איתי, itamar איתמר, israel yisrael ישראל, itzhak yitzhak yitzchak
itzchak יצחק, jacob יעקב, joseph יוסף, joshua יהושע, judah יהודה, kobi קובי, lior ליאור, matan מתן, meir
מאיר, menachem menahem מנחם, meyer מאיר, michael מיכאל, mordechai mordekhai מרדכי, moses משה, moshe משה,
motti moti מוטי, nachman נחמן, nachum nahum נחום, naftali נפתלי, natan nathan נתן, nir ניר, nissim nisim
ניסים, noam נועם, oded עודד, ofer עופר, ofir אופיר, omer עומר, omri עמרי, oren אורן, pinchas pinhas פנחס,
raphael refael rafael רפאל, ran רן, reuven ראובן, rami רמי, ron רון, ronen רונן, roni רוני, rotem רותם,
saul שאול, samuel שמואל, shai שי, shalom שלום, shaul שאול, shimon שמעון, shimshon שמשון, shlomo שלמה,
shmuel שמואל, shmulik שמוליק, simcha שמחה, solomon שלמה, simon שמעון, tal טל, tomer תומר, tzvi zvi tsvi
צבי, uri אורי, uriel אוריאל, uzi עוזי, yaakov yaacov יעקב, yair יאיר, yakov יעקב, yaniv יניב, yaron ירון,
yehoshua יהושע, yehuda יהודה, yigal igal יגאל, yishai ישי, yitzhak יצחק, yoav יואב, yoel יואל, yohanan
יוחנן, yona יונה, yonatan יונתן, yoni יוני, yoram יורם, yosef יוסף, yossi יוסי, yotam יותם, yuval יובל,
yuli יולי, zeev ze'ev זאב, zion ציון, ziv זיו
"""

WOMEN = """
adi עדי, avital אביטל, ayelet איילת, batya בתיה, bracha ברכה, chana hana חנה, hannah חנה, chava חוה, dafna
daphna דפנה, dalia דליה, dana דנה, deborah דבורה, devora דבורה, dina דינה, dorit דורית, efrat אפרת, einat
עינת, esther ester אסתר, eva חוה, galit גלית, geula גאולה, gila גילה, golda גולדה, hadas הדס, hadassah
הדסה, hagit חגית, hila הילה, ilana אילנה, inbal ענבל, irit עירית, keren קרן, lea leah לאה, limor לימור,
liora ליאורה, maya מאיה, mazal מזל, merav מירב מרב, michal מיכל, miri מירי, miriam מרים, naama נעמה, naomi
נעמי, neta נטע, nili נילי, nira נירה, nitza ניצה, noa נועה, noga נוגה, nurit נורית, ofra עפרה, orit אורית,
orly אורלי, orna אורנה, osnat אסנת, pnina פנינה, rachel rahel רחל, rebecca רבקה, rina רינה, rivka רבקה,
ronit רונית, ruth רות, sara sarah שרה, sarit שרית, shira שירה, shirly שירלי, shlomit שלומית, shoshana
שושנה, shula שולה, shulamit שולמית, sigal סיגל, smadar סמדר, talia טליה, tali טלי, tamar תמר, tikva תקוה
תקווה, tova טובה, tzipora tzippora ציפורה, tzipi ציפי, tzofia צופיה, vered ורד, yael יעל, yaffa יפה,
yehudit יהודית, yocheved יוכבד, zehava זהבה, ziva זיוה
"""

FAMILIES = """
abramovich אברמוביץ, agmon אגמון, almog אלמוג, aloni אלוני, amar עמר, ashkenazi אשכנזי, atias אטיאס,
azoulay azulay אזולאי, bar-lev, begin בגין, ben-ari, bengurion בןגוריון, bengvir בןגביר, bennett בנט,
biton bitton ביטון, cohen kohen cohn כהן, dahan דהן, dayan דיין, deri דרעי, edelstein אדלשטיין, eshkol
אשכול, friedman פרידמן, gabay גבאי, galant gallant גלנט, gantz גנץ, goldberg גולדברג, goldstein גולדשטיין,
golan גולן, gottlieb גוטליב, greenberg גרינברג, grossman גרוסמן, hadad haddad חדד, halevi הלוי, hazan חזן,
herzog הרצוג, kahan כהן, kahane, kaplan קפלן, katz כץ, katsav קצב, klein קליין, lapid לפיד, levi levy לוי,
levin לוין, liberman lieberman ליברמן, livni לבני, maimon מימון, malka מלכה, meir מאיר, mizrahi mizrachi
מזרחי, navon נבון, netanyahu נתניהו, ohana אוחנה, olmert אולמרט, ovadia עובדיה, peled פלד, peres פרס,
peretz פרץ, rabin רבין, rabinowitz רבינוביץ, rivlin ריבלין, rosen רוזן, rosenberg רוזנברג, rothschild
רוטשילד, saar סער, sasson ששון, segal סגל, shaked שקד, shalom שלום, shamir שמיר, shapira shapiro שפירא
שפירו, sharon שרון, sharett שרת, shamai, smotrich סמוטריץ, steiner, stern שטרן, vaknin וקנין, weiss וייס,
weizmann ויצמן, yadin ידין, yosef יוסף, zohar זוהר
"""
