// A project in the chat, from its registration to a percentage that an accepted piece of evidence has moved.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectOf, versionInForce } from '../../../engine/programmes/grant/programme.ts';
import { GrantCast } from '../../support/grant/desk-cast.ts';

let cast: GrantCast;
beforeEach(async () => {
  cast = await GrantCast.open();
});
afterEach(() => cast.close());

it('G-01: a lead registers a project line by line, and is warned where the annex asks for another writing', async () => {
  const lead = await cast.registered();
  expect(lead.keys).toContain('grant:register.done');
  const { draft } = await projectOf(cast.stage.ctx, cast.project);
  expect(draft.general).toMatchObject({
    ...{ grantee: { ru: 'Мысал бірлестігі' }, region: '47', from: '2025-05-01', to: '2025-10-31' },
    targetGroup: { ru: 'Граждане области' },
  });
  expect(draft.general.results.map(({ no, words }) => [no, words.ru])).toEqual([
    [1, 'Обучить 7 медработников'],
    [2, 'Обучить 10 помощников'],
  ]);
  expect(draft.general.partners).toEqual([
    { no: 1, words: { ru: 'Альянс студентов, 20 филиалов' }, branches: 20 },
  ]);
});

it('G-07: a workbook is imported: 6 tasks, 2 contract sections, 14 activities, 71 indicators are shown', async () => {
  const lead = await cast.registered();
  await lead.tap('grant:button.import');
  await cast.photo(lead);
  expect(lead.keys[0]).toBe('common:dialogue.wrong-kind-of-file');
  await lead.tap('common:button.cancel');
  await cast.imported(lead);
  expect(lead.keys).toContain('grant:import.done');
  await lead.tapRaw(`go:grant.write:${cast.project}`);
  expect(lead.words).toContain('задач – 6, разделов по договору – 2, мероприятий – 14, индикаторов – 71');
});

it('G-16: president and four signatories agree it, evidence is sent and accepted, and the percentage moves', {
  timeout: 60_000,
}, async () => {
  const { lead, manager } = await cast.agreed();
  expect(versionInForce(await projectOf(cast.stage.ctx, cast.project))?.signatures).toHaveLength(5);
  expect(lead.newest).toContain('подписали обе стороны');
  await lead.tapRaw(`go:grant.send:${cast.project} 1.1`);
  await lead.tap('1.1.3');
  await lead.say('https://www.instagram.com/p/one/');
  await lead.tap('Сегодня');
  await lead.tap('common:button.skip');
  await lead.tap('grant:send.only-here');
  expect(lead.words).toContain('1.1.3 Публикации (3 жарияланым)');
  await lead.tap('grant:button.send');
  expect(lead.keys).toContain('grant:send.done');
  await cast.stage.carryOn();
  expect(manager.newest).toContain('Индикатор сейчас: 0 %, если принять: 33 %');
  await manager.tap('grant-staff:button.accept');
  expect(manager.words).toContain('Принято');
  await cast.stage.carryOn();
  expect(lead.newest).toContain('Материал принят: 1.1.3 Публикации');
  await lead.tapRaw(`go:grant.activity:${cast.project} 1.1`);
  expect(lead.words).toContain('План: 3 жарияланым · факт: 1/3 · 33 %');
});
