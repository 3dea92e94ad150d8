"""Georgian, Armenian and Greek names; parted by commas; words between commas are spellings of one name."""

GEORGIAN = """
akaki, aleksandre ალექსანდრე, amiran, archil, avtandil, bachana, badri, besarion, besik, bidzina, davit
დავით, dimitri დიმიტრი, eduard, eka, ekaterine, elene, gela, giga, giorgi გიორგი гиорги георгий, givi,
gocha, guram, ilia ილია, irakli, ivane ივანე, jaba, jumber, kakha, kakhaber, ketevan, khatia, koba,
konstantine კონსტანტინე, lado, lasha, levan ლევან, lia, lika, luka, maia, maka, mamuka, manana, mariam
მარიამ, merab, mikheil მიხეილ михеил, mikhail მიხაილ, nana, nani, natia, natela, nika, nikoloz, nino ნინო,
nodar, nona, nugzar, omar, otar, paata, petre, ramaz, revaz, rusudan, salome სალომე, sandro, shalva,
shota, sopio სოფიო, sulkhan, tamar თამარ, tamaz, tea, teimuraz, tengiz, tinatin, tornike, vakhtang, vano,
vasil, vazha, zaza, zurab, zviad
"""

ARMENIAN = """
aghasi, anahit անահիտ, andranik, ani, anush, ara, araik, aram արամ, ararat, arman, armen արմեն, arpine,
arsen, arshak, artak, artashes, artur arthur, arthur, ashot, astghik, avag, avetik, bagrat, davit դավիթ,
edvard, gagik, garegin, gayane, gevorg գևորգ, grigor գրիգոր, gurgen, hakob akop հակոբ акоп, hamlet гамлет,
hasmik асмик հասմիկ, hayk հայկ, hovhannes ованнес հովհաննես, hrant грант հրանտ, hripsime, karapet, karen,
karine, khachatur, khachik, levon լևոն, lilit, lusine, mariam, mesrop, mher, mikael միքայել, mkrtich,
naira, nairi, narek նարեկ, narine, nikol նիկոլ, nune, poghos, ruben, samvel, sargis սարգիս, sargsyan
саргсян սարգսյան, serzh սերժ, shushan, siranush, sona, suren, taron, tigran տիգրան, vagharshak, vahagn,
vahan, vahe, vano, vardan, varuzhan, vazgen, vigen, yervand ervand երվանդ, zaven, zohrab
"""

ARMENIAN_FAMILIES = """
abrahamyan абрамян, ambartsumyan hambardzumyan амбарцумян, arutyunyan harutyunyan haroutunian арутюнян,
avetisyan, grigoryan, hakobyan akopyan акопян, hayrapetyan айрапетян, hovhannisyan ованнисян, hovsepyan,
karapetyan, khachatryan хачатрян, khachaturyan хачатурян, kocharyan кочарян, manukyan, martirosyan,
mkrtchyan, nalbandyan, pashinyan, petrosyan, sahakyan саакян, sarkisian sarkisyan sarkissian саркисян,
simonyan, stepanyan, tonoyan, vardanyan
"""

GREEK = """
achilleas, alekos, alexandros, alexis, anastasios, anastasia, andreas, antonis, antonios, aristotelis,
athanasios, athina, charalambos haralambos haralampos, christos hristos, christina, chrysoula, dimitra,
dimitris, dimitrios, eirini irini, eleni, eleftherios, elpida, evangelia, evangelos vangelis evaggelos,
fotini, georgia, georgios, giannis yannis yiannis ioannidis γιαννης, giorgos yorgos yiorgos γιωργος,
grigoris, ioanna, ioannis, ilias elias, kalliopi, katerina, konstantinos, konstantina, kostas, kostis,
kyriakos, leonidas, loukas, manolis, maria, marina, michalis, michail, nikolaos, nikos, nikolas,
panagiotis panayiotis panayotis παναγιωτης, panagiota, paraskevi, pavlos, petros, prodromos, sofia,
sotiris, spyros, spyridon, stavros, stefanos, stelios, stylianos, thanasis, theodoros, theodora,
theofilos, thomas, vasileios vassilios vasilios, vasilis vassilis, vasiliki, xenia, yanis, zoi zoe ζωη
"""
