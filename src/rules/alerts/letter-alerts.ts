import { type Alert, alert } from './alert.ts';
import type { KnownState, Waiting } from './known-state.ts';

const HOUR = 3600;

/** Letters that a person must settle, each kind one alert however many there are. */
export function letterAlerts(state: KnownState): Alert[] {
  return [
    ...uncertainAlert(state.uncertain),
    ...rejectedAlert(state.rejected),
    ...comeBackAlert(state.comeBack),
    ...unwrittenAlert(state.troubles.unwritten),
    ...capAlert(state.cap),
  ];
}

function uncertainAlert(letters: Waiting | null): Alert[] {
  if (letters === null) return [];
  const one = letters.count === 1;
  const words = {
    title: `${letters.count} brev er ${one ? 'usikkert: ingen vet om det' : 'usikre: ingen vet om de'} gikk`,
    happened: `Forbindelsen ble brutt mens det siste ble overlevert. ${one ? 'Det' : 'De'} sendes ikke på nytt av seg selv.`,
    todo: 'Spør mottakeren eller se i Sendt, og bruk «purrebot settle-letter».',
  };
  // The copy in our own mailbox settles most of them within minutes.
  return [alert('letters-uncertain', 'attention', words, letters.since, { ...letters, patience: HOUR })];
}

function rejectedAlert(letters: Waiting | null): Alert[] {
  if (letters === null) return [];
  const words = {
    title: `${letters.count} brev ble avvist av e-posttjeneren`,
    happened: `${letters.count === 1 ? 'Det' : 'De'} prøves ikke igjen, og kommunen har ikke fått noe senere brev.`,
    todo: 'Se «purrebot status», rett adressen med «purrebot contact», og skriv til kommunen på nytt.',
  };
  return [alert('letters-rejected', 'attention', words, letters.since, letters)];
}

function comeBackAlert(letters: Waiting | null): Alert[] {
  if (letters === null) return [];
  const words = {
    title: 'Våre egne brev kommer tilbake til oss',
    happened: `${letters.count} brev er kommet tilbake mer enn to ganger på et døgn: trolig en videresending som går i ring.`,
    todo: 'Se hvem som videresender til postkassen, og stopp det.',
  };
  return [alert('letters-come-back', 'attention', words, letters.since, letters)];
}

function unwrittenAlert(letters: KnownState['troubles']['unwritten']): Alert[] {
  const all = [...letters.values()];
  const [since] = all.map(one => one.since).sort();
  if (since === undefined) return [];
  const words = {
    title: `${all.length} brev kan ikke skrives`,
    happened: [...new Set(all.map(one => one.why))].slice(0, 5).join(' '),
    todo: `Rett det som mangler. ${all.length === 1 ? 'Brevet' : 'Brevene'} går av seg selv etterpå.`,
  };
  const campaigns = [...new Set(all.map(one => one.campaignId))];
  return [alert('letters-unwritten', 'attention', words, since, { campaigns })];
}

function capAlert(cap: KnownState['cap']): Alert[] {
  if (cap === null) return [];
  const words = {
    title: `Taket på ${cap.letters} brev i døgnet er nådd`,
    happened: 'Resten av brevene venter til i morgen.',
    todo: 'Er det riktig at så mange går? Hvis ikke: «purrebot hold». Hvis ja: sett DAILY_CAP høyere.',
  };
  return [alert('daily-cap', 'attention', words, cap.since)];
}
