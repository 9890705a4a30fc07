// The badge's reference data: who is authorised when, what may be read, by what sport is measured, what is mandatory.
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../engine/kernel/actor.ts';
import { booksOn, readingList } from '../../../../engine/programmes/badge/reference/books.ts';
import { mandatoryDirections, mandatoryOn } from '../../../../engine/programmes/badge/reference/mandatory.ts';
import {
  isAuthorised,
  providers,
  providersFor,
} from '../../../../engine/programmes/badge/reference/providers.ts';
import {
  missingAbilities,
  type Standard,
  standards,
  standardsFor,
} from '../../../../engine/programmes/badge/reference/standards.ts';
import { profiles, sections } from '../../../../engine/programmes/badge/reference/words.ts';
import { levels } from '../../../../engine/programmes/badge/states.ts';
import { addEntry, editEntry } from '../../../../engine/reference/entries.ts';
import { importTable } from '../../../../engine/reference/import/import-entries.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

const stage = withEngine('file');

let commands = 0;
const by = (...grants: Command['actor']['grants']): Command => {
  commands += 1;
  return { id: `reference-${commands}`, actor: { kind: 'person', id: 'someone', grants } };
};
const operator = () => by({ role: 'operator', scope: 'all' });
const names = (title: string) => ({ kk: title, ru: title, en: title });

describe('a provider', () => {
  const given = {
    ...names('Meyirim'),
    directions: ['volunteering'],
    regions: ['75'],
    contact: 'meyirim.example',
  };
  const wanted = { direction: 'volunteering', region: '75' } as const;

  it('B-96: is offered while it is authorised, in its regions, for its directions', async () => {
    const entry = { id: 'meyirim', ...given, from: '2026-03-01', to: '2026-11-30' };
    expect((await addEntry(stage.ctx, providers, operator(), entry)).ok).toBe(true);
    const idsOf = async (over: object) =>
      (await providersFor(stage.ctx, { ...wanted, on: '2026-10-05', ...over })).map(({ id }) => id);
    expect(await idsOf({})).toEqual(['meyirim']);
    expect(await idsOf({ on: '2026-03-01' })).toEqual(['meyirim']);
    expect(await idsOf({ on: '2026-11-30' })).toEqual(['meyirim']);
    expect(await idsOf({ on: '2026-02-28' })).toEqual([]);
    expect(await idsOf({ on: '2026-12-01' })).toEqual([]);
    expect(await idsOf({ direction: 'tourism' })).toEqual([]);
    expect(await idsOf({ region: '71' })).toEqual([]);
  });

  it('B-96: works everywhere where no region is named; nobody else than an operator authorises', async () => {
    const everywhere = { id: 'joldas', ...given, directions: ['tourism'], regions: [] };
    const refusal = await addEntry(
      stage.ctx,
      providers,
      by({ role: 'mentor', scope: 'all' } as never),
      everywhere,
    );
    expect(refusal.ok).toBe(false);
    await addEntry(stage.ctx, providers, operator(), everywhere);
    const asked = { direction: 'tourism', on: '2030-01-01' } as const;
    expect(await isAuthorised(stage.ctx, 'joldas', { ...asked, region: '10' })).toBe(true);
    expect(await isAuthorised(stage.ctx, 'meyirim', asked)).toBe(false);
  });
});

describe('the reading list', () => {
  it('B-101: has books of all three sections, enough for gold with an extra one', async () => {
    const shipped = await booksOn(stage.ctx, '2026-10-05');
    for (const section of sections)
      expect(shipped.filter((each) => each.section === section).length).toBeGreaterThan(5);
    expect(new Set(shipped.map(({ id }) => id)).size).toBe(shipped.length);
  });

  it('B-101: the operator takes a book off from a day on, and takes a table over', async () => {
    await editEntry(stage.ctx, readingList, operator(), 'kz-ulpan', 0, { to: '2026-12-31' });
    const titles = async (on: string) =>
      (await booksOn(stage.ctx, on, { section: 'kazakh' })).map(({ id }) => id);
    expect(await titles('2026-12-31')).toContain('kz-ulpan');
    expect(await titles('2027-01-01')).not.toContain('kz-ulpan');
    const table = [
      'id;kk;ru;en;section;authorKk;authorRu;authorEn',
      'w-new;Кітап;Книга;Book;world;Кім;Кто;Who',
    ];
    const done = await importTable(stage.ctx, readingList, operator(), 'csv', Buffer.from(table.join('\n')));
    expect(done).toEqual({ ok: true, value: { added: 1, changed: 0, unchanged: 0 } });
    expect((await booksOn(stage.ctx, '2026-10-05', { q: 'кітап' })).map(({ id }) => id)).toEqual(['w-new']);
  });
});

describe('sport standards', () => {
  it('B-102: are set for every level and profile, adapted ones apart from everybody’s', async () => {
    for (const level of levels) {
      for (const profile of profiles) {
        const set = await standardsFor(stage.ctx, { level, profile, on: '2026-10-05' });
        expect(set.length, `${level} ${profile}`).toBeGreaterThan(0);
        expect(set.every((each) => each.profile === profile)).toBe(true);
      }
    }
  });

  it('B-34: somebody with a disability is measured by the adapted ones', async () => {
    const measured = { level: 'bronze', on: '2026-10-05' } as const;
    const general = await standardsFor(stage.ctx, { ...measured, profile: 'general' });
    const adapted = await standardsFor(stage.ctx, { ...measured, profile: 'mobility' });
    const shown = adapted.map(({ id, value }) => ({ standard: id, value }));
    expect(missingAbilities(adapted, shown)).toEqual([]);
    expect(missingAbilities(general, shown)).toEqual(['endurance', 'strength', 'speed', 'flexibility']);
  });

  it('B-101: one exercise of each ability is enough, and only when it reaches its bound', () => {
    const exercise = (id: string, ability: string, bound: string, value: number) =>
      ({ id, ability, bound, value }) as Standard;
    const set = [
      exercise('run', 'endurance', 'atMost', 330),
      exercise('swim', 'endurance', 'atMost', 90),
      exercise('jump', 'strength', 'atLeast', 150),
    ];
    const missing = (...results: readonly (readonly [string, number])[]) =>
      missingAbilities(
        set,
        results.map(([standard, value]) => ({ standard, value })),
      );
    expect(missing()).toEqual(['endurance', 'strength']);
    expect(missing(['run', 330.5], ['jump', 150])).toEqual(['endurance']);
    expect(missing(['run', 331], ['swim', 90], ['jump', 149.9])).toEqual(['strength']);
    expect(missing(['run', 330], ['jump', 150])).toEqual([]);
    expect(missingAbilities([], [{ standard: 'run', value: 1 }])).toBeNull();
  });

  it('B-102: a table sets figures, and names a cell that is none', async () => {
    const head = 'id;kk;ru;en;level;profile;ability;unit;bound;value';
    const take = (row: string) =>
      importTable(stage.ctx, standards, operator(), 'csv', Buffer.from(`${head}\n${row}`));
    expect(await take('b-ski;Шаңғы;Лыжи;Skiing;bronze;sight;speed;seconds;atMost;"540,5"')).toMatchObject({
      ok: true,
    });
    const sight = await standardsFor(stage.ctx, { level: 'bronze', profile: 'sight', on: '2026-10-05' });
    expect(sight.find(({ id }) => id === 'b-ski')?.value).toBe(540.5);
    await expect(
      take('b-row;Ескек;Гребля;Rowing;bronze;sight;speed;seconds;atMost;fast'),
    ).rejects.toMatchObject({
      details: [{ pointer: '/csv/J2', value: 'fast' }],
    });
  });
});

describe('mandatory directions', () => {
  it('B-100: are all of the level until the operator sets those of a year', async () => {
    const six = ['sport', 'talent', 'reading', 'heritage', 'volunteering', 'tourism'];
    expect(await mandatoryOn(stage.ctx, 'bronze', '2026-10-05')).toEqual(six);
    expect(await mandatoryOn(stage.ctx, 'gold', '2026-10-05')).toEqual([...six, 'work']);
    const set = { directions: ['reading', 'sport'] };
    expect((await editEntry(stage.ctx, mandatoryDirections, operator(), '2027-bronze', 0, set)).ok).toBe(
      true,
    );
    expect(await mandatoryOn(stage.ctx, 'bronze', '2027-01-01')).toEqual(['sport', 'reading']);
    expect(await mandatoryOn(stage.ctx, 'silver', '2027-01-01')).toEqual(six);
    expect(await mandatoryOn(stage.ctx, 'bronze', '2026-12-31')).toEqual(six);
  });

  it('B-100: a list in a cell is read as a list, an empty one as none', async () => {
    const table = [
      'id,kk,ru,en,from,to,directions',
      '2028-gold,2028,2028,2028,,,"work, sport"',
      '2028-silver,2028,2028,2028,,,',
    ];
    await importTable(stage.ctx, mandatoryDirections, operator(), 'csv', Buffer.from(table.join('\n')));
    expect(await mandatoryOn(stage.ctx, 'gold', '2028-05-01')).toEqual(['sport', 'work']);
    expect(await mandatoryOn(stage.ctx, 'silver', '2028-05-01')).toEqual([]);
  });
});
