// What the shared rooms say in the chat: the certificate of a paid credit, and the link of a survey.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settlePayout } from '../../../engine/programmes/credit/programme.ts';
import { createSurvey, publishSurvey } from '../../../engine/surveys/lifecycle.ts';
import { surveyWish } from '../../support/surveys/wish.ts';
import { by, centre, Host, unwrap } from './host.ts';

let host: Host;
beforeEach(async () => {
  host = await Host.open();
});
afterEach(() => host.stage.close());

describe('a certificate', () => {
  it('is announced when the credit is paid, stands in the status, and leads to its page', async () => {
    const chat = await host.completed();
    await host.giveIdentity();
    await chat.tap('credit.send-report');
    await chat.say('Два месяца занимались с шестиклассниками алгеброй, оценки стали заметно выше.');
    await chat.sendPhoto();
    await chat.tap('common:button.done');
    await chat.tap('credit:button.send');
    const creditId = await host.decideReport(null);
    await unwrap(settlePayout(host.stage.ctx, centre(), { creditId, paid: true, bankReference: 'KZ-0020' }));
    await host.stage.carryOn();
    expect(chat.newest).toContain('Ваш сертификат готов');
    await chat.say('/status');
    expect(chat.buttonKeys).toContain('credit:button.certificate');
    await chat.tap('shared.certificate');
    expect(chat.keys).toEqual(['documents:chat.download']);
    expect(chat.words).toMatch(/26-\w{5}-\w{5}-\w{5}/);
    expect(chat.buttonKeys).toEqual(['documents:button.download', 'common:button.menu']);
  });
});

describe('the link of a survey', () => {
  const operator = () => by('operator', { role: 'operator', scope: 'all' });

  it('greets a newcomer, says that answers are anonymous, and leads to the page', async () => {
    const { ctx } = host.stage;
    const id = await unwrap(createSurvey(ctx, operator(), surveyWish));
    const chat = host.chat('1');
    await chat.say(`/start s-${id}`);
    await chat.tap('Русский');
    expect(chat.keys).toEqual(['surveys:chat.unknown']);
    await unwrap(publishSurvey(ctx, operator(), id));
    await chat.say(`/start s-${id}`);
    expect(chat.keys).toEqual(['surveys:chat.offer', 'surveys:chat.anonymous']);
    expect(chat.words).toContain('Survey ru');
    expect(chat.buttonKeys).toEqual(['surveys:button.answer', 'common:button.menu']);
  });
});
