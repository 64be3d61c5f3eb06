import { isSpoken } from './spoken.ts';

/** Closing phrases after which nothing but the sender's name stands. Norwegian, Danish, Swedish and Finnish first. */
const CLOSING: readonly string[] = [
  '(?:(?:med |ein |en )?(?:de |dei )?(?:vennlig|vennlige|venleg|venlege|vennleg|beste|bedste|gode|god|varme|hjertelig|hjerteleg|hjartelege?|kjærlig|kollegial|hilsningsfull)? ?(?:hilsen|hilsning|hilsner|hilsninger|helsing|helsingar|helsningar))',
  'm\\.? ?v\\.? ?h\\.?|v\\.?h\\.?|b\\.?h\\.?|k\\.?h\\.?|mvh|vh|kh|mbh',
  'med (?:venlig|kærlig|vänlig|vänliga|bästa|varm) (?:hilsen|hilsener|hälsning|hälsningar)|(?:venlig|kærlig|mange|bedste) hilsen(?:er)?|(?:vänlig|vänliga|bästa|varma|många)? ?(?:hälsning|hälsningar)|ystävällisin terveisin|parhain terveisin|terveisin|með kveðju|bestu kveðjur|kveðja',
  '(?:kind|best|warm|warmest|many) regards|regards|best wishes|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|respectfully',
  '(?:mit )?(?:freundlichen?|freundliche|besten?|herzlichen?|lieben?|viele|schöne|mit) ?(?:grüßen|grüssen|gruß|gruss|grüße|grüsse)|gruß|gruss|grüße|grüsse|mfg|hochachtungsvoll|met vriendelijke groeten?|met hartelijke groet|vriendelijke groeten?|hartelijke groeten?|groeten|groetjes|mvg',
  'cordialement|bien cordialement|bien à vous|sincères salutations|meilleures salutations|salutations|atentamente|(?:un cordial |un )?saludos?|saludos cordiales|cordialmente|cordiali saluti|distinti saluti|saluti|un saluto|atenciosamente|com os melhores cumprimentos|cumprimentos|abraços|cu stimă|cu respect|salutacions',
  'pozdrawiam|z poważaniem|z wyrazami szacunku|s pozdravem|s přátelským pozdravem|s pozdravom|pozdravem|srdačan pozdrav|lijep pozdrav|lep pozdrav|s poštovanjem|üdvözlettel|tisztelettel|saygılarımla|saygılarımızla|iyi çalışmalar|με εκτίμηση|с уважением|с наилучшими пожеланиями|з повагою|с уважение|lugupidamisega|parimate soovidega|pagarbiai|ar cieņu|此致|敬具|よろしくお願いします',
];

/** Thanks and cheers close a mail too, when the name follows; alone they are said. */
const THANKS =
  'thanks|thank you|many thanks|thanks again|thx|cheers|best|takk|takk skal du ha|tusen takk|på forhånd takk|på førehand takk|takk på forhånd|tak|på forhånd tak|tack|tack på förhand|danke|vielen dank|merci|merci beaucoup|gracias|grazie|obrigad[oa]|bedankt|dank|kiitos|dziękuję|děkuji|спасибо|дякую';

/** «Hilsen Kari», «Med hilsen Selbu kommune»: the name may follow on the same line. */
const CLOSING_LINE = new RegExp(
  `^[\\s*_]{0,8}(?:${CLOSING.join('|')})(?![\\p{L}\\p{N}])[,.!:*\\s]{0,5}(.{0,60})$`,
  'iu',
);
const THANKS_LINE = new RegExp(`^[\\s*_]{0,8}(?:${THANKS})[,.!*\\s]{0,5}(.{0,40})$`, 'iu');

/** «Hilsen til dere alle, vi deltar.» and «Thanks for your help» say something. */
const GOES_ON = /[.?!]\s+\p{L}|[?]|^(?:til|for|to)(?!\p{L})/iu;

/** The closing phrase that the line is: a real one, mere thanks, or none. */
export function signOffOf(line: string): 'closing' | 'thanks' | null {
  if (line.length > 100) return null;
  const closing = CLOSING_LINE.exec(line);
  if (closing !== null) return isNameRest(closing[1] ?? '') ? 'closing' : null;
  const thanks = THANKS_LINE.exec(line);
  return thanks !== null && isNameRest(thanks[1] ?? '') && !/^\p{Ll}/u.test(thanks[1] ?? '') ? 'thanks' : null;
}

function isNameRest(rest: string): boolean {
  return !GOES_ON.test(rest) && !isSpoken(rest);
}
