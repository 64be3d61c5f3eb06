import { isOfTheRegister } from '../register/open-register.ts';

/** What an error says of the register, in Norwegian; null when it says nothing of it. */
export function registerFault(error: unknown): { why: string; isDamaged: boolean } | null {
  if (!isOfTheRegister(error)) return null;
  const { code } = error as { code: string };
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return { why: `Registeret er skadet (${code}).`, isDamaged: true };
  const known: Record<string, string> = {
    SQLITE_FULL: 'Disken er full',
    SQLITE_BUSY: 'Et annet program holder registeret låst',
    SQLITE_READONLY: 'Filen er skrivebeskyttet',
  };
  const words = Object.entries(known).find(([start]) => code.startsWith(start))?.[1] ?? 'Disken svarer med en feil';
  return { why: `${words} (${code}).`, isDamaged: false };
}
