// What is wrong with a draft, beyond what the checks of files find: in its surroundings, and to the programme's code.
import { expect, it } from 'vitest';
import { shippedOf } from '../../../engine/editions/current.ts';
import { draftOf } from '../../../engine/editions/draft-content.ts';
import { faultsOf } from '../../../engine/editions/faults.ts';

const SET = 'credit.completion';
const source = { document: 'sample', section: '1' };

// biome-ignore lint/suspicious/noExplicitAny: a content as an operator edits it, as JSON.
type Bend = (content: any) => void;

const conditionOf = ({ set }: Parameters<Bend>[0], requirement = 0): Record<string, unknown>[] =>
  set.versions[0].requirements[requirement].conditions.all;

const cases: readonly (readonly [string, Bend, { code: string; pointer: string; file?: string }])[] = [
  [
    'a figure taken out that the programme reads',
    ({ parameters }) => delete parameters.dailyMinutesLimit,
    { code: 'needed-parameter', pointer: '/parameters/dailyMinutesLimit' },
  ],
  [
    'another unit for a figure that the programme reads',
    ({ parameters }) => Object.assign(parameters.dailyMinutesLimit, { unit: 'hours' }),
    { code: 'needed-parameter', pointer: '/parameters/dailyMinutesLimit/unit' },
  ],
  [
    'the end of a figure that the programme reads',
    ({ parameters }) => Object.assign(parameters.dailyMinutesLimit.values[0], { to: '2027-01-01' }),
    { code: 'no-value', pointer: '/parameters/dailyMinutesLimit/values/0/to' },
  ],
  [
    'a figure that nothing reads',
    ({ parameters }) => {
      const values = [{ from: '2027-01-01', value: 1, status: 'inForce', source }];
      Object.assign(parameters, { spare: { unit: 'days', values } });
    },
    { code: 'unused-parameter', pointer: '/parameters/spare' },
  ],
  [
    'a reason without words',
    (content) => Object.assign(conditionOf(content, 1)[0] ?? {}, { name: 'credit.never-said' }),
    { code: 'missing-text', pointer: '/set/versions/0/requirements/1/conditions/all/0/name' },
  ],
  [
    'a condition against another',
    (content) => {
      const [first] = conditionOf(content);
      const hour = { from: '2019-09-01', value: 60, status: 'inForce', source };
      Object.assign(content.parameters, { hour: { unit: 'minutes', values: [hour] } });
      conditionOf(content).push({ ...first, operator: 'below', value: { param: 'hour' } });
    },
    { code: 'contradiction', pointer: '/set/versions/0/requirements/0/conditions/all/1' },
  ],
  [
    'a figure taken out that another set reads',
    ({ parameters }) => delete parameters.yearHoursCap,
    { file: 'credit/participation.json', code: 'unknown-parameter', pointer: expect.any(String) as never },
  ],
  [
    'a figure that makes another set impossible',
    ({ parameters }) => Object.assign(parameters.openInterviewsLimit.values[0], { value: 0 }),
    { file: 'credit/booking.json', code: 'contradiction', pointer: expect.any(String) as never },
  ],
  [
    'the cases of another set left out',
    (content) => Reflect.deleteProperty(content.cases, 'credit.booking'),
    { code: 'missing-key', pointer: '/cases/credit.booking' },
  ],
];

const faults = (bend: Bend) => {
  const base = shippedOf('credit');
  const content = structuredClone(draftOf(base, SET));
  bend(content);
  return faultsOf({ set: SET, content, base });
};

it('nothing is wrong with what ships', () => expect(faults(() => undefined)).toEqual([]));

it.each(cases)('%s', (_, bend, { file = 'draft', ...fault }) => {
  expect(faults(bend)).toMatchObject([{ file, ...fault }]);
});
