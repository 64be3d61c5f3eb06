/** What a line of the header block above quoted text says. `sent` is a verb («Sendt»), which no memo has; `date` is not. */
export type HeaderField = 'from' | 'sent' | 'date' | 'to' | 'cc' | 'subject' | 'other';

/** The words that mail programs write before the colon, lower case: Norwegian first, then those of other languages. */
const LABELS: Readonly<Record<HeaderField, string>> = {
  from: 'fra|frå|avsender|avsendar|sendt av|from|afsender|från|avsändare|lähettäjä|frá|sendandi|von|absender|van|afzender|de|expéditeur|da|mittente|remitente|remetente|od|nadawca|odesílatel|odosielateľ|šalje|pošiljatelj|feladó|küldő|de la|expeditor|saatja|nuo|siuntėjas|kimden|gönderen|από|αποστολέας|от|от кого|отправитель|від|від кого|відправник|发件人|寄件者|寄件人|差出人|送信元|보낸 사람|보낸사람|từ|dari',
  sent: 'sendt|sent|skickat|lähetetty|gesendet|verzonden|envoyé|envoyé le|enviado|enviado el|enviado em|enviada|enviada em|inviato|wysłano|wysłane|odesláno|odoslané|poslano|elküldve|küldve|trimis|saadetud|saatmisaeg|išsiųsta|gönderildi|gönderilme tarihi|στάλθηκε|отправлено|надіслано|відправлено|изпратено|发送时间|寄件日期|傳送時間|送信日時|보낸 날짜',
  date: 'dato|date|datum|päivämäärä|päiväys|dagsetning|data|fecha|dátum|kuupäev|tarih|ημερομηνία|дата|日期|时间|日付|날짜|ngày|tanggal|message du',
  to: 'til|to|mottaker|mottakar|modtager|till|mottagare|vastaanottaja|an|aan|à|a|destinataire|para|destinatario|destinatário|do|adresat|komu|pre|prima|primatelj|za|címzett|către|catre|kellele|saaja|kam|kime|alıcı|προς|кому|收件人|收件者|宛先|받는 사람|받는사람|đến|kepada|ke',
  cc: 'kopi|kopi til|cc|bcc|blindkopi|kopia|kopio|kopie|copie|copie à|copia|cópia|dw|do wiadomości|kópia|kópie|másolat|másolatot kap|koopia|kopija|bilgi|κοιν|κοινοποίηση|копия|копія|抄送|副本|참조',
  subject:
    'emne|subject|ämne|aihe|efni|betreff|onderwerp|objet|asunto|assunto|oggetto|temat|předmět|predmet|naslov|zadeva|tárgy|subiect|teema|tema|konu|θέμα|тема|относно|主题|主旨|件名|제목|chủ đề|subjek',
  other:
    'svar til|svar-til|reply-to|antwort an|répondre à|gjelder|gjeld|vedlegg|vedlagt|viktighet|viktigheit|prioritet|følsomhet|attachments|importance|priority|sensitivity|wichtigkeit|anlagen|oppfølgingsflagg|flaggstatus|organization|mailing-list',
};

const FIELD_OF = new Map<string, HeaderField>(
  Object.entries(LABELS).flatMap(([field, labels]) =>
    labels.split('|').map((label): [string, HeaderField] => [label, field as HeaderField]),
  ),
);

/** A label is a few words at most: a colon further in belongs to a sentence. */
const MAX_LABEL = 30;

export interface HeaderLine {
  /** Null for a label that no list has. */
  field: HeaderField | null;
  value: string;
}

/** «*Fra:* Eva», «> Sendt: tirsdag», «Emne : x»: the line's label and what stands behind it; null when it has none. */
export function headerLineOf(line: string): HeaderLine | null {
  const start = afterMarks(line);
  const narrow = line.indexOf(':', start);
  const wide = narrow === -1 || narrow - start > MAX_LABEL ? line.indexOf('：', start) : -1;
  const colon = wide === -1 ? narrow : wide;
  if (colon <= start || colon - start > MAX_LABEL) return null;
  const label = line
    .slice(start, colon)
    .replace(/[*_\s]{1,10}$/, '')
    .toLowerCase();
  if (!/^\p{L}[\p{L}\p{M} '’.-]*$/u.test(label)) return null;
  return {
    field: FIELD_OF.get(label.normalize('NFC')) ?? null,
    value: line.slice(colon + 1, colon + 500).replace(/^[*_\s]+/, ''),
  };
}

/** Behind quote marks, bold marks and blanks. */
function afterMarks(line: string): number {
  let at = 0;
  while (at < line.length && MARKS.includes(line[at]!)) at++;
  return at;
}

const MARKS = ' \t>*_|\u00a0\ufeff';
