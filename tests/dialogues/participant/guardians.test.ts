// A student under 18 and their legal representative: nothing goes on before the consent, everything after it, and
// nothing again once it is taken back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDigit } from '../../../engine/kernel/iin.ts';
import { giveGuardianConsent } from '../../../engine/people/guardian-consent.ts';
import { withdrawAsGuardian } from '../../../engine/people/guardians.ts';
import { people } from '../../../engine/people/store.ts';
import { auditFaults } from '../../../engine/store/audit.ts';
import { codesOf } from '../../support/credit/cast.ts';
import type { TranscriptChat } from '../../support/transcript/chat.ts';
import { by, Host, IIN } from './host.ts';

const BORN = '06.10.2008';
/** Of somebody born in 1980, and of somebody born in 2010. */
const ADULT = iinOf('80010140010');
const YOUNG = iinOf('10010150010');

let host: Host;
beforeEach(async () => {
  host = await Host.open();
});
afterEach(() => host.stage.close());

const secretIn = (chat: TranscriptChat): string => /start=([\w-]+)/.exec(chat.words)?.[1] ?? '';
const formIn = (chat: TranscriptChat): string => {
  const actions = (chat.shown.at(-1)?.message.buttons ?? []).flat().map(({ action }) => action);
  const open = actions.find((action) => 'url' in action);
  return open && 'url' in open ? (open.url.split('/').at(-1) ?? '') : '';
};
const give = async (secret: string, iin = ADULT, agreed = true) => {
  const given = await giveGuardianConsent(host.stage.ctx, secret, { iin, agreed });
  await host.stage.carryOn();
  return given.ok ? 'ok' : given.reasons.map((each) => each.code).join();
};

/** The guardian as far as the form. */
async function guardianWith(secret: string, id = '50'): Promise<TranscriptChat> {
  const guardian = host.chat(id);
  await guardian.say(`/start ${secret}`);
  await guardian.tap('ru');
  expect(guardian.keys).toContain('guardian:consent.credit');
  await guardian.tap('yes');
  await guardian.say('Мысалова Ана');
  await guardian.tap('guardian:relation.parent');
  expect(guardian.keys).toEqual(['guardian:form']);
  return guardian;
}

async function minor(): Promise<TranscriptChat> {
  const chat = await host.student('1', 'ru', BORN);
  expect(chat.keys).toEqual(['guardian:register.done']);
  return chat;
}

describe('a student under 18', () => {
  it('may do nothing before a representative has consented, and is told the way on', async () => {
    const chat = await minor();
    const project = await host.publish('Алгебра');
    for (const dialogue of ['find', 'book', 'accept', 'report-hours', 'send-report', 'identity']) {
      await chat.tapRaw(`go:credit.${dialogue}:${project}`);
      expect([dialogue, chat.keys]).toEqual([dialogue, ['guardian:needed']]);
      expect(chat.buttonKeys).toContain('guardian:button.invite');
    }
    await chat.say('/menu');
    expect(chat.keys).toEqual(['guardian:needed']);
    await chat.say('/mydata');
    expect(chat.buttonKeys).toContain('guardian:button.invite');
    await chat.tap('guardian:button.invite');
    expect(secretIn(chat)).toMatch(/^[a-z2-9]{32}$/);
  });

  it('goes on once the representative has consented; both hear of it', async () => {
    const chat = await minor();
    const guardian = await guardianWith(secretIn(chat));
    expect(await give(formIn(guardian))).toBe('ok');
    expect(chat.newest).toContain('Мысалова Ана');
    expect(guardian.newest).toContain('Үлгі Айгүл');
    await host.book(chat, await host.publish('Алгебра'));
    expect(chat.keys).toEqual(['credit:book.done']);
    const record = await people
      .on(host.stage.ctx.db)
      .findById(await host.personId('1'))
      .lean();
    expect(record?.guardian).toMatchObject({ relation: 'parent' });
    expect(record?.consents.at(-1)).toMatchObject({ asGuardian: true, givenBy: record?.guardian?.person });
    expect(JSON.stringify(record)).not.toContain(ADULT);
  });

  it('hears that the representative declined, who may think again', async () => {
    const chat = await minor();
    const secret = secretIn(chat);
    const guardian = host.chat('50');
    await guardian.say(`/start ${secret}`);
    await guardian.tap('kk');
    await guardian.tap('no');
    expect(guardian.keys).toEqual(['guardian:declined']);
    await host.stage.carryOn();
    expect(chat.newest).toContain('не дал согласия');
    await guardian.say(`/start ${secret}`);
    await guardian.tap('yes');
    await guardian.say('Мысалова Ана');
    await guardian.tap('guardian:relation.trustee');
    expect(await give(formIn(guardian))).toBe('ok');
  });

  it('needs nobody any more from the 18th birthday on', async () => {
    const chat = await minor();
    host.stage.clock.set('2026-10-05T18:59:00Z');
    await chat.say('/menu');
    expect(chat.keys).toEqual(['guardian:needed']);
    host.stage.clock.set('2026-10-05T19:00:00Z');
    await chat.say('/menu');
    expect(chat.keys).toEqual(['credit:menu.free']);
  });
});

describe('the consent of a representative', () => {
  it('is not the minor’s own, nor another minor’s, nor a second person’s', async () => {
    const chat = await minor();
    const secret = secretIn(chat);
    await chat.say(`/start ${secret}`);
    expect(chat.keys).toEqual(['guardian:reason.own-account']);
    const friend = await host.student('2', 'ru', '06.10.2009');
    await friend.say(`/start ${secret}`);
    expect(friend.keys).toEqual(['guardian:reason.is-minor']);
    await guardianWith(secret, '50');
    const another = host.chat('51');
    await another.say(`/start ${secret}`);
    await another.tap('en');
    expect(another.keys).toEqual(['common:reason.link-used']);
  });

  it.each([
    ['12345', true, 'common.iin-length'],
    [YOUNG, true, 'guardian.too-young'],
    [ADULT, false, 'guardian.not-agreed'],
  ])('is refused for IIN %s, agreed %s, and the form stays open', async (iin, agreed, code) => {
    const guardian = await guardianWith(secretIn(await minor()));
    const form = formIn(guardian);
    expect(await give(form, iin, agreed)).toBe(code);
    expect(await give(form)).toBe('ok');
    expect(await give(form)).toBe('common.link-used');
  });

  it('is refused for the minor’s own IIN', async () => {
    const chat = await minor();
    const { ctx } = host.stage;
    const id = await host.personId('1');
    await people.on(ctx.db).updateOne({ _id: id }, { $set: { iinHash: ctx.sealer.hash(IIN) } });
    expect(await give(formIn(await guardianWith(secretIn(chat))), IIN)).toBe('guardian.minors-iin');
  });

  it('given five times at once is one consent', async () => {
    const guardian = await guardianWith(secretIn(await minor()));
    const form = formIn(guardian);
    const all = await Promise.all(Array.from({ length: 5 }, () => give(form)));
    expect(all).toContain('ok');
    const record = await people
      .on(host.stage.ctx.db)
      .findById(await host.personId('1'))
      .lean();
    expect(record?.consents.filter((each) => each.asGuardian)).toHaveLength(1);
    expect(await auditFaults(host.stage.ctx, `people/${record?._id}`)).toEqual([]);
  });

  it('is taken back at any time: processing stops, until it is given again', async () => {
    const chat = await minor();
    const guardian = await guardianWith(secretIn(chat));
    await give(formIn(guardian));
    await host.book(chat, await host.publish('Алгебра'));
    await guardian.say('/menu');
    expect(guardian.keys).toEqual(['guardian:menu']);
    await guardian.tap('guardian:button.wards');
    await guardian.tap('guardian:button.withdraw');
    await guardian.tap('guardian:button.withdraw-now');
    expect(guardian.keys).toEqual(['guardian:withdraw.done']);
    await host.stage.carryOn();
    expect(chat.newest).not.toBe('');
    await chat.tapRaw('go:credit.find:');
    expect(chat.keys).toEqual(['guardian:needed']);
    await guardian.tapRaw('go:guardian.wards:');
    expect(guardian.keys).toEqual(['guardian:ward.over']);
    await chat.tap('guardian:button.invite');
    await guardian.say(`/start ${secretIn(chat)}`);
    await guardian.tap('yes');
    await guardian.tap('guardian:relation.parent');
    expect(await give(formIn(guardian))).toBe('ok');
    await chat.say('/menu');
    expect(chat.keys[0]).toMatch(/^credit:menu/);
  });

  it('nobody else can take it back', async () => {
    const chat = await minor();
    await give(formIn(await guardianWith(secretIn(chat))));
    const stranger = await host.student('3');
    await stranger.tapRaw(`go:guardian.withdraw:${await host.personId('1')}`);
    expect(stranger.keys).toEqual(['guardian:no-wards']);
    const ward = await host.personId('1');
    for (const other of [ward, await host.personId('3')])
      expect(codesOf(await withdrawAsGuardian(host.stage.ctx, by(other), ward))).toEqual([
        'common.not-allowed',
      ]);
  });
});

function iinOf(eleven: string): string {
  for (let n = 0; n < 10; n += 1) {
    const candidate = `${eleven.slice(0, 10)}${n}`;
    const digit = checkDigit(candidate);
    if (digit !== null) return `${candidate}${digit}`;
  }
  throw new RangeError(eleven);
}
