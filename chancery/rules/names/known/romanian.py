"""Romanian given and family names, parted by commas; words between commas are spellings of one name."""

MEN = """
adrian, alexandru, alin, anatolie, anghel, anton, apostol, augustin, aurel, aurelian, bogdan, calin,
catalin, cezar, ciprian, claudiu, constantin, corneliu, cornel, cosmin, costel, costin, cristian, crin,
dan, daniel, darius, david, decebal, denis, dimitrie, dinu, dorel, dorin, doru, dragos, dumitru, eduard,
emanuel, emil, eugen, eusebiu, felix, filip, flaviu, florea, florian, florin, gabriel, gavril, george,
georgian, gelu, gheorghe, gheorghi, ghita, grigore, horatiu, horia, ieremia, iacob, ilarion, ilie, ion,
ioan, ionel, ionut, iosif, iulian, iuliu, iuri, laurentiu, leon, leonard, liviu, luca, lucian, lucretiu,
marcel, marcu, marian, marin, marinel, marius, matei, mihai, mihail, mihnea, mircea, miron, nae, nelu,
neculai, nichita, nicolae, nicu, nicusor, octavian, ovidiu, pantelimon, paul, pavel, petre, petrica,
petru, pompiliu, radu, rares, raul, razvan, remus, robert, romeo, romulus, sabin, sandu, sebastian,
septimiu, serban, sergiu, silviu, simion, sorin, stan, stefan, stelian, teodor, theodor, tiberiu, toma,
traian, tudor, valentin, valeriu, valer, vasile, victor, viorel, virgil, vlad, vladut, zaharia
"""

WOMEN = """
adela, adina, adriana, alexandra, alina, amalia, ana, anca, andra, andreea, anghelina, antonia, aurelia,
aurica, bianca, camelia, carmen, catalina, cecilia, clara, claudia, constanta, corina, cornelia, cristina,
dana, daniela, delia, denisa, diana, doina, dorina, ecaterina, elena, eleonora, elisabeta, emilia,
eugenia, felicia, floarea, florentina, florica, gabriela, georgeta, georgiana, gina, ileana, ilinca,
ioana, ionela, irina, iuliana, laura, lavinia, lia, liliana, livia, loredana, lucia, lucretia, luminita,
magdalena, marcela, margareta, maria, mariana, maricica, marilena, marina, marinela, marioara, mihaela,
mirela, mioara, monica, nadia, natalia, nicoleta, oana, olivia, otilia, paraschiva, paula, petronela,
raluca, ramona, rodica, roxana, ruxandra, sabina, sanda, silvia, simona, smaranda, sorina, stefania,
stela, steliana, tatiana, teodora, valentina, valeria, vasilica, veronica, victoria, violeta, viorica, zoe
"""

FAMILIES = """
popa, popescu, popovici, ionescu, ionita, radu, dumitrescu, dumitru, stoica, stan, gheorghe, gheorghiu,
georgescu, gheorghescu, matei, ciobanu, rusu, constantinescu, constantin, marin, marinescu, mihai,
mihailescu, serban, lazar, florea, dobre, barbu, tudor, tudorescu, diaconu, moldovan, moldoveanu,
munteanu, ungureanu, oprea, petrescu, petrovici, vasilescu, vasiliu, nicolescu, nicolae, dinu, iliescu,
iordache, iordanescu, georgiu, stanescu, stefanescu, cristea, cristescu, manole, manolescu, neagu,
nastase, nistor, sandu, suciu, toma, voicu, voinea, voiculescu, zamfir, zamfirescu, albu, antonescu,
andreescu, basescu băsescu, ceausescu ceaușescu, ciolacu, ciuca, iohannis, nedelcu, dragomir, enache,
filip, grigore, grigorescu, ilie, lupu, lupescu, lungu, mocanu, olteanu, paun, pavel, rotaru, simion,
simileanu, tanase, titulescu, toader, tanasescu, toiu, turcanu, ursu, vlad
"""
