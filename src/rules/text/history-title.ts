/** Parts of the titles that stand between dashes above quoted or forwarded text: «Opprinnelig melding», «Doorgestuurd bericht». */
const BETWEEN_DASHES: readonly string[] = [
  // Norwegian, Danish, Swedish, Finnish, Icelandic
  'opprinnelig melding|opprinneleg melding|opphavleg melding|opphaveleg melding|opprinnelig e-post|oprinnelig melding|videresendt|vidaresend',
  'oprindelig meddelelse|oprindelig besked|oprindelig mail|ursprungligt meddelande|originalmeddelande|vidarebefordra|alkuperäinen viesti|välitetty viesti|upprunaleg|áframsent',
  // English, German, Dutch
  'original message|original e-mail|original mail|original appointment|reply message|forwarded message|forwarded by|ursprüngliche nachricht|ursprüngliche mail|originalnachricht|antwort nachricht|weitergeleitete|oorspronkelijk bericht|origineel bericht|doorgestuurd',
  // French, Spanish, Portuguese, Italian, Romanian, Catalan
  "message d'origine|message d’origine|message original|message initial|message transféré|message transmis|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|mensagem reencaminhada|messaggio originale|messaggio inoltrato|mesaj original|mesajul original|mesaj redirec|mesaj înaintat|missatge reenviat|missatge original",
  // Slavic, Baltic, Hungarian, Turkish, Greek
  'původní zpráva|přeposlaná|původní e-mail|pôvodná správa|preposlaná|izvorna poruka|proslijeđena|izvirno sporočilo|posredovano sporočilo|wiadomość oryginalna|oryginalna wiadomość|przekazana wiadomość|wiadomość przekazana|treść przekazanej',
  'исходное сообщение|пересылаемое|пересланное|перенаправленное|оригінальне повідомлення|переслане|пересилане|переадресоване|повідомлення, що пересилається|edastatud|algne sõnum|persiųst|eredeti üzenet|továbbított|özgün ileti|orijinal mesaj|iletilmiş|iletilen|yönlendirilmiş|yönlendirilen|αρχικό μήνυμα|προωθημένο μήνυμα',
  '原始邮件|转发邮件|转发的邮件|原始郵件|轉寄郵件|元のメッセージ|転送されたメッセージ|원본 메시지|전달된 메시지',
].flatMap(row => row.split('|'));

/** Titles that Apple Mail and MailMate write on a line of their own. */
const ON_ITS_OWN = new Set(
  [
    'videresendt melding|vidaresend melding|start på videresendt melding|opprinnelig melding|start på videresendt besked|videresendt besked|vidarebefordrat mejl|vidarebefordrat brev|välitetty viesti alkaa',
    'begin forwarded message|forwarded message|original message|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail|begin doorgestuurd bericht|doorgestuurd bericht',
    'début du message réexpédié|début du message transféré|inicio del mensaje reenviado|início da mensagem encaminhada|início da mensagem reencaminhada|inizio messaggio inoltrato|începutul mesajului redirecționat',
    'začátek přeposílané zprávy|začiatok preposlanej správy|započni proslijeđenu poruku|początek przekazywanej wiadomości|továbbított levél kezdete|iletilen ileti başlangıcı|начало переадресованного сообщения|початок листа, що пересилається',
  ].flatMap(row => row.split('|')),
);

/** Yahoo writes the whole header block behind the title, so only the beginning of the line is looked at. */
const BEGINNING = 120;

/** «-----Opprinnelig melding-----», also bold or with quote marks. */
export function isDashedTitle(line: string): boolean {
  const text = line.slice(0, BEGINNING).replace(/^[\s>*|]+/, '');
  if (!/^[-_=–—]{2}/.test(text)) return false;
  const title = lowerCase(text.replace(/^[-_=–—\s]+/, ''));
  return BETWEEN_DASHES.some(known => title.startsWith(known));
}

/** «Begin forwarded message:». It says nothing unless a header block follows. */
export function isTitleLine(line: string): boolean {
  if (line.length > BEGINNING) return false;
  return ON_ITS_OWN.has(lowerCase(line.replace(/^[\s>*|]+/, '').replace(/[\s:*]+$/, '')));
}

/** The Turkish «İ» would keep its dot as a sign of its own. */
function lowerCase(text: string): string {
  return text.toLowerCase().replaceAll('i\u0307', 'i');
}
