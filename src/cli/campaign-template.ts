/** What «campaign new» writes: every key with a word on what it is; the empty ones are the adviser's to fill. */
export function campaignTemplate(id: string, sender: string): string {
  return `---
# En henvendelse til kommunene. Fyll inn det som er tomt, og sjekk filen med «purrebot campaign check».
# Linjer som begynner med # er merknader og kommer ikke med i brevet.

# Kort navn uten æ, ø, å: står i svaradresser og filnavn.
id: ${id}

# Emnet i e-postene; det samme i alle brev, så arkivene finner dem igjen.
tittel:

# Vårt saksnummer, f.eks. 13/01746.
vår ref:

# tilslutning = slutte seg til en ordning, signatur = returnere en signert avtale
type: tilslutning

# Hva det koster. Fjern linjene hvis det ikke koster noe.
vilkår:
  # grunnbeløp: 10 000
  per innbygger: 3
  # Datoen folketallet gjelder for, f.eks. 1.1.2026.
  folketall:
  # år: 2027

# Svarfristen, f.eks. «torsdag 12. desember 2030». Ukedagen sjekkes.
frister:

# standard = påminnelser rundt fristen, som du godkjenner. ingen = bare runder du bestiller selv.
purreplan: standard

# Én kommune på hver linje, eller navnet på en CSV-fil («mottakere: mottakere.csv»).
# Adressen kan stå bak navnet: «- Hitra <postmottak@hitra.kommune.no>».
mottakere:

# Den brevene er fra.
avsender:
  navn: ${sender}
  e-post:
  # tittel: rådgiver
  enhet:
  # telefon: 00 00 00 00

# Filer ved siden av denne, som følger med alle brev.
# vedlegg:
#   - vedlegg/Saksframstilling.pdf

# Fullfører setningen «Vi ber Hitra kommune om å …».
oppfordring:
# oppfordring nynorsk:
---

<!-- Brevets egen tekst: hva saken gjelder, i noen korte avsnitt. Frist, beløp og svarmåte setter Purrebot inn selv.
     Felt du kan bruke: {kommune}, {andel}, {innbyggere}, {folketallsdato}, {frist}, {år}, {vår ref}.
     Skriv teksten på nynorsk under overskriften «## Nynorsk» når noen av kommunene har nynorsk som målform. -->
`;
}
