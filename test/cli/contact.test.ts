import { describe, expect, it } from 'vitest';
import { addContact } from '../../src/cli/commands/contact.ts';
import { runningStory } from './running-story.ts';

describe('purrebot contact set', () => {
  it('sets the address from today and says which it replaces', async () => {
    const { run } = runningStory(addContact);
    const set = await run('contact', 'set', 'Agdenes', '--role', 'rådmann', '--address', 'Radmann@agdenes.example');
    expect(set).toMatchObject({ code: 0, told: expect.stringContaining('radmann@agdenes.example') });
    const again = await run('contact', 'set', 'Agdenes', '--role', 'postmottak', '--address', 'post@agdenes.example');
    expect(again.told).toContain('i stedet for postmottak@agdenes.kommune.example');
  });

  it.each([
    [['Hitra', '--role', 'ordfører', '--address', 'a@b.example'], 'ventet postmottak'],
    [['Hitraa', '--role', 'postmottak', '--address', 'a@b.example'], 'Mente du Hitra'],
    [['Hitra', '--role', 'postmottak', '--address', 'a@b.example;c@d.example'], 'én e-postadresse'],
    [['Hitra', '--role', 'postmottak'], 'address'],
  ])('explains %s', async (argv, words) => {
    const { run } = runningStory(addContact);
    const { code, told } = await run('contact', 'set', ...argv);
    expect(code).toBeGreaterThan(0);
    expect(told).toContain(words);
  });
});
