import { describe, expect, it } from 'vitest';
import { changeContact } from '../../src/jobs/change-contact.ts';
import { closeCampaign } from '../../src/jobs/close-campaign.ts';
import { caseById } from '../../src/register/cases.ts';
import { contactsOn } from '../../src/register/contacts.ts';
import { journalOfCase } from '../../src/register/journal.ts';
import { runningStory } from './running-story.ts';

const NEW = { role: 'postmottak', name: '', address: 'Post@Hitra.Kommune.Example' } as const;

describe('a new address', () => {
  it('replaces the old one from today and is noted on the case', () => {
    const { register, act, caseOf } = runningStory('Hitra');
    const { municipalityId } = caseById(register, caseOf('Hitra'))!;
    expect(changeContact(register, { ...NEW, municipalityId }, act)).toEqual({
      before: ['postmottak@hitra.kommune.example'],
      campaigns: ['2013-samhandling'],
    });
    const on = (date: string) =>
      contactsOn(register, municipalityId, date)
        .filter(one => one.role === 'postmottak')
        .map(one => one.address);
    expect(on('2014-03-03')).toEqual(['post@hitra.kommune.example']);
    expect(on('2014-03-02')).toEqual(['postmottak@hitra.kommune.example']);
    expect(journalOfCase(register, caseOf('Hitra')).at(-1)).toMatchObject({
      event: 'contact-set',
      role: 'postmottak',
      address: 'post@hitra.kommune.example',
    });
  });

  it('is refused when it is no plain address, with what to do', () => {
    const { register, act, caseOf } = runningStory('Hitra');
    const { municipalityId } = caseById(register, caseOf('Hitra'))!;
    for (const address of [
      'hitra',
      'a@b.example, c@d.example',
      'post@frøya.example',
      'x@y.example\r\nBcc: z@z.example',
    ]) {
      const result = changeContact(register, { ...NEW, municipalityId, address }, act);
      expect(result, address).toMatchObject({ refused: expect.stringContaining('--address') });
    }
  });

  it('is kept, with its journal line, when the municipality has no running case', () => {
    const { register, act, caseOf, campaign } = runningStory('Hitra');
    const { municipalityId } = caseById(register, caseOf('Hitra'))!;
    closeCampaign(register, campaign, act);
    expect(changeContact(register, { ...NEW, municipalityId }, act)).toMatchObject({ campaigns: [] });
    expect(register.prepare("SELECT actor FROM journal WHERE event = 'contact-set'").pluck().all()).toEqual([act.by]);
  });
});
