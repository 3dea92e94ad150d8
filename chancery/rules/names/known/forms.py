"""
Forms of one name in several languages, and short forms: often one person, often two.

What stands between two commas is one family of forms. Each word stands for all
spellings of its name. Women's and men's names never share a family.
"""

MEN = """
kathryn kathrin katherine catherine, alan allan allen alain, brian bryan, geoffrey jeffrey jeff geoff,
lawrence laurence, conrad konrad kurt, adolf adolph, dominic dominik dominique domenico, ralph ralf rolf,
kurt curt, klaus claus, erica erika, eric erik erich, natalie nathalie, hilary hillary, xavier javier,
denis dennis dionysios denys, murad murat, alexander alexandru alexandros aleksandar oleksandr alessandro
alejandro aleksandre iskender isgəndər sasha sascha sandu sandro sandor alex alec alekos alejo shura саша
шура, alexei oleksiy alexis alex alyosha lyosha леша алеша alexius, andrei andriy andrew andreas andre
andres andrea andrej andrzej ondrej andy drew, anton antin antoni anthony antonio antoine antonis antonios
tony tonio toni toma, arthur artur, benjamin binyamin veniamin ben benny beni, boris borya borys, carl
karl carlo carlos charles karel carol karol charlie chuck, christopher christoph christophe cristobal
chris kit krzysztof, christos hristo hristos, constantin konstantinos konstantine kostas kostya costin
costel dinu костя kostis, daniel daniil danylo dan danny dani danil danila daniyal, david davit davyd daud
dave dovid davide davud, dimitrie dmitri dmytro dimitris dimitrios dumitru dima mitya dimitri mitica дима
митя dimitar, edward eduard edouard eduardo ed ted teddy edvard eddie edi, emanuel emmanuel manuel
immanuel manolis manolo, eugene eugen evgeni yevhen eugenio eugeniu zhenya jenya женя gene evghenie
eugeniusz, ferdinand fernando ferdi, fedor fedir theodor teodor theodoros teodoro theodore tudor fedya
federico theo ted федя todor toader, filip philip philippe filippo felipe filipp phil philippos, francis
francesco francois francisco franz frank franck frantisek ferenc frans fran paco, frederic friedrich
federico fred fritz frederik fryderyk freddy, gabriel gavril gavriil cəbrayıl gabi gabriele havryil
cəbrail, georgi george gheorghe georg georges giorgi giorgos georgios jorge giorgio yuri yuriy jerzy jiri
gevorg gelu ghita gogu georgiy heorhii heorhiy gheorghi yurii yegor egor iuri жора gosha jorg joerg zhora
gyorgy гоша gigi, gregory grigori hryhoriy grigore grigor grigoris gregor greg grzegorz grisha гриша
gregorio gregoire, harold harry henry henri heinrich enrico enrique henrik heinz hank hendrik genrikh
генрих hal henryk, hugh hugo ugo, ibrahim abraham avraham avram ibrahima abe avrum, ignat ignacio ignatius
ignatie hnat, igor ihor, ilie ilya ilyas elias elijah eliyahu eliahu eli ilias illia elie, john ion ioan
ivan jean johannes johann jan juan giovanni ioannis giannis yiannis hovhannes ivane ian sean janos yohanan
jon joao hans jonny johnny jack ionut ionel nelu ioanes yahya yəhya vano vanya ivo evan iwan jovan van
ваня iancu yan yann yanis johny iohannes ivanko nica giani gianni ianis janez johan ioannes, israel israil
israfil yisrael, isaac yitzhak itzhak ishaq isax ísax izhak isaak itzik isac icchak, jacob yaakov yakov
iacob yaqub jakob jakub james jacques jaime diego jim jimmy santiago iago hakob yakiv yasha jake giacomo
akop kobi яша tiago, joseph yosef iosif josef jose giuseppe yusif yusuf youssef yosyp hovsep joe yossi
beppe pepe жозе хосе yosif joey jozef juozas jozsef ioseb osip, joshua yehoshua hosea jesus ísa, kirill
cyril kiril cyrille chiril kyrylo kyrillos, kenneth ken kenny, lawrence laurent lorenzo laurentiu larry
lars lavrentiy lavrenti, leo lev leon leonid leonard leonardo levon lyova leonidas, louis luis luigi
ludwig lewis ludovic lou luiz lajos, lucas luca luke luka luc loukas lukasz lucian lucio, mark marc marco
marko marcus marcos marcu marcel markus marek, matthew matthias mathieu matei matvei mateusz matteo mateo
matt matus matvey matvii matthaus maciej matyas, maurice moritz mauricio mauro maurizio moris, max maxim
maximilian maxime maks massimo maximus, michael mikhail mykhailo mihai mihail michel miguel michele
mikayıl michalis mikael mike mick misha miha misu micha mikheil michail mihaly mikko michał миша miki
mickey, muhəmməd məmməd mehmət magomed mahomed mehmed mohand memmed mamadou muhammed, musa moses moshe
moise mozes moisei mose mojżesz mojsije, nicholas nikolai mykola nicolae nikolaos nikola nikos nick
nicolaus klaus nicu nicusor kolya mikolaj niccolo nicky nicolo nico nika nikoloz neculai nikolas коля
niels nils miklos miclos nae niko nicola mikola, oleg olaf olav helgi oleh, oscar osgar, patrick patricio
paddy patrice pat patrik, paul pavel pavlo pablo paolo pavlos pawel paulo pal pasha pol paulus pavle
poghos паша pavol, peter petr petro petru petre pedro pietro pierre petros petar pete piotr pierro petya
piero petrica petter peer per pjotr петя petrus petko, philip pip, rafael raphael refael raffaele rafi
rafal, radu radek, richard ricardo riccardo dick rick richie rich ryszard rihard, robert roberto rob bob
bobby bert robi rupert robbie, roland rolando orlando, rudolf rudolph rudi rodolfo rolf, samuel shmuel
samvel sam sammy samuil ismayıl, saul shaul saulo, sergei serhiy serge sergiu sergio serezha seryozha
serzh sergo sargis сережа, simon simeon shimon simion semyon szymon symon shimson simone ximena, solomon
shlomo süleyman salomon zalman, stanislav stanislaw stan stas stani, stephen stefan stephan steven stepan
stefanos etienne esteban stefano istvan steve stephane szczepan stef stephanos fane, taras tarasii, thomas
toma tomas tom tommy tomasz foma tommaso tomaz, timothy timofei tim timo timoteo timofey tima, valentin
valentino valentine, valeri valeriu valer valerio valere, vasili vasil vasilios vasilis basil vasya basile
vassilis васе вася vasyl, victor vittorio vitya vitia viktors вика viorel, vincent vincenzo vicente vince
vincente, vitali vitalie vitale vitalik vito, vladimir volodymyr vlad vova volodya vladut wladimir
włodzimierz vladi volodia вова володя waldemar, vladislav ladislav vlad wladyslaw slava laszlo, vyacheslav
vaclav slava wenceslas waclaw слава vasek, walter valter walt wouter, william wilhelm willem guillaume
guillermo bill will billy liam willy guglielmo viljam vilhelm wim willi, yaroslav slava jarek jaroslaw,
zachary zaharia zakhar zəkəriyyə zacharias zach, əhməd ahmet akhmat ahmat axmad, əlaəddin aladdin aladin
alauddin, əlí ali aliya, abdulla abdul, ənvər enver anwar, rza riza reza, həbib habib habibullah, heydər
haydar gaydar aydar, xudayar xudaverdi, rəsul resul, məcid mecit, süleyman suleyman sulejman, teymur timur
tamerlan teymuraz teimuraz demir, yunis jonas yona jonah iona, zülfüqar zülfü, vüqar vugar
"""

WOMEN = """
agnes agnieszka ines inessa agnia, alexandra oleksandra alessandra alejandra sasha sandra sanda aleksandra
lexi sascha, alice alicia alisa alison aliz, anastasia nastya nastia anastassia stasya настя, ana anna ann
anne hanna hannah chana annie anita anya annette nancy anka anca ania аня hana anne-marie asya annika
anushka, andreea andrea andra andrada, angela angelina angelica angel anghelina anzhela angele, antonia
antonina antoinette tonya toni, barbara varvara varya basia babs, beatrice beatrix bea beatriz, catherine
ekaterina kateryna caterina katherine katarina ecaterina katya katia katarzyna kate kathy katie katerina
ketevan kathleen catalina cathy karin karen katrin kitty katja cati catinca катя ekaterine eka catarina
cate, cecilia cecile, christina cristina kristina christine kristine cristiana kristin tina chris
christiane krystyna, claire clara chiara klara clare, claudia claudine klaudia klavdia, daria darya dasha
даша darina, deborah devora dvora debbie deb, diana diane, dorothea dorothy dora doris dorotea teodora
theodora fedora, elena olena yelena helena helen ileana lena eleni alyona lenka elenka hélène helene
lenuta ilinca elene ellen nelly eleonora лена алена ilona nora jelena, elisabeth elizabeth elizaveta
elisabeta isabel isabella isabelle liza elise elsa lisa beth betty liz lizzie elisa yelyzaveta ilse
elzbieta лиза bettina bessie libby eliza, emilia emily emilie amalia amelia, esther ester estera hadassah
hester, eugenia yevhenia evgenia zhenya женя eugenie, eva chava ewa eve evita hava havva həvva, fatimə
fatma fatima, florence florentina florina florica floarea fiorenza, frances francesca francoise franziska,
gabriela gabrielle gabriele gabi, georgia georgeta georgiana georgina, galina halina galya, giovanna ioana
joan joana joanna johanna jane janet jeanne ivana yana jana ioanna ivanka jean juana oana zhanna ionela
ianna janna jennifer, irina irene eirini ira arina ирина iryna irena ира, julia yulia iulia giulia julie
juliette julietta юля yulya, larisa lara lora laura, lidia lydia lida, lyudmila ludmila mila luda люда,
lyubov lyuba luba amy aimee люба, lucia lucy lucie luce luciana, magdalena madeleine magda maddalena
madalina lena, margarita margaret margareta marguerite rita maggie peggy greta margo malgorzata margot
grete, maria mary marie mariam məryəm miriam masha marija mariya marika mara moira maryam marioara
maricica mioara maja mitsi manya miri maša маша маруся, mariana marianna marianne marion maryana, martha
marta martina, mihaela michaela michelle michele mikaela, natalia nathalie natalie natasha nata natela
наташа natali, nadezhda nadia nadya nadine nadiya надя, nicole nicoleta nicola nika, olga olha olya helga
оля, patricia pat, paula pauline polina paola pola, rachel rahel raquel raluca rachelle, rebecca rivka
riva becky rebeka, rosa rose roza rosalia rosie rozalia, ruth ruta rut, salome shlomit shulamit salima,
sara sarah, silvia sylvia sylvie silva, sofia sophie zofia sonya sonia sonja sofi sopio sophia соня,
stefania stephanie stefana stepanida stefka, susanna susan shoshana susanne suzanne zsuzsanna siuzanna
susie, svetlana sveta svitlana света lana fotini, tatiana tania tanya tetiana таня tetyana, teresa therese
theresa, ulyana iuliana juliana yuliana uliana, valentina valya, valeria valerie lera, varvara varya
barbara, veronica veronique vera, victoria vika viktoriya nika вика vicky, violeta violet viorica viola,
yelena elena, zoe zoya zoi, xenia ksenia oksana aksinya ksyusha oxana, ayişə aişə aisha ayse ayşe, leyla
lejla leyli leylim leylə, zəhra zöhrə zara zahra zuhra, xədicə hatice khadija xatirə, zeynəb zenab zeinab,
nərgiz nargis narcisa, gülnarə gülnar
"""

# Family names that sound alike, or are spelt by two usages.
FAMILIES = """
meyer mayer maier meier meir, clark clarke, stewart stuart, johnson jonson, smith smythe, davis davies,
green greene, thompson thomson, reed reid read, brown browne braun, phillips philips, schmidt schmitt
schmid schmitz, hoffmann hofmann hoffman, schulz schultz schulze, wolf wolff wolfe, petersen peterson
pedersen petersson, hansen hanson hansson, larsen larson larsson, nielsen nilsson, olsen olsson olson,
anderson andersen andersson, jensen janssen jansen jenson, fernandez fernandes, gonzalez gonzales,
rodriguez rodrigues, lopez lopes, perez peres peretz, sanchez sanches, gomez gomes, martinez martines,
dupont dupond, lefebvre lefevre, schneider snyder, krueger kruger, fischer fisher, weber webber, taylor
tailor, sargsyan sarkisyan sarkisian, hovhannisyan oganesyan ohanyan, hakobyan akopov, petrovici petrovic,
popovici popovic, cohen kahn kahan kagan, shapira shapiro spiro, rosenberg rozenberg, rabinowitz
rabinovich, abramovich abramowicz, novak nowak, zelensky zelinsky, khachatryan khachaturyan
"""
