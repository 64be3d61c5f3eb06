/** One address that every mail server takes: ASCII, one @, a dotted domain. Stricter than RFC 5322 on purpose. */
const ADDRESS =
  /^[a-z0-9](?:[a-z0-9.!#$%&'*+/=?^_{|}~-]*[a-z0-9_+-])?@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

/** Whether it is exactly one plain e-mail address. */
export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text) && !text.includes('..');
}

/** What is wrong with it, for «fant …» and what to do. */
export function addressFault(text: string): { expected: string; found: string; whatToDo: string } {
  const found = text === '' ? 'ingenting' : `«${text}»`;
  if ((text.match(/@/g)?.length ?? 0) > 1) {
    return {
      expected: 'én e-postadresse',
      found: `flere: ${found}`,
      whatToDo: 'Behold én adresse her. En annen kan stå som kontakt.',
    };
  }
  if (/[^ -~]/.test(text)) {
    return {
      expected: 'en e-postadresse uten æ, ø, å',
      found,
      whatToDo: 'Skriv adressen slik postsystemet har den, for eksempel med o for ø.',
    };
  }
  return {
    expected: 'en e-postadresse',
    found,
    whatToDo: 'Skriv den som postmottak@kommunen.kommune.no, uten mellomrom og navn.',
  };
}
