// Consent in the chat: withdrawn after hearing what ends, what then is refused with the way on, and given anew.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withdrawConsent } from '../../../engine/people/consents.ts';
import { whatFollows } from '../../support/what-follows.ts';
import { by, Host, unwrap } from './host.ts';

let host: Host;
beforeEach(async () => {
  host = await Host.open();
});
afterEach(() => host.stage.close());

const seatsLeft = async (id: string) =>
  (await host.stage.ctx.db.collection('seats').findOne({ _id: id as never }))?.left;

describe('a student who withdraws the consent', () => {
  it('hears what ends, and after it the interview, the place and the participation are gone', async () => {
    const chat = await host.working();
    const { credits, interviews } = await host.record();
    const place = `credit.place/${credits[0]?.projectId}`;
    expect(await seatsLeft(place)).toBe(4);
    await chat.say('/mydata');
    expect(chat.keys).toContain('credit:my-data.consent');
    await chat.tap('credit:button.withdraw-consent');
    expect(chat.keys).toEqual(['credit:consent.withdraw']);
    expect((await host.record()).credits[0]?.state).toBe('working');
    await chat.tap('credit:button.withdraw-consent');
    expect(chat.keys).toEqual(['credit:consent.withdrawn']);
    const { told } = await host.stage.carryOn();
    const after = await host.record();
    expect(after.credits.map((each) => each.state)).toEqual(['left']);
    expect(after.interviews.map((each) => each.state)).toEqual(interviews.map((each) => each.state));
    expect(await seatsLeft(place)).toBe(5);
    const keys = told.flatMap(({ desk, message }) => message.texts.map(({ key }) => `${desk} ${key}`));
    expect(keys).toContain('staff credit-staff:notice.project-left');
    expect(keys).not.toContain('participant common:consent.withdrawn-for-you');
  });

  it('has every open interview cancelled, and the organisation is told of each', async () => {
    const chat = await host.student();
    await host.book(chat, await host.publish('Алгебра'));
    await host.book(chat, await host.publish('Физика'));
    await host.stage.carryOn();
    await chat.tapRaw('go:credit.withdraw-consent:');
    await chat.tap('yes');
    const { told } = await host.stage.carryOn();
    expect((await host.record()).interviews.map((each) => each.state)).toEqual(['cancelled', 'cancelled']);
    const cancelled = told.filter(({ message }) =>
      message.texts.some(({ key }) => key === 'credit-staff:notice.interview-cancelled'),
    );
    expect(cancelled.map(({ desk }) => desk)).toEqual(['staff', 'staff']);
  });

  it('is led from every beginning to giving it anew, and may then go on', async () => {
    const chat = await host.student();
    const project = await host.publish('Алгебра');
    await chat.tapRaw('go:credit.withdraw-consent:');
    await chat.tap('yes');
    for (const id of ['find', 'accept', 'report-hours', 'send-report', 'request-recredit']) {
      await chat.tapRaw(`go:credit.${id}:whatever`);
      expect([id, chat.keys]).toEqual([id, ['credit:reason.no-consent']]);
      expect(chat.buttonKeys).toEqual(['credit:button.give-consent', 'common:button.menu']);
    }
    await chat.tapRaw('go:credit.withdraw-consent:');
    expect(chat.keys).toEqual(['common:reason.no-live-consent']);
    await chat.say('/mydata');
    expect(chat.keys).toContain('credit:my-data.no-consent');
    await chat.tap('credit:button.give-consent');
    expect(chat.keys).toEqual(['credit:register.consent']);
    await chat.tap('no');
    expect(chat.keys).toEqual(['credit:consent.declined']);
    await chat.tap('credit:button.give-consent');
    await chat.tap('yes');
    expect(chat.keys).toEqual(['credit:consent.given']);
    await host.book(chat, project);
    expect((await host.record()).interviews.map((each) => each.state)).toEqual(['booked']);
    await chat.tapRaw('go:credit.consent:');
    expect(chat.keys).toEqual(['credit:consent.is-live']);
  });
});

it('hears of a withdrawal that somebody else made', async () => {
  await host.student();
  const person = await host.personId('1');
  const withdrawal = { person, purpose: 'credit' };
  await unwrap(withdrawConsent(host.stage.ctx, by('operator'), withdrawal));
  const stored = await host.stage.ctx.db.collection('people').findOne({ _id: person as never });
  const event = stored?.outbox.find((each: { type?: string }) => each.type === 'people.consent-withdrawn');
  expect(await whatFollows(host.stage.ctx, event)).toMatchObject([
    { to: person, desk: 'participant', message: { texts: [{ key: 'common:consent.withdrawn-for-you' }] } },
  ]);
});
