/** What a mail server or an office puts below (or above) every mail, each kind with words of its own. A paragraph is tried whole. */
const FOOTERS: readonly RegExp[] = [
  // Confidentiality, Norwegian: «Denne e-posten kan inneholde …», «Innholdet i denne e-posten …»
  /^\s*(?:Innhald(?:et)? i |Innholdet i )?(?:Denne|Denna|Dette|This)(?: e-?posten?| e-?mail| meldingen| meldinga| message| communication| dokumentet)?\b[^\n]{0,100}(?:kan|kun|er|vert|og|may|is|are|and|inneheld|inneholder|with)\b[^\n]{0,140}(?:ment for|meint for|tiltenkt|konfidensiel|fortrulig|fortroleg|taushets|teie|adressaten|mottak|underlagt|intended|confidential|privileged)/iu,
  /^\s*(?:Denne|Denna) (?:e-?posten?|meldingen|meldinga)\b[^\n]{0,80}(?:kan|kun|er|inneheld|inneholder)\b[^\n]{0,120}(?:informasjon)/iu,
  /^\s*(?:Innhold(?:et)?|Innhald(?:et)?|Informasjonen) i denne (?:e-?posten|meldingen|meldinga)\b/iu,
  /^\s*(?:Dersom|Hvis|Om|Har|Er) (?:du|denne|De)\b[^\n]{0,60}(?:mott[ae]\w*|rett\w*|mottakar|mottaker|adressat)[^\n]{0,80}(?:feil|feilaktig|ikkje|ikke|slett)/iu,
  /^\s*(?:If you (?:are not|have received|received)|The (?:information|contents?) (?:in|of|contained)|This e-?mail and any|CONFIDENTIAL(?:ITY)?\b|DISCLAIMER\b)/iu,
  // Openness and journals: «E-post til og fra kommunen er offentlig …»
  /^\s*(?:All |Alle )?(?:E-?post|Epost)(?:er|ar)? (?:til|sendt|send|som)\b[^\n]{0,80}(?:offent|journalf|innsyn|arkiv)/iu,
  /^\s*(?:All|Alle) e-?post[^\n]{0,60}(?:offentl|journalf|virus|kontroll)/iu,
  /^\s*(?:Vi gjør oppmerksom på|Ver merksam på|Vær oppmerksom på|Merk) at[^\n]{0,40}e-?post[^\n]{0,80}(?:offent|journalf|innsyn|arkiv|sensitiv|personopplysning)/iu,
  /^\s*(?:Ikke|Ikkje|Du (?:må|skal|bør) ikk(?:e|je)) (?:send|sende)\b[^\n]{0,40}(?:sensitiv|personopplysning|fødselsnummer|taushetsbelag|teiepliktig)/iu,
  /^\s*(?:Les|Sjå|Se)\b[^\n]{0,40}(?:personvernerklæring|personvernfråsegn|personopplysning)/iu,
  // The environment
  /^\s*(?:P )?(?:Ta vare på miljøet|Tenk (?:på )?miljø|Tenk grønt|Tenk deg om før|Må du skrive ut|Skriv (?:bare|berre|ikke|ikkje) ut|Ikk(?:e|je) skriv ut|Spar miljøet|Ver(?: så)? venleg å? ?tenk|Vis miljøansvar|Please (?:consider|think)[^\n]{0,30}(?:environment|print|tree))/iu,
  // Signed by a machine
  /^\s*(?:Dokumentet|Dette dokumentet|Brevet|Dette brevet|Vedtaket|Meldingen) er (?:elektronisk |digitalt )?(?:godkjen[dt]t?|signert|sendt)[^\n]{0,60}(?:elektronisk|digitalt|uten|utan|signatur|underskri)/iu,
  /^\s*(?:Dokumentet|Brevet) er elektronisk godkjen/iu,
  // Checked by a machine, and the banner that a mail server puts above a mail from outside
  /^\s*(?:Denne e-?posten (?:er|ble|vart) (?:kontrollert|skannet|sjekka|virus)|This e-?mail (?:has been|was) (?:scanned|checked)|Virus-?fri\b|Virus-free\b)/iu,
  /^\s*(?:\[?(?:EKSTERN|EXTERNAL|CAUTION|ADVARSEL|OBS!?|Advarsel|Caution)\b[\]: !-]*[^\n]{0,60}(?:e-?post|e-?mail|avsender|avsendar|sender|organi[sz]a)|Denne e-?posten (?:kommer|kjem|er sendt|er send) fr[aå] (?:en ekstern|ein ekstern|utenfor|utanfor)|Du får ikke ofte e-post fra|You don't often get email from)/iu,
];

/** The letters that at least one footer begins with; a paragraph is not tried against all of them. */
const MAY_BEGIN = /^\s*[[]?(?:P )?(?:d|i|h|o|e|a|m|v|t|s|p|c|b|l|n|y|u)/i;

/** Is this paragraph one that says nothing of the sender's own? */
export function isFooter(paragraph: string): boolean {
  if (!MAY_BEGIN.test(paragraph) || !WORDS.test(paragraph)) return false;
  const text = paragraph.slice(0, 1500);
  return FOOTERS.some(footer => footer.test(text));
}

/** Words of which every footer has one. */
const WORDS =
  /e-?post|e-?mail|melding|message|information|content|communication|miljø|grønt|skriv|environment|print|dokument|brevet|vedtaket|confidential|disclaimer|personvern|personopplys|virus|adressat|mottak|innhald|innhold|ekstern|external|received/i;
