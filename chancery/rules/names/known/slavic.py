"""Slavic names, parted by commas; words between commas are spellings of one name."""

MEN = """
alexander aleksandr alexandr aleksander alexandre александр αλεξανδρος, aleksandar александар александър,
oleksandr олександр, alexei alexey aleksei aleksey alexej алексей, oleksiy oleksii олексій, anatoli
anatoly anatoliy anatolii анатолий анатолій, andrei andrey andrej андрей, andriy andrii андрій, anton
антон, antin, arkadi arkady arkadiy аркадий, artem artyom artiom артём, arseny arseni arsenii арсений,
afanasy afanasi афанасий, bogdan bohdan богдан, boris borys борис, borislav boryslav борислав, vadim vadym
вадим, valentin valentyn валентин, valeri valery valeriy valerii valerij валерий валерій, vasili vasily
vasile vasyli vassili vasilij vassily vassiliy василий василе, vasil vasyl василь васил, veniamin
вениамин, viktor victor виктор віктор βικτωρ, vitali vitaly vitaliy vitalii виталий віталій, vladimir
wladimir uladzimir владимир, volodymyr володимир, vladislav wladyslaw vladyslav владислав, vsevolod
всеволод, vyacheslav viacheslav viatcheslav vjaceslav вячеслав, gavriil гавриил, gennadi gennady gennadiy
hennadiy hennadii геннадий геннадій, georgi georgy georgiy georgii gueorgui georgij георгий георги, german
герман, gleb hlib глеб гліб, grigori grigory grigoriy grigorij григорий, hryhoriy hryhorii григорій, david
davyd давид, daniil danil даниил данил, danylo данило, denis denys денис, dmitri dmitry dmitriy dmitrii
dmitrij dimitri дмитрий, dmytro дмитро, evgeni yevgeni evgeny yevgeny evgeniy yevgeniy evgenii evgueni
евгений, yevhen yevhenii yevheniy євген євгеній, egor yegor егор, emelyan емельян, efim yefim ефим, zakhar
захар, ivan иван іван, ignat игнат, igor ihor игорь ігор, ilya ilia iliya ilja илья ілля illia, innokenti
иннокентий, iosif иосиф, yosyp йосип, kirill kyrylo kiril кирилл кирило, konstantin constantin konstantyn
kostiantyn kostyantyn константин костянтин, lev лев, lech лех, leonid леонид леонід, luka лука, makar
макар, maxim maksim maksym максим, mark марк, marko марко, matvei matvey матвей, mikhail mihail michail
mikhaïl михаил, mykhailo mykhaylo михайло, mykola микола, nikita nykyta никита, nikolai nikolay nikolaj
nicolai nikolaï николай, nikola никола, oleg oleh олег, ostap остап, pavel павел, pavlo павло, petr pyotr
piotr pjotr пётр, petro петро, petar петар петър, platon платон, rodion родион, roman роман, rostislav
rostyslav ростислав, ruslan руслан, svyatoslav sviatoslav святослав, semyon semen semion семён, sergei
sergey sergej sergii сергей serguei, serhiy serhii сергій, spartak, stanislav stanislaw станислав
станіслав, stepan степан, taras тарас, timofei timofey тимофей, timur тимур, trofim трофим, fedor fyodor
feodor fiodor фёдор, fedir федір, filipp филипп, foma фома, khariton, eduard edouard эдуард едуард, eldar,
ernest, yuri yury yuriy yurii iurii jurij youri iouri юрий юрій, yakov iakov яков, yan ян, yaroslav
iaroslav jaroslav jaroslaw ярослав, boyan bojan, branislav, dragan, dusan, goran, milan, milos, milorad,
miroslav myroslav, nebojsa, nenad, predrag, radovan, slobodan, tomislav, zoran, zeljko zhelyko, plamen,
krasimir, lyubomir lubomir, rumen, stoyan, svetoslav, tsvetan, hristo khristo христо, mateusz, maciej,
krzysztof, grzegorz, jerzy, andrzej, wojciech, tomasz, jakub, lukasz, pawel, marcin, michał, mieczyslaw,
zbigniew, radoslaw, slawomir, tadeusz, donald, bronislaw, jaromir, vaclav, zdenek, frantisek, miloslav,
lubos
"""

WOMEN = """
alexandra aleksandra александра, oleksandra олександра, alla алла, alina алина, alyona alena алёна,
albina, anastasia anastasiya anastasija anastasiia анастасия анастасія, anna анна, hanna ганна, antonina
антонина, valentina valentyna валентина, valeria valeriya valeriia валерия, varvara варвара, vasilisa,
vera віра вера vira, veronika veronica вероника, victoria viktoria viktoriya viktoriia виктория вікторія,
vladislava, galina halyna halina галина, daria darya daryna дарья дария, diana диана, evgenia yevgenia
yevgeniya evgeniya евгения, yevheniia yevhenia євгенія, ekaterina yekaterina iekaterina jekaterina
екатерина, kateryna катерина, elena yelena jelena елена, olena олена, elizaveta yelizaveta елизавета,
yelyzaveta єлизавета, zhanna жанна, zinaida зинаида, zoya зоя, inna инна, irina iryna ирина ірина, karina
карина, kira кира, klavdia клавдия, kristina krystyna кристина, ksenia kseniya xenia ксения, larisa larysa
лариса, lidia lidiya lydia лидия, lilia liliya лилия, lyubov liubov lioubov любовь, lyudmila liudmyla
ludmila lioudmila liudmila людмила, maya майя, margarita маргарита, marina maryna марина, maria mariya
mariia marija мария марія, nadezhda nadejda надежда, nadiya nadia надія, natalia natalya nataliya natalija
nataliia наталья наталия наталія, nina нина, oksana оксана, olga ольга, olha, olesya, polina полина, raisa
раиса, regina регина, rimma римма, svetlana svitlana светлана світлана, sofia sofya sofiya sophia софия
софья софія, tamara тамара, tatiana tatyana татьяна, tetiana tetyana тетяна, ulyana ульяна, faina фаина,
ella элла, elvira эльвира, emilia эмилия, yulia yuliya iulia julia yuliia юлия юлія, yana яна, jana,
ivana, snezhana, milica, dragana, katarzyna, malgorzata, agnieszka, ewa, zofia, joanna, magdalena, jadwiga
"""

FAMILIES = """
ivanov, petrov, sidorov, smirnov, kuznetsov, popov, vasilyev vasiliev васильев, vasilev василев, sokolov,
mikhailov, novikov, fedorov fyodorov, morozov, volkov, alexeev alekseev алексеев, lebedev, semenov
semyonov, egorov yegorov, pavlov, kozlov, stepanov, nikolaev nikolayev, orlov, andreev andreyev, makarov,
nikitin, zakharov, zaitsev zaytsev, solovyov soloviev, borisov, yakovlev, grigoriev grigoryev, romanov,
vorobyov vorobiev, sergeev sergeyev, frolov, alexandrov, dmitriev, korolev korolyov, gusev, kiselev
kiselyov, ilyin, maximov, polyakov, sorokin, vinogradov, kovalev kovalyov, belov, medvedev, antonov,
tarasov, zhukov, baranov, filippov, komarov, davydov, belyaev, gerasimov, bogdanov, osipov, sidorenko,
shevchenko, kovalenko, bondarenko, tkachenko, kravchenko, kovalchuk, oliynyk oliinyk, shevchuk, koval,
polishchuk, bondar, tkachuk, moroz, marchenko, lysenko, rudenko, savchenko, petrenko, kravchuk, klymenko,
pavlenko, ivanova, novak, putin poutine, medvedchuk, zelensky zelenskyy zelenskyi zelenskiy zelenskii
зеленский зеленський, gorbachev gorbachov gorbatschow gorbatchev горбачёв, khrushchev khrouchtchev
chruschtschow хрущёв, yeltsin eltsin eltsine jelzin ельцин, tchaikovsky tchaikovski chaikovsky чайковский,
dostoevsky dostoyevsky dostoevskij dostojewski достоевский, tolstoy tolstoi tolstoj толстой
"""
