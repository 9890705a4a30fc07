// The words of a merge, as both sides read them: the form says how it goes on and nothing of the other person, the card
// is answered once, and every end is told to whoever waits for it.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { identityForm } from '../../../api/forms/identity.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { demoOperator } from '../../../engine/kernel/operator.ts';
import { giveGuardianConsent } from '../../../engine/people/guardian-consent.ts';
import { openIdentityForm, provideIdentity } from '../../../engine/people/identity.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { secureFormOf } from '../../../engine/people/secure-forms.ts';
import { finishMerges } from '../../../engine/programmes/account-merge.ts';
import { newCommand, unwrap } from '../../support/credit/cast.ts';
import { staffDesk } from '../../support/credit/desks.ts';
import { signNumber } from '../../support/credit/doubles.ts';
import { validIban, validIin } from '../../support/identity/numbers.ts';
import type { TranscriptChat } from '../../support/transcript/chat.ts';
import { Host, IBAN, IIN } from './host.ts';

let host: Host;
let first: TranscriptChat;
let second: TranscriptChat;
beforeEach(async () => {
  host = await Host.open();
  first = await host.student('1', 'kk');
  second = await host.student('2', 'ru');
  await give('1');
});
afterEach(() => host.stage.close());

/** Sends the form from a chat. @returns the page that answers a refusal, or null */
async function give(id: string, identity = { iin: IIN, iban: IBAN }): Promise<string | null> {
  const { ctx } = host.stage;
  const secret = await openIdentityForm(ctx, await host.personId(id));
  const kept = await provideIdentity(ctx, secret, identity);
  await host.stage.carryOn();
  const form = await secureFormOf(ctx, secret);
  if (kept.ok || !form) return null;
  const shown = { ctx, form, secret, demo: false, signatures: null };
  return identityForm.show(shown, { ...identity }, kept.reasons);
}

const whose = async (id: string) => (await personOfChat(host.stage.ctx, `participant.telegram.${id}`))?._id;

it('is asked of the owner, who merges; the other chat goes on as theirs', async () => {
  const owner = await whose('1');
  const page = await give('2');
  expect(page).toContain('уже зарегистрирован в другом аккаунте');
  expect(page).not.toMatch(/Үлгі|Айгүл/);
  expect(first.newest).toContain('Telegram аккаунтында Сіздің ЖСН-іңіз көрсетілді (5 қазан, 11:00)');
  expect(first.newest).not.toMatch(/Үлгі|Айгүл/);
  expect(first.buttons).toEqual(['Біріктіру', 'Бұл мен емес']);
  const [card] = first.shown.slice(-1);
  await first.tap('common:button.merge');
  expect(first.keys).toEqual(['common:merge.card.accepted']);
  await host.stage.carryOn();
  expect(await whose('2')).toBe(owner);
  expect(second.newest).toBe(
    '✅ Бұл чат Сіздің аккаунтыңызбен біріктірілді. Сол жерде бастаған істеріңізді осында да жалғастыра аласыз.',
  );
  await second.say('/menu');
  expect([second.language, second.keys]).toEqual(['kk', ['credit:menu.free']]);
  await first.tap('common:button.not-me', card);
  expect(first.keys).toEqual(['common:reason.already-decided', 'common:merge.card.merged']);
});

it('is declined by whoever it was not; the asker hears the way on', async () => {
  await give('2');
  await first.tap('common:button.not-me');
  expect(first.keys).toEqual(['common:merge.card.refused']);
  await host.stage.carryOn();
  expect(second.newest).toContain('ответили «Это не я»');
  expect(second.newest).toContain(`подпишите форму ЭЦП или напишите оператору: ${demoOperator.contact}`);
  expect(await whose('2')).not.toBe(await whose('1'));
});

it('ends after a day without an answer', async () => {
  await give('2');
  host.stage.clock.advance(DAY);
  await finishMerges(host.stage.ctx);
  const { settled } = await host.stage.carryOn();
  expect(settled.flatMap(({ message }) => message.texts)).toEqual([{ key: 'common:merge.card.expired' }]);
  expect(second.newest).toContain('за 24 часа не ответили');
  await first.tap('common:button.merge');
  expect(first.keys).toEqual(['common:reason.merge-over']);
});

it('tells asker and operator where the other account has records of its own', async () => {
  const { ctx } = host.stage;
  const operator = host.stage.talkTo(staffDesk, '77', 'ru');
  const blank = { region: null, phone: null, student: null, consents: [] };
  const grants = [{ role: 'operator', scope: 'all' }] as const;
  const chat = 'staff.telegram.77';
  unwrap(
    await registerPerson(ctx, newCommand(), { chat, name: 'Оператор', language: 'ru', grants, ...blank }),
  );
  await give('2');
  await host.book(second, await host.publish('Алгебра'));
  await first.tap('common:button.merge');
  await host.stage.carryOn();
  expect(second.newest).toContain('есть свои роли или записи');
  expect(operator.newest).toContain(String(await whose('2')));
  expect(await whose('2')).not.toBe(await whose('1'));
});

it('reaches an owner who is staff at their desk', async () => {
  const { ctx } = host.stage;
  const head = host.stage.talkTo(staffDesk, '900', 'kk');
  const id = (await personOfChat(ctx, 'staff.telegram.900'))?._id ?? '';
  const identity = { iin: validIin(4), iban: validIban(4) };
  unwrap(await provideIdentity(ctx, await openIdentityForm(ctx, id), identity));
  await give('2', identity);
  await head.tap('common:button.merge');
  await host.stage.carryOn();
  expect(await whose('2')).toBe(id);
});

it('needs no answer where the number is signed for; the owner hears of it', async () => {
  const { ctx } = host.stage;
  const identity = { iin: validIin(5), iban: validIban(5) };
  const third = await host.student('3', 'en');
  unwrap(await provideIdentity(ctx, await openIdentityForm(ctx, await host.personId('3')), identity));
  await host.stage.carryOn();
  const other = await personOfChat(ctx, 'participant.telegram.2');
  expect(await signNumber(ctx, { kind: 'person', id: other?._id ?? '', grants: [] }, 5)).toBe('');
  await host.stage.carryOn();
  expect(await whose('2')).toBe(await whose('3'));
  expect(third.newest).toContain('used an electronic signature with your IIN');
  expect(second.newest).toContain('This chat is now joined with your account');
});

it('is no way for a minor into the account of their guardian', async () => {
  const { ctx } = host.stage;
  const minor = await host.student('4', 'ru', '06.10.2008');
  const secret = /start=([\w-]+)/.exec(minor.words)?.[1] ?? '';
  const guardian = host.chat('50');
  await guardian.say(`/start ${secret}`);
  await guardian.tap('ru');
  await guardian.tap('yes');
  await guardian.say('Мысалова Ана');
  await guardian.tap('guardian:relation.parent');
  const actions = (guardian.shown.at(-1)?.message.buttons ?? []).flat().map(({ action }) => action);
  const open = actions.find((action) => 'url' in action);
  const form = open && 'url' in open ? (open.url.split('/').at(-1) ?? '') : '';
  const iin = validIin(6);
  // Of somebody who is registered as a student already: their guardian's chat is merged first.
  const taken = await giveGuardianConsent(ctx, form, { iin: IIN, agreed: true });
  expect(taken).toMatchObject({ ok: false, reasons: [{ code: 'common.merge-requested' }] });
  expect(await giveGuardianConsent(ctx, form, { iin, agreed: true })).toMatchObject({ ok: true });
  await host.stage.carryOn();
  await give('4', { iin, iban: IBAN });
  await guardian.tap('common:button.merge');
  await host.stage.carryOn();
  expect(await whose('4')).not.toBe(await whose('50'));
  expect(minor.newest).toContain('есть свои роли или записи');
});
