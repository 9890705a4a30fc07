// What is said of a plan before it is sent: faults keep it back, warnings do not.
import { describe, expect, it } from 'vitest';
import { readAnnex } from '../../../engine/programmes/grant/import/read-annex.ts';
import {
  beneficiariesOf,
  partnersOf,
  specialistsOf,
  staffOf,
} from '../../../engine/programmes/grant/plan/findings/consistency.ts';
import type { Finding } from '../../../engine/programmes/grant/plan/findings/finding.ts';
import { findingsOf } from '../../../engine/programmes/grant/plan/findings/findings.ts';
import { activitiesOf, type Plan, planCounts } from '../../../engine/programmes/grant/plan/shape.ts';
import { progressOf } from '../../../engine/programmes/grant/progress/progress.ts';
import { resultsOf } from '../../../engine/programmes/grant/progress/results.ts';
import { sampleAnnex, samplePlan } from '../../../engine/programmes/grant/sample/sample.ts';
import { lists, noBases, piece } from '../../support/grant/pieces.ts';

type Writable = ReturnType<typeof samplePlan>;

/** The sample, changed. */
function changed(change: (plan: Writable) => void): Plan {
  const plan = structuredClone(samplePlan());
  change(plan);
  return plan;
}

const found = (plan: Plan, level: Finding['level']) =>
  findingsOf(plan)
    .filter((each) => each.level === level)
    .map(({ code, pointer }) => `${code} ${pointer}`);

const activity = (plan: Plan, id: string) => activitiesOf(plan).find((each) => each.id === id);

describe('the sample', () => {
  it('G-07: has 6 tasks, 2 contract sections, 14 activities, 71 indicators', () => {
    expect(planCounts(samplePlan())).toEqual({ tasks: 6, sections: 2, activities: 14, indicators: 71 });
    expect((sampleAnnex() as { totals: object }).totals).toEqual({
      ...{ tasks: 6, contractSections: 2, activities: 14, indicators: 71 },
    });
  });

  it('may be sent as it is: nothing in it is a fault', () => {
    expect(found(samplePlan(), 'fault')).toEqual([]);
  });

  it('G-11: has 1.2 due on 31 May, 2.x and 5.2 from 15 May, 3.x and 4.x from 1 June, 5.1 and C1.1 from 1 August', () => {
    const terms = activitiesOf(samplePlan()).map(
      ({ id, from, to }) => `${id} ${from?.slice(5)} ${to?.slice(5)}`,
    );
    expect(terms).toEqual([
      ...['1.1 05-01 10-31', '1.2 05-01 05-31', '2.1 05-15 10-31', '2.2 05-15 10-31', '3.1 06-01 10-31'],
      ...['3.2 06-01 10-31', '4.1 06-01 10-31', '4.2 06-01 10-31', '5.1 08-01 10-31', '5.2 05-15 10-31'],
      ...['6.1 05-01 10-31', 'C1.1 08-01 10-31', 'C2.1 05-01 10-31', 'C2.2 05-01 10-31'],
    ]);
  });

  it('G-04: refers to an application and a contract that are still blank', () => {
    expect(samplePlan().general).toMatchObject({
      application: { number: null, date: null },
      contract: { number: null, date: null },
    });
  });
});

describe('block I', () => {
  it.each(['grantee', 'direction', 'theme', 'goal', 'territory', 'targetGroup'] as const)(
    'G-02: is not sent with an empty %s',
    (line) => {
      const plan = changed(({ general }) => {
        general[line] = null;
      });
      expect(found(plan, 'fault')).toEqual([`line-empty /general/${line}`]);
      expect(
        found(
          changed(({ general }) => {
            general[line] = { kk: '  ' };
          }),
          'fault',
        ),
      ).toHaveLength(1);
    },
  );

  it('G-02: is not sent without period, results or partners', () => {
    const plan = changed(({ general }) => {
      Object.assign(general, { from: null, results: [], partners: [] });
    });
    expect(found(plan, 'fault')).toEqual(
      ['period', 'results', 'partners'].map((line) => `line-empty /general/${line}`),
    );
  });

  it('G-03: quotation marks, a small letter and a final full stop are warned of, each by itself', () => {
    expect(found(samplePlan(), 'warning')).toEqual(
      expect.arrayContaining(['quoted /general/grantee', 'quoted /general/theme']),
    );
    const plain = changed(({ general }) => {
      general.grantee = { kk: 'Мысал бірлестігі' };
      general.direction = { ru: 'школа пациента.' };
      general.theme = { en: 'Equal opportunity' };
    });
    const lines = found(plain, 'warning').filter((each) => each.includes('/general/'));
    expect(lines).toEqual(['small-letter /general/direction', 'final-stop /general/direction']);
    expect(found(plain, 'fault')).toEqual([]);
  });
});

describe('block II', () => {
  it('G-05: a plan with one of the lists neither filled nor declared empty is refused', () => {
    const none = changed(({ team }) => {
      team.members = team.members.filter(({ employment }) => employment === 'staff');
    });
    expect(found(none, 'fault')).toEqual(['team-undeclared /team']);
    expect(found({ ...none, team: { ...none.team, none: ['contract'] } }, 'fault')).toEqual([]);
  });

  it('G-05: everybody has position, duties and a share', () => {
    expect(samplePlan().team.members.map(({ employment, share }) => [employment, share])).toEqual([
      ...['staff', 'staff', 'staff', 'contract'].map((each) => [each, 50]),
    ]);
    const plan = changed(({ team }) => {
      team.members = team.members.map((each, at) => (at === 1 ? { ...each, share: null } : each));
    });
    expect(found(plan, 'fault')).toEqual(['member-incomplete /team/members/1']);
  });
});

describe('block III', () => {
  it('G-08: an indicator without a numeric value is refused', () => {
    const plan = changed((each) => {
      const indicator = activity(each, '5.1')?.indicators[3];
      if (indicator) indicator.target = [];
    });
    expect(found(plan, 'fault')).toEqual(['indicator-no-value /tasks/4/activities/0/indicators/3/target']);
  });

  it('G-09: no description is a warning, no place or channel and no term are refused', () => {
    const plan = changed((each) => Object.assign(activity(each, '5.2') ?? {}, { place: null, from: null }));
    expect(found(plan, 'fault')).toEqual([
      'activity-no-place /tasks/4/activities/1/place',
      'activity-no-term /tasks/4/activities/1/from',
    ]);
    expect(found(samplePlan(), 'warning')).toContain(
      'activity-undescribed /tasks/4/activities/1/description',
    );
    const described = changed((each) =>
      Object.assign(activity(each, '5.2') ?? {}, { description: { kk: 'Науқастарға арналған нұсқаулық' } }),
    );
    expect(found(described, 'warning')).not.toContain(
      'activity-undescribed /tasks/4/activities/1/description',
    );
    const c2 = changed((each) => Object.assign(activity(each, 'C2.1') ?? {}, { channel: null }));
    expect(found(c2, 'fault')).toEqual(['activity-no-place /tasks/7/activities/0/place']);
  });

  it.each([
    ['2025-04-30', '2025-10-31', ['activity-outside']],
    ['2025-05-01', '2025-11-01', ['activity-outside']],
    ['2025-05-01', '2025-10-31', []],
    ['2025-06-02', '2025-06-01', ['activity-reversed']],
  ])('G-10: a term from %s to %s in a project from 1 May to 31 October', (from, to, codes) => {
    const plan = changed((each) => Object.assign(activity(each, '1.1') ?? {}, { from, to }));
    expect(found(plan, 'fault').map((each) => each.split(' ')[0])).toEqual(codes);
  });

  it('names an id that stands twice', () => {
    const plan = changed((each) => Object.assign(activity(each, '1.2') ?? {}, { id: '1.1' }));
    expect(found(plan, 'fault')).toEqual(['id-twice /tasks/0/activities/1/id']);
  });
});

describe('block IV', () => {
  it('G-47: carries 50, 30,000, 3, 5, 1 and 20, each with its unit', () => {
    expect(samplePlan().impact.map(({ line, value, unit }) => [line, value, unit])).toEqual([
      ['direct', 50, 'person'],
      ['indirect', 30_000, 'person'],
      ['employees', 3, 'person'],
      ['specialists', 5, 'person'],
      ['ngos', 1, 'organisation'],
      ['partners', 20, 'organisationOrPerson'],
    ]);
    const plan = changed(({ impact }) => Object.assign(impact[4] ?? {}, { value: null }));
    expect(found(plan, 'fault')).toEqual(['impact-empty /impact/4/value']);
  });

  it('G-48: employees (3) and specialists (1 + 2 + 2) are different counts, and both agree', () => {
    expect([staffOf(samplePlan()), specialistsOf(samplePlan())]).toEqual([3, 5]);
    const fewer = changed(({ team }) => {
      team.members = team.members.slice(1);
    });
    expect(found(fewer, 'warning')).toContain('differs.employees /impact/2/value');
    expect(found(fewer, 'warning')).not.toContain('differs.specialists /impact/3/value');
  });

  it('G-49: 30 + 7 + 10 = 47 of 50 direct beneficiaries is a warning and no fault', () => {
    expect(beneficiariesOf(samplePlan())).toBe(47);
    const finding = findingsOf(samplePlan()).find(({ code }) => code === 'differs.direct');
    expect(finding).toMatchObject({ level: 'warning', params: { planned: 50, counted: 47 } });
    const agreed = changed(({ impact }) => Object.assign(impact[0] ?? {}, { value: 47 }));
    expect(found(agreed, 'warning')).not.toContain('differs.direct /impact/0/value');
  });

  it('G-50: one named partner with 20 branches agrees with 20 partners', () => {
    expect(samplePlan().general.partners).toHaveLength(1);
    expect(partnersOf(samplePlan())).toBe(20);
    const nineteen = changed(({ general }) => Object.assign(general.partners[0] ?? {}, { branches: 19 }));
    expect(found(nineteen, 'warning')).toContain('differs.partners /impact/5/value');
  });
});

describe('expected results', () => {
  const results = (pieces: Parameters<typeof progressOf>[1]) =>
    resultsOf(samplePlan(), progressOf(samplePlan(), pieces, noBases));

  it('G-51: each shows which activities carry it, and one that nothing carries is warned of', () => {
    expect(results([]).map(({ result }) => result.carriedBy)).toEqual([
      ...[['2.1', '3.2', '4.1'], ['C1.1'], ['2.1'], ['4.1'], ['3.1', '3.2'], ['6.1']],
    ]);
    const plan = changed(({ general }) => Object.assign(general.results[0] ?? {}, { carriedBy: ['9.9'] }));
    expect(found(plan, 'warning')).toContain('result-uncarried /general/results/0/carriedBy');
  });

  it.each([
    [69, false],
    [70, true],
  ])('G-51: result 2 is met from C1.1: %s of 100 satisfied → %s', (satisfied, done) => {
    expect(results([piece('C1.1.2', satisfied, { of: 100 })])[1]?.done).toBe(done);
    // The course's 100 % is another population.
    expect(results([piece('C1.1.1', 100, { of: 100 })])[1]?.done).toBe(false);
  });

  it.each([
    [2, '2.1', 7],
    [3, '4.1', 10],
  ])(
    'G-51: result %s (from 0) needs two offline seminars: two lists and two programmes of %s',
    (at, id, people) => {
      const seminars = (lists2: number, programmes: number) =>
        results([
          ...lists(`${id}.1`, ...Array.from({ length: lists2 }, () => people)),
          piece(`${id}.2`, programmes),
        ])[at];
      expect(seminars(2, 2)?.done).toBe(true);
      expect(seminars(2, 1)?.done).toBe(false);
      expect(seminars(1, 2)?.done).toBe(false);
      expect(seminars(2, 2)?.wanted.map(({ have }) => have)).toEqual([2, people]);
    },
  );
});

describe('an annex in JSON', () => {
  it('with faults names every one at once, with place, value and hint', () => {
    const annex = structuredClone(sampleAnnex()) as Record<string, never>;
    const broken: object = annex;
    const at = (path: string): Record<string, unknown> =>
      path.split('/').reduce<unknown>((value, step) => Reflect.get(value as object, step), broken) as Record<
        string,
        unknown
      >;
    at('blockI/period').start = '1 мамыр';
    at('blockIII/tasks/0/activities/0').title = 5;
    at('blockIII/tasks/0/activities/0/indicators/0/parsed').value = 0;
    at('blockIV/0/parsed').value = 'елу';
    const { plan, faults } = readAnnex(broken);
    expect(plan).toBeNull();
    expect(faults.map(({ pointer, value }) => [pointer, value])).toEqual(
      expect.arrayContaining([
        ['/blockI/period/start', '1 мамыр'],
        ['/blockIII/tasks/0/activities/0/title', 5],
        ['/blockIV/0/parsed/value', 'елу'],
      ]),
    );
    expect(
      faults.some(({ pointer }) => pointer?.startsWith('/blockIII/tasks/0/activities/0/indicators/0/parsed')),
    ).toBe(true);
    expect(faults.every(({ hint }) => hint.key.startsWith('grant:import.'))).toBe(true);
    expect(readAnnex(null).plan).toBeNull();
  });
});
