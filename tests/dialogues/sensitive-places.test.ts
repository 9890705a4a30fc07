// A personal number is caught wherever a person can write it, at both desks: the message goes, nothing of it is
// answered or kept, and where there is a secure form its button is offered.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../bot/dialogue/update.ts';
import { staffDesk } from '../support/credit/desks.ts';
import { validIin } from '../support/identity/numbers.ts';
import { Host, IBAN, IIN } from './participant/host.ts';

const file = {
  kind: 'document',
  id: 'f',
  size: 10,
  mime: 'application/pdf',
  name: 'a.pdf',
  group: null,
} as const;
const places: readonly (readonly [string, Input])[] = [
  ['a text', { kind: 'text', text: `мой ИИН ${IIN}` }],
  ['a caption', { kind: 'file', file, caption: IBAN }],
  ['the name of a file', { kind: 'file', file: { ...file, name: `ЖСН ${IIN}.pdf` }, caption: '' }],
  ['an edited message', { kind: 'unsupported', what: 'edited', written: `ИИН: ${IIN}` }],
  ['the name of a contact', { kind: 'contact', phone: '+77010000000', own: false, name: `Ата ${IIN}` }],
  ['an argument', { kind: 'command', name: 'status', argument: IIN }],
  ['an argument of /start', { kind: 'command', name: 'start', argument: IIN }],
  ['a command', { kind: 'command', name: IIN, argument: '' }],
];

let host: Host;
beforeAll(async () => {
  host = await Host.open();
});
afterAll(() => host.stage.close());

describe.each(places)('%s', (_place, input) => {
  it('at the participants’ desk', async () => {
    const chat = (await host.record('1').catch(() => null)) ? host.chat('1') : await host.student('1');
    await chat.send(input);
    expect(chat.turn?.removeOwn).toBe(true);
    expect(chat.keys).toContain('common:sensitive.removed');
    expect(chat.buttonKeys).toContain('common:button.open-form');
    expect(JSON.stringify(chat.turn)).not.toMatch(new RegExp(`${IIN}|${IBAN}`));
    await chat.tap('common:button.open-form');
    expect(chat.keys).toContain('credit:identity.first');
  });

  it('at the staff’s desk, and before anybody is known', async () => {
    for (const chat of [host.stage.talkTo(staffDesk, '900'), host.chat('nobody')]) {
      await chat.send(input);
      expect(chat.turn?.removeOwn).toBe(true);
      expect(chat.keys).toContain('common:sensitive.removed-no-form');
      expect(JSON.stringify(chat.turn)).not.toMatch(new RegExp(`${IIN}|${IBAN}`));
    }
  });
});

it('the secret of a link is no number of the person, whatever it looks like', async () => {
  const chat = host.chat('2');
  const secret = `abc${validIin(3).replace(/[01]/g, '2')}`.padEnd(32, 'x');
  await chat.send({ kind: 'command', name: 'start', argument: secret });
  expect(chat.turn?.removeOwn).toBe(false);
});
