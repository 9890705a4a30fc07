// Operators name figures as they like: also by a name that every object has.
import { expect, it } from 'vitest';
import { shippedOf } from '../../../engine/editions/current.ts';
import { spliced } from '../../../engine/editions/rollback.ts';

const SET = 'credit.completion';

it.each(['constructor', 'toString', 'valueOf'])(
  'a figure called %s survives the way back to an edition without it',
  (name) => {
    const earlier = shippedOf('credit');
    const source = { document: 'sample', section: '1' };
    const added = {
      unit: 'days',
      values: [{ from: '2027-01-01', value: 1, status: 'inForce' as const, source }],
    };
    const now = { ...earlier, parameters: { ...earlier.parameters, [name]: added } } as typeof earlier;
    const { parameters } = spliced(now, earlier, SET, '2027-03-01');
    expect(Object.entries(parameters).find(([each]) => each === name)?.[1]).toEqual(added);
  },
);
