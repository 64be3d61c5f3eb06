import type { Sender } from './campaign.ts';
import type { Findings } from './campaign-fault.ts';
import { readKeys, type Spellings } from './read-keys.ts';
import { readAddress, readText } from './read-values.ts';
import type { Written } from './written-value.ts';

const SENDER_KEYS: Spellings<keyof Sender> = {
  name: ['navn', 'name'],
  address: ['e-post', 'epost', 'email', 'address'],
  title: ['tittel', 'stilling', 'title'],
  unit: ['enhet', 'unit'],
  phone: ['telefon', 'tlf', 'phone'],
};

/** The person whose letters these are: name, address and unit must be there. */
export function readSender(value: Written | undefined, findings: Findings): Sender {
  const keys = readKeys(value ?? { kind: 'nothing', line: 1 }, SENDER_KEYS, 'avsender', findings);
  const line = value?.line ?? 1;
  if (keys === null) return { name: '', address: '', title: '', unit: '', phone: '' };
  const text = (key: keyof Sender, label: string) => readText(keys[key], `avsender: ${label}`, line, findings) ?? '';
  return {
    name: text('name', 'navn'),
    address: readAddress(keys.address, 'avsender: e-post', line, findings) ?? '',
    title: keys.title ? text('title', 'tittel') : '',
    unit: text('unit', 'enhet'),
    phone: keys.phone ? text('phone', 'telefon') : '',
  };
}
