/* What laws, schemes, taxes, funds and programmes are called. In the singular: a plural (subsidieregelingen) names
 * none. Under G4_WORD_OTHER the general words: a kaderwet may be any. */
#include "extract/endings.h"

const g4_word_list g4_instrument_words[] = {
    {G4_WORD_ACT,
     "=wet =wetsvoorstel =initiatiefwet =rijkswet =noodwet =initiatiefwetsvoorstel =kaderwet =verzamelwet"},
    {G4_WORD_LAW, "-wet =grondwet"},
    {G4_WORD_SCHEME,
     "-regeling =basisbeurs =lerarenbeurs =prestatiebeurs =tempobeurs =werkbonus =doorwerkbonus "
     "=loonkostensubsidie =loonkostensubsidies =huursubsidie -paspoort =statiegeld =bouwbesluit "
     "=activiteitenbesluit =schattingsbesluit"},
    {G4_WORD_TAX,
     "-belasting -heffing -taks -accijns -accijnzen =accijns =accijnzen -aftrek -vrijstelling =arbeidskorting "
     "=heffingskorting =ouderenkorting =combinatiekorting =kinderkorting =afdrachtskorting =afdrachtkorting "
     "=basiskorting =ouderschapsverlofkorting =jonggehandicaptenkorting =motorrijtuigenbelasting"},
    {G4_WORD_BENEFIT,
     "-toeslag huurtoeslagen zorgtoeslagen kinderopvangtoeslagen -bijslag bijstandsuitkering bijstandsuitkeringen "
     "werkloosheidsuitkering werkloosheidsuitkeringen arbeidsongeschiktheidsuitkering "
     "arbeidsongeschiktheidsuitkeringen nabestaandenuitkering zwangerschapsuitkering"},
    {G4_WORD_LEAVE, "-verlof"},
    {G4_WORD_FUND, "-fonds"},
    {G4_WORD_AGREEMENT,
     "-akkoord -verdrag -pact -convenant =verdrag =akkoord =convenant =pact =handvest =wetboek =conventie "
     "=overeenkomst =protocol"},
    {G4_WORD_EU_LAW, "-richtlijn -verordening =richtlijn =verordening"},
    {G4_WORD_PROGRAMME,
     "=programma =plan =agenda =strategie =visie =nota =aanpak =impuls =project =pilot =campagne "
     "=manifest =code =regeling =fonds =actieprogramma =actieplan =deltaplan =masterplan -agenda -strategie -visie "
     "-plan -programma -aanpak -impuls -budget -pilot =deal =deals =act =deltawerken"},
    {G4_WORD_QUOTABLE,
     "=lening -lening =garantie -garantie =korting -korting =bonus -bonus =initiatief =keurmerk -keurmerk =voucher "
     "-voucher =beleidsplan"},
    {G4_WORD_COMMITTEE, "=commissie staatscommissie adviescommissie =onderzoekscommissie =enquetecommissie"},
    {G4_WORD_REPORT, "=rapport =advies =eindrapport =adviesrapport =onderzoeksrapport -rapport -advies"},
    {G4_WORD_OTHER,
     /* laws */
     "strafwet natuurwet natuurwetten belastingwet basiswet verbodswet invoeringswet omzettingswet hoofdwet "
     "conceptwet wijzigingswet begrotingswet raamwet spoedwet conceptgrondwet gewonewet eenwet "
     /* schemes */
     "ontregeling overgangsregeling uitzonderingsregeling kaderregeling pensioenregeling klachtenregeling "
     "dienstregeling betalingsregeling omgangsregeling vergoedingsregeling subsidieregeling stimuleringsregeling "
     "schadevergoedingsregeling vredesregeling financieringsregeling arbeidsvoorwaardenregeling spaarregeling "
     "basisregeling investeringsregeling loonregeling rechtspositieregeling aflossingsregeling afbetalingsregeling "
     "afkoopregeling schuldregeling schuldenregeling voorschotregeling verlofregeling opvolgingsregeling "
     "garantieregeling verkeersregeling prijsregeling tegemoetkomingsregeling beschermingsregeling "
     "voorrangsregeling toegangsregeling voorkeursregeling aftrekregeling vakantieregeling afvloeiingsregeling "
     "compensatieregeling overheidsregeling inkomensregeling bezoekregeling meldingsregeling sponsorregeling "
     "geschillenregeling echtscheidingsregeling seizoensregeling claimregeling schaderegeling saneringsregeling "
     "terugkoopregeling bonusregeling winstdelingsregeling wettelijkeregeling "
     /* taxes */
     "overbelasting geluidsbelasting milieubelasting werkbelasting netbelasting piekbelasting taakbelasting "
     "stikstofbelasting fosfaatbelasting verkeersbelasting ontlasting opheffing ontheffing verheffing naheffing "
     "belastingheffing premieheffing accijnsheffing belastingaftrek renteaftrek premieaftrek strafaftrek "
     "belastingvrijstelling rentevrijstelling accijnsvrijstelling sollicitatievrijstelling proefverlof "
     "weekendverlof ziekteverlof "
     /* funds, agreements */
     "plafonds plafond rijksfonds overheidsfonds steunfonds bufferfonds risicofonds beleggingsfonds hedgefonds "
     "beursfonds investeringsfonds miljardenfonds broodfonds reservefonds spaarfonds garantiefonds waarborgfonds "
     "stimuleringsfonds compensatiefonds noodfonds handelsakkoord vrijhandelsakkoord vredesakkoord deelakkoord "
     "slotakkoord principeakkoord partnerschapsakkoord gedoogakkoord handelsverdrag vrijhandelsverdrag "
     "vredesverdrag raamverdrag investeringsverdrag belastingverdrag uitleveringsverdrag eu-verdrag vn-verdrag "
     "wapenverdrag warschaupact impact compact ouderschapsconvenant =eu-richtlijn kwaliteitsrichtlijn "
     "behandelrichtlijn beleidsrichtlijn noodverordening modelverordening eu-verordening "
     /* plans */
     "verkiezingsprogramma partijprogramma beginselprogramma conceptprogramma lesprogramma onderwijsprogramma "
     "tv-programma televisieprogramma regeringsprogramma bestemmingsplan leerplan bouwplan zorgplan behandelplan "
     "bedrijfsplan ouderschapsplan televisie revisie intervisie provisie divisie tunnelvisie levensvisie "
     "toekomstvisie langetermijnvisie langetermijnstrategie exitstrategie supervisie postcode broncode"},
    {G4_WORD_OTHER, NULL},
};
