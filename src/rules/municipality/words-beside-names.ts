/** «Nordre», «indre»: with these before it a name is another place's («indre Namdal», «Ytre Osen»). */
export const DIRECTIONS = new Set(
  'nord sør øst aust vest nordre søndre søre østre austre vestre øystre øvre nedre indre ytre midtre midt store lille vesle'.split(
    ' ',
  ),
);

/** A word with a capital letter before a name that is no first name: «Postmottak Overhalla», «Hilsen Roan», «I Roan». */
export const NO_FIRST_NAMES = new Set(
  `postmottak postmottaket arkiv arkivet dokumentsenter dokumentsenteret servicetorg servicetorget servicekontor
servicekontoret innbyggertorg innbyggertorget regnskap økonomi økonomiavdelingen sentralbord resepsjon resepsjonen
kommunen kommune kommunane kommunene kommuner herad heradet rådmannen kommunedirektøren ordføreren ordføraren
formannskapet kommunestyret heradsstyret administrasjonen rådhuset kommunehuset avdeling enhet seksjon sektor etat
i på fra frå for til av hos ved med om og samt eller både men at når som da nå her der vi me oss dere kun bare også
hilsen helsing helsingar mvh vh hei hallo kjære svar vedr vedrørende angående ang gjelder sv re vs fw kopi mottaker
avsender vår vårt våre den det dette disse begge alle blant mellom mot etter under over uten utan innen hverken verken
svaret vedtak vedtaket særutskrift saksprotokoll protokoll tilbakemelding avtale avtalen brev brevet møte møtet
så derfor dermed derimot imidlertid likevel dessuten videre ifølge iflg jf jfr ja nei slutter sluttar`.split(/\s+/u),
);

/** What a municipality's name may be the first half of without meaning the municipality: «Røros hotell», «Namsos sykehus». */
export const OTHER_HOUSES = new Set(
  `hotell hotel hotellet sykehus sykehuset sjukehus sjukehuset sykehjem sjukeheim helsehus idrettslag fotballklubb sparebank
energi energiverk kraft kraftverk kraftlag videregående vidaregåande vgs skole skule ungdomsskole barneskole
folkehøgskole folkehøgskule museum bygdemuseum kirke kyrkje kirkelige kyrkjelege menighet sokn prestegjeld prosti
bispedømme lufthavn flyplass stadion stasjon kulturhus kino bibliotek avis blad næringsforening næringslag næringshage
regionråd regionrådet regionen tingrett tinghus politistasjon politidistrikt lensmannskontor sorenskriverembete
universitet universitetssykehus universitetssjukehus høgskole høyskole høgskule distrikt samfunnshus forsamlingshus
kurbad camping fjellstue konferansesenter kurs- boligbyggelag bygdelag pensjonistforening legesenter`.split(/\s+/u),
);

/** Office words after a name in Norwegian, South Sami, North Sami, Lule Sami and Kven. */
export const OFFICES = new Set(
  'kommune kommunes kommunen kommuner kommunar kommunene kommunane herad herads tjïelte gïelte suohkan gielda giella komuvdna kommuuni'.split(
    ' ',
  ),
);
