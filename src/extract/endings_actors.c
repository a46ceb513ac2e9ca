/* Nouns for people and bodies. What ends in one of them is one, but for the exceptions under G4_WORD_OTHER. */
#include "extract/endings.h"

const g4_word_list g4_actor_words[] = {
    {G4_WORD_PEOPLE,
     /* work and trade */
     "ondernemers ondernemer werkgevers werkgever werknemers werknemer medewerkers medewerker werkers -werker "
     "arbeiders arbeider ambtenaren ambtenaar bestuurders bestuurder leidinggevenden managers zelfstandigen "
     "zzp'ers zzp'er zzp-ers zzp-er mkb'ers mkb'er mkb-ers flexers freelancers vakmensen vaklieden vakmensen "
     "-krachten arbeidskrachten arbeidskracht uitzendkrachten uitzendkracht vakkrachten vakkracht leerkrachten "
     "leerkracht beroepskrachten oproepkrachten invalkrachten oproepkracht stagiairs stagiaires stagiair starters "
     "herintreders zij-instromers vrijwilligers vrijwilliger mantelzorgers mantelzorger mantelzorgvragers "
     "professionals professional opdrachtnemers opdrachtnemer bouwvakkers chauffeurs chauffeur monteurs piloten "
     "zeevarenden schippers "
     /* care, school, order */
     "artsen -arts specialisten medici verpleegkundigen verpleegkundige verzorgenden hulpverleners zorgverleners "
     "zorgverlener therapeuten psychologen apothekers verloskundigen tandartsen patienten patient clienten client "
     "leraren leraar docenten docent onderwijzers onderwijsassistenten leerlingen leerling scholieren scholier "
     "studenten student consulenten assistenten delinquenten architecten artiesten notarissen accountants "
     "kandidaten eigenaren handelaren pedagogen orthopedagogen biologen echtgenoten lotgenoten bondgenoten "
     "stedelingen minderheden bevolkingsgroepen inkomensgroepen risicogroepen doelgroepen ambtsdragers "
     "gezagsdragers imams beambten promovendi onderzoekers wetenschappers academici kunstenaars kunstenaar "
     "journalisten journalist agenten agent militairen militair veteranen veteraan reservisten rechters rechter "
     "advocaten advocaat officieren handhavers cipiers brandweerlieden -mensen conducteurs "
     /* position in life */
     "burgers burger inwoners inwoner bewoners bewoner omwonenden kinderen jongeren jongere ouderen senioren "
     "ouders pleegouder gastouder gezinnen -gezin huishoudens vrouwen mannen meisjes jongens moeders vaders "
     "grootouders pleegouders pleegkinderen weduwen baby's peuters kleuters pubers tieners jeugdigen minderjarigen "
     "volwassenen alleenstaanden eenoudergezinnen tweeverdieners alleenverdieners kostwinners huurders huurder "
     "kopers verhuurders huiseigenaren woningeigenaren woningbezitters huizenbezitters daklozen thuislozen "
     "werklozen consumenten consument klanten klant gebruikers belastingbetalers belastingbetaler spaarders "
     "kiezers kiezer gepensioneerden -plussers -plusser middengroepen lhbti'ers lhbtiq+'ers transgenders "
     "transpersonen "
     /* migration, law, religion */
     "migranten migrant immigranten allochtonen asielzoekers asielzoeker vluchtelingen vluchteling statushouders "
     "statushouder nieuwkomers nieuwkomer inburgeraars vreemdelingen vreemdeling expats derdelanders landgenoten "
     "nederlanders nederlander amsterdammers rotterdammers groningers limburgers friezen surinamers antillianen "
     "molukkers oekrainers palestijnen joden moslims christenen gelovigen slachtoffers slachtoffer daders dader "
     "gedetineerden verdachten verdachte veelplegers criminelen klokkenluiders nabestaanden sekswerkers "
     "prostituees drugsgebruikers verslaafden "
     /* land, road, sport */
     "boeren boer agrariers tuinders vissers visser veehouders telers akkerbouwers jagers fietsers fietser "
     "voetgangers automobilisten automobilist weggebruikers reizigers reiziger passagiers forenzen toeristen "
     "sporters topsporters bezoekers deelnemers omstanders politici raadsleden kamerleden statenleden wethouders "
     "wethouder burgemeesters burgemeester volksvertegenwoordigers volksvertegenwoordiger deskundigen "
     "ervaringsdeskundigen familieleden gezinsleden personeelsleden bestuursleden -cursisten gehandicapten "
     "dorpsgenoten buurtgenoten organisatoren coordinatoren curatoren senatoren"},
    {G4_WORD_PEOPLE_ERS, "-ers -aars -iers -eurs -isten -anten -ici -'ers"},
    {G4_WORD_PARTICIPLE,
     "werkenden werkzoekenden woningzoekenden -zoekenden -behoevenden -hebbenden -studerenden studerenden "
     "alleenwonenden -wonenden thuiswonenden samenwonenden leidinggevenden -gevenden zorgdragenden stervenden "
     "slechtzienden slechthorenden dementerenden andersdenkenden gedupeerden getroffenen gehandicapten "
     "gepensioneerden gedetineerden gediplomeerden afgestudeerden ongedocumenteerden uitgeprocedeerden "
     "gediscrimineerden getraumatiseerden gekwalificeerden -opgeleiden -geschoolden -geletterden "
     "arbeidsongeschikten arbeidsbeperkten -gerechtigden -gerechtigde -plichtigen laaggeletterden veroordeelden "
     "benadeelden gevangenen =zieken chronisch-zieken =armen minima subsidiairbeschermden staatlozen ongeletterden "
     "verslaafden mindervaliden hoogbegaafden thuiszitters ontheemden overlevenden draagkrachtigen"},
    {G4_WORD_FOLK, "=mensen =personen =degenen =lieden =groepen"},
    {G4_WORD_BODY,
     "bedrijven -bedrijf ondernemingen -onderneming organisaties -organisatie instellingen -instelling instanties "
     "-instantie instituten -instituut verenigingen -vereniging stichtingen bonden -bonden corporaties corporatie "
     "cooperaties -cooperatie maatschappijen verzekeringsmaatschappij ontwikkelingsmaatschappij "
     "luchtvaartmaatschappij energiemaatschappij spoorwegmaatschappij vliegmaatschappij uitzendbureaus "
     "uitzendbureau -adviesbureaus incassobureaus -bemiddelingsbureaus beveiligingsbureaus detacheringsbureaus "
     "multinationals concerns -concern banken -bank verzekeraars verzekeraar zorgverzekeraars aanbieders "
     "-aanbieder leveranciers -leverancier producenten producent fabrikanten fabrikant exploitanten exploitant "
     "supermarkten supermarkt "
     "ontwikkelaars investeerders investeerder beleggers uitgevers omroepen -omroep providers platformbedrijven "
     "techbedrijven techreuzen winkeliers winkelier retailers vervoerders vervoerder netbeheerders netbeheerder "
     "-beheerders -beheerder toezichthouders toezichthouder uitvoerders opdrachtgevers opdrachtgever schuldeisers "
     "kredietverstrekkers geldverstrekkers hypotheekverstrekkers zorgkantoren zorgkantoor trustkantoren "
     "accountantskantoren pensioenfondsen pensioenfonds ziekenfondsen ziekenfonds pensioenuitvoerders startups "
     "start-ups scale-ups scaleups -partijen -besturen schoolbestuur gemeentebestuur provinciebestuur "
     "waterschapsbestuur stadsbestuur clubbestuur -clubs huisartsenpraktijken wijkteams wijkteam buurtteams "
     "koepels -koepels vakbonden werkgeversorganisaties hedgefondsen mkb familiebedrijven"},
    {G4_WORD_PLACE_BODY,
     "scholen school hogescholen universiteiten universiteit ziekenhuizen ziekenhuis verpleeghuizen verpleeghuis "
     "verzorgingshuizen verzorgingshuis bibliotheken musea theaters kerken moskeeen -landen lidstaten lidstaat "
     "buurlanden steden kinderdagverblijven asielzoekerscentra voedselbanken"},
    {G4_WORD_PUBLIC,
     "gemeenten gemeente provincies waterschappen overheden overheid gemeenteraden -inspectie inspecties "
     "-autoriteit autoriteiten -agentschap agentschappen wijkraden dorpsraden -omgevingsdiensten hulpdiensten "
     "veiligheidsdiensten inlichtingendiensten inlichtingendienst opsporingsdiensten opsporingsdienst "
     "overheidsdiensten inspectiediensten uitvoeringsdiensten gezondheidsdiensten belastingdienst "
     "-veiligheidsregio's recherche bestuursorganen toezichthouders rekenkamers rekenkamer ombudsman consulaten "
     "ambassades rechtbanken rechtbank -politie ondernemingsraden ondernemingsraad medezeggenschapsraden "
     "medezeggenschapsraad clientenraden -adviesraden"},
    {G4_WORD_SECTOR,
     "=sectoren =sector -sector -sectoren =branches =branche -branche -branches =detailhandel =retail =horeca "
     "=maakindustrie =industrie =amateursport =onderwijsveld"},
    {G4_WORD_OTHER,
     /* -ers, -aars, -isten and -anten that are no people; "=" where people end in the same letters */
     "computers cijfers kamers nummers letters meters liters centers clusters filters registers kaders =koers "
     "pijlers zenders akkers kelders polders oevers dossiers ateliers steigers vouchers scooters brommers posters "
     "=masters winters zomers vingers buffers roosters folders theaters vlinders tijgers legers containers "
     "scanners boilers kotters planners sprinters =pers =divers =vers =immers =elders =anders =ieders eenieders "
     "=schaars =elkaars =offers =verkeers =vervoers =heers =beheers schouders schouder trekkers =wijzers "
     "richtingwijzers =dragers energiedragers geluidsdragers meevallers tegenvallers tegen-vallers =missers "
     "blunders vergisters -bemesters -wassers vleesvervangers straaljagers =peilers =tankers servers browsers "
     "routers bunkers helikopters papers =luiers vijvers =emmers =bekers trailers thermometers omvormers "
     "converters kwartiers banners zolders =paars -jaars =laars =aars =raars =naars =keers =partners stakeholders "
     "=slagers flyers vliegers wekkers newsletters parameters =zekers =wilders =lubbers =rutgers =beurs -beurs "
     "=keurs =eurs =vereisten =christen =listen =misten =wisten =isten =visten schatkisten =kisten =verkwisten "
     "=betwisten planten -planten =kanten zijkanten schaduwkanten kranten varianten convenanten -convenanten "
     "giganten olifanten =voortplanten fazanten =granten =wanten =tanten =laici outsiders insiders =toppers "
     "=koplopers =voorlopers grazers kiloknallers =hangers aanhangers slapers laatbloeiers =stoppers =ders =ters "
     "=gers =mers =kers =lers =ners =fers =sers =vers onderzeeers -blussers =stijgers =markers =slingers transfers "
     "=orders =ankers oldtimers tweewielers westers tegenhangers drukpers =otters trawlers slagaders kwelders "
     "suikers stickers =powers bestuivers medelanders =zorgers officers rentmeesters =makers =spelers =leiders "
     "=houders =gevers =nemers =vragers =zoekers =denkers =werkers =plegers =dienders =bouwers =uitbuiters "
     "=vernieuwers =beginners =woners =voners hamburgers cheeseburgers "
     /* people, bodies: others that end like them */
     "verleden geleden overleden vertrouwen wantrouwen bemannen ontmannen hinderen verouderen verzieken omarmen "
     "reorganisaties reorganisatie tentoonstellingen voorstellingen =organisatie =instelling =onderneming "
     "=vereniging =bestuur ondernemingsbestuur zelfbestuur =besturen inlichtingen ontbonden verbonden -gebonden "
     "wonden avonden gezonden gevonden ondervonden vergaderingen databanken databank biobanken zandbanken "
     "schoolbanken zitbanken oesterbanken collegebanken beklaagdenbank doggersbank klaverbank toonbank beeldbank "
     "kennisbank vacaturebank =bank waterpartijen scheldpartijen vechtpartijen schietpartijen jachtpartijen aarts "
     "bijscholen omscholen nascholen verscholen eilanden belanden weilanden graslanden =nederlanden =landen "
     "hooilanden aanlanden hoofdsteden besteden aanbesteden uitbesteden binnensteden verhuizen reagenten "
     "marktkrachten tegenkrachten natuurkrachten drijfkrachten strijdkrachten luchtstrijdkrachten =krachten =gezin "
     "huursector koopsector woningsector dienstensector marktsector inzinnen bezinnen verzinnen"},
    {G4_WORD_OTHER, NULL},
};
