// A birth date that is not the IIN's: told and never refused, put right in the chat, and looked at by the operators
// where somebody may be a minor without a representative.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../../../engine/kernel/languages.ts';
import { birthDateDoubt, correctBirthDate } from '../../../engine/people/birth-date.ts';
import { people } from '../../../engine/people/store.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { renderText } from '../../../locales/texts.ts';
import { codesOf, newStaff } from '../../support/credit/cast.ts';
import { iinOf } from '../../support/identity/numbers.ts';
import { whatFollows } from '../../support/what-follows.ts';
import { by, Host } from './host.ts';

const NOW = new Date('2026-10-05T06:00:00Z');
const BORN_2005 = iinOf('0505145', 1);
const BORN_2010 = iinOf('1001015', 1);

describe('what an IIN says to a typed date', () => {
  it.each([
    ['the same', BORN_2005, '2005-05-14', 'none'],
    ['another day', BORN_2005, '2005-05-15', 'differs'],
    ['another century', iinOf('0505143', 1), '2005-05-14', 'differs'],
    ['typed a minor, an adult by IIN', BORN_2005, '2010-05-14', 'differs'],
    ['both minors', BORN_2010, '2010-01-02', 'differs'],
    ['typed an adult, a minor by IIN', BORN_2010, '2005-05-14', 'may-be-minor'],
    ['no date in the IIN', iinOf('0513145', 1), '2005-05-14', 'none'],
    ['no date asked', BORN_2005, null, 'none'],
  ])('%s', (_what, iin, typed, doubt) => {
    expect(birthDateDoubt(iin, typed, NOW)).toBe(doubt);
  });
});

describe('in the chat', () => {
  let host: Host;
  beforeEach(async () => {
    host = await Host.open();
  });
  afterEach(() => host.stage.close());

  const birthDate = async () =>
    (
      await people
        .on(host.stage.ctx.db)
        .findById(await host.personId('1'))
        .lean()
    )?.birthDate;

  const told = (doubt: string, language: Language): string =>
    renderText({ key: `credit:notice.birth-date.${doubt}` }, language);

  /** What operators are told of it. */
  async function toldToOperators(): Promise<readonly string[]> {
    const found: string[] = [];
    await relayOutbox(host.stage.ctx, people, async (event) => {
      if (event.type !== 'people.age-doubted') return;
      for (const notice of await whatFollows(host.stage.ctx, event))
        if ('to' in notice) found.push(notice.to);
    });
    return found;
  }

  it('says nothing where the two agree', async () => {
    const chat = await host.student();
    await host.giveIdentity('1', BORN_2005);
    expect(chat.newest).not.toContain('Дата рождения');
  });

  it.each(['kk', 'ru', 'en'] as const)(
    'in %s: tells of a difference, takes the right date',
    async (language) => {
      const chat = await host.student('1', language, '15.05.2005');
      await host.giveIdentity('1', BORN_2005);
      expect(chat.newest).toContain(told('differs', language));
      await chat.tapRaw('go:credit.birth-date:');
      expect(chat.keys).toEqual(['credit:birth-date.which']);
      await chat.say('16.05.2005');
      expect(chat.keys).toEqual(['credit:birth-date.corrected.differs']);
      await chat.tapRaw('go:credit.birth-date:');
      await chat.say('14.05.2005');
      expect(chat.keys).toEqual(['credit:birth-date.corrected.none']);
      expect(await birthDate()).toBe('2005-05-14');
      await host.giveIdentity('1', BORN_2005);
      expect(chat.newest).not.toContain(told('differs', language));
    },
  );

  it('an adult who may be a minor: nothing is refused, the operators are told', async () => {
    const { ctx } = host.stage;
    const operator = await newStaff(ctx, 'operator', [{ role: 'operator', scope: 'all' }]);
    const chat = await host.student();
    await host.giveIdentity('1', BORN_2010);
    expect(chat.newest).toContain(told('may-be-minor', 'ru'));
    const record = await people
      .on(ctx.db)
      .findById(await host.personId('1'))
      .lean();
    expect(record?.iinHash).toBe(ctx.sealer.hash(BORN_2010));
    await chat.tapRaw('go:credit.birth-date:');
    await chat.say('13.05.2005');
    expect(chat.keys).toEqual(['credit:birth-date.corrected.may-be-minor']);
    expect(await toldToOperators()).toEqual([operator.id]);
    await chat.tapRaw('go:credit.birth-date:');
    await chat.say('01.01.2010');
    expect(chat.keys).toEqual(['credit:birth-date.minor']);
    expect(chat.buttonKeys).toContain('guardian:button.invite');
    await chat.tapRaw('go:credit.find:');
    expect(chat.keys).toEqual(['guardian:needed']);
  });

  it('no minor makes themselves an adult, unless the IIN says so', async () => {
    const { ctx } = host.stage;
    const chat = await host.student('1', 'ru', '14.05.2010');
    await chat.tapRaw('go:credit.birth-date:');
    await chat.say('14.05.2005');
    expect(chat.keys).toEqual(['common:reason.birth-date-not-by-iin']);
    expect(await birthDate()).toBe('2010-05-14');
    await host.giveIdentity('1', BORN_2005);
    const id = await host.personId('1');
    expect(codesOf(await correctBirthDate(ctx, by(id), '2005-05-13'))).toEqual([
      'common.birth-date-not-by-iin',
    ]);
    expect(codesOf(await correctBirthDate(ctx, by(id), 'today'))).toEqual(['common.birth-date-unreadable']);
    await chat.tapRaw('go:credit.birth-date:');
    await chat.say('14.05.2005');
    expect(chat.keys).toEqual(['credit:birth-date.corrected.none']);
  });
});
