/** «Sendt fra min iPhone» in the languages in which telephones and mail programs write it. */
const SENT_FROM: readonly RegExp[] = [
  /^(?:sendt|sent) (?:fr[aå]|via|med|på) (?:min|mitt|mi|en|ein|et|mobil|telefon|nettbrett|iphone|ipad|android|samsung|galaxy|huawei|outlook|mail|e-?post|yahoo|windows|appen|proton|blackberry|[A-ZÆØÅ])/i,
  /^(?:få|hent|last ned|skaff deg|skaff|prøv) outlook (?:for|til|på)\b/i,
  /^(?:sendt|skickat) (?:fra|från|via|med) (?:min|mit|mitt|outlook|mail|yahoo|iphone|ipad|mobil)/i,
  /^(?:hämta|hent|hanki) outlook\b/i,
  /^get \[?outlook (?:for|on)\b/i,
  /^(?:sent|send) (?:from|via|with|by|using) (?:my|mobile|an?|the|i(?:phone|pad)|android|samsung|outlook|mail\b|\[mail\]|mailbox|yahoo|windows|airmail|gmail|proton|acompli|blackberry|galaxy|nine|spark|superhuman)/i,
  /^sent wirelessly (?:from|via)\b/i,
  /^from my (?:iphone|ipad|ipod|android|mobile|phone|cell)\b/i,
  /^(?:<<|\()\s*sent (?:by|from|via)\b/i,
  /^(?:\p{L}+ )?(?:via|from) mobile\s*$/iu,
  /^(?:von meinem|diese nachricht wurde von meinem|gesendet (?:von|mit|über)|holen sie sich outlook|outlook für)\b/i,
  /^(?:envoyé (?:depuis|de|à partir de|avec|sans fil)|obtenez outlook|télécharger outlook)(?=\s)/i,
  /^(?:enviado (?:desde|do|a partir do|con|de)|obtener outlook|obter o outlook|inviato da|scarica outlook|ottieni outlook)\b/i,
  /^(?:verzonden (?:vanaf|met|via|vanuit)|verstuurd vanaf|outlook voor|download outlook)\b/i,
  /^(?:lähetetty|wysłane z|wysłano z|odesláno z|odoslané z|poslano (?:z|s)|trimis de pe|iphone'?umdan|küldve|saadetud minu|отправлено (?:с|из)|надіслано (?:з|із)|στάλθηκε από)(?=\s|$)/i,
  /^(?:從我的|从我的|発信元|iphoneから送信|나의 iphone)/i,
];

/** «Sent from my desk, is much easier …» is a sentence. */
const SENTENCE = /(?<!\p{L})(?:is|are|was|were|har|er|ble|blir|kommer)(?!\p{L})/iu;

/** Does the line say only which telephone or program sent the mail? */
export function isMobileLine(line: string): boolean {
  if (line.length > 160) return false;
  const text = line.trim().replace(/^[*_]+/, '');
  return MAY_BE.test(text) && SENT_FROM.some(pattern => pattern.test(text)) && !SENTENCE.test(text);
}

/** One of the words that every such line has: most lines are not tried against all patterns. */
const MAY_BE =
  /sen[dt]|outlook|mobile|envoyé|enviado|inviato|skickat|ver(?:zonden|stuurd)|gesendet|meinem|iphone|from my|lähet|wysłan|odes|odos|poslano|trimis|küldve|saadetud|отправ|надіс|στάλ|我的|発信/i;
