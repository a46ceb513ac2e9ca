/* Words that stand around names: closed classes, and the adjectives that say which people or bodies are meant. */
#include "extract/endings.h"

const g4_word_list g4_small_words[] = {
    {G4_WORD_ARTICLE, "=de =het =een =den =der =des ='t"},
    {G4_WORD_DETERMINER,
     "=deze =die =dit =dat =alle =elke =elk =iedere =ieder =onze =ons =hun =haar =zijn =mijn =jouw =uw =je =veel "
     "=vele =meer =minder =weinig =meeste =sommige =enkele =andere =beide =geen =genoeg =voldoende =zoveel =zulke "
     "=dergelijke =zo'n =welke =steeds =twee =drie =vier =vijf =zes =zeven =acht =negen =tien =honderd =duizend "
     "=miljoen =honderden =duizenden =tienduizenden =honderdduizenden =miljoenen =allerlei =bepaalde "
     "=verschillende =diverse =overige =zelfde =dezelfde =hetzelfde =eigen"},
    {G4_WORD_AND, "=en =of =en/of =& =noch"},
    {G4_WORD_PLACE_IN,
     "=in =op =binnen =buiten =uit =naar =vanuit =per =tussen =rond =rondom =langs =nabij =naast =onder =boven"},
    {G4_WORD_PREPOSITION,
     "=aan =bij =door =met =over =tegen =tot =van =voor =zonder =om =na =sinds =via =volgens =namens =vanwege "
     "=wegens =ondanks =tijdens =richting =jegens =gedurende =omtrent =inzake =ter =ten =te =ter =tussen =onderaan"},
    {G4_WORD_VERB,
     "=is =zijn =was =waren =wordt =worden =werd =werden =heeft =hebben =had =hadden =kan =kunnen =kon =konden "
     "=moet =moeten =moest =moesten =mag =mogen =mocht =mochten =wil =willen =wilde =wilden =zal =zullen =zou "
     "=zouden =gaat =gaan =ging =gingen =komt =komen =kwam =kwamen =krijgt =krijgen =kreeg =kregen =blijft "
     "=blijven =bleef =bleven =doet =doen =deed =deden =laat =laten =liet =lieten =maakt =maken =maakte =staat "
     "=staan =ligt =liggen =geeft =geven =gaf =gaven =neemt =nemen =nam =namen =houdt =houden =hield =stelt "
     "=stellen =stelde =biedt =bieden =dient =dienen =hoeft =hoeven =vindt =vinden =ziet =zien =zit =zitten =zet "
     "=zetten =zorgt =zorgen =werkt =werken =leidt =leiden =vraagt =vragen =brengt =brengen =betaalt =betalen "
     "=verdient =verdienen =leeft =leven =woont =wonen =voert =voeren =regelt =geldt =gelden =valt =vallen =weet "
     "=weten =helpt =helpen =begint =beginnen =verplicht =verbiedt =maakten =treedt =treden =vervalt =vervallen "
     "=verdwijnt =verdwijnen =biedt =draagt =dragen =loopt =lopen =richt =richten =schrijft =spreekt =steunt "
     "=steunen =versterkt =versterken =verbetert =verbeteren =beschermt =beschermen =bepaalt =bepalen =lijkt =heet "
     "=heten =betekent =kiest =kiezen =hoort =horen =rekent =rekenen =scheidt =verandert =veranderen =verhuist "
     "=vormt =vormen =waarborgt =kijkt =aanpassen =afschaffen =intrekken =invoeren =uitbreiden =uitvoeren =herzien "
     "=verruimen =vereenvoudigen =afgeschaft =aangepast =ingevoerd =ingetrokken =uitgebreid =gewijzigd =herzien "
     "=gesplitst =opgeheven =aangenomen =toegepast =nagekomen =gehandhaafd =geschrapt =verhoogd =verlaagd "
     "=verbeterd =verdiept =verbreed =verlengd"},
    {G4_WORD_BREAK,
     "=af =toe =mee =weg =voort =terug =vast =dat =die =dan =als =dus =maar =want =omdat =zodat =doordat =terwijl "
     "=hoewel =indien =wanneer =toen =waar =waarin =waarbij =waardoor =waarmee =waarvan =waarop =waaronder "
     "=waarvoor =waarvoor =wie =wat =hoe =waarom =ook =niet =nog =nu =al =er =hier =daar =daarom =daarmee =daarbij "
     "=daardoor =daarvoor =daarnaast =hiervoor =hierbij =hiermee =zich =ze =zij =hij =wij =we =ik =jij =men =hen "
     "=hem =zelf =elkaar =alleen =juist =zeer =heel =goed =beter =best =vaak =altijd =nooit =soms =weer =opnieuw "
     "=snel =sneller =direct =volledig =structureel =extra =zoals =wel =toch =echt =steeds =verder =eerst =samen "
     "=bijvoorbeeld =vooral =ten =immers =echter =tevens =mogelijk =verantwoordelijk =nodig =vooruit =zeker "
     "=minstens =uiterlijk =jaarlijks =kracht =voortaan =hierin =daarin =hiervan =daarvan =hierdoor"},
    {G4_WORD_QUALIFIER,
     "=nederlandse =niet-nederlandse =europese =niet-europese =buitenlandse =internationale =nationale =landelijke "
     "=regionale =lokale =plaatselijke =gemeentelijke =provinciale =private =particulier =militair =illegaal "
     "=ouder =particuliere =publieke =commerciele =maatschappelijke =sociale =culturele =religieuze =politieke "
     "=wetenschappelijke =medische =agrarische =biologische =industriele =vervuilende =kleine =grote =middelgrote "
     "=kleinere =grotere =jonge =jongere =oude =oudere =bejaarde =minderjarige =meerderjarige =volwassen =werkende "
     "=werkloze =werkeloze =dakloze =thuisloze =zieke =chronisch =ernstig =psychisch =lichamelijk =verstandelijk "
     "=gehandicapte =arbeidsongeschikte =laaggeletterde =hoogopgeleide =laagopgeleide =hoger =lager =praktisch "
     "=theoretisch =opgeleide =geschoolde =ongeschoolde =alleenstaande =zwangere =kwetsbare =arme =rijke "
     "=welgestelde =vermogende =zelfstandige =startende =illegale =afgewezen =uitgeprocedeerde =erkende =kansarme "
     "=kansrijke =criminele =verwarde =demente =dementerende =eenzame =gedupeerde =getroffen =gepensioneerde "
     "=aanstaande =vrouwelijke =mannelijke =homoseksuele =transgender =joodse =islamitische =christelijke "
     "=allochtone =autochtone =niet-westerse =westerse =gevestigde =tweetalige"},
    {G4_WORD_OFFICE,
     "=minister =ministers =ministerie =ministeries =staatssecretaris =staatssecretarissen =bewindspersoon "
     "=bewindspersonen =bewindslieden =bewindsman =bewindsvrouw =departement =departementen =min =oud-minister "
     "=oud-ministers =oud-staatssecretaris =ex-minister"},
    {G4_WORD_OTHER, NULL},
};
