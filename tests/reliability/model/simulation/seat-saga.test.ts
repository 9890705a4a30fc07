// The saga of a seat in random orders with crashes: no overrun, nobody active without a seat, no leak at rest.
import { expect, it } from 'vitest';
import { countOf } from '../../../support/run/counts.ts';
import { freeByTimeout, simulate } from './seat-saga.ts';

const runs = countOf('sagaSimulations');

it('holds in random orders', () => {
  const faults: string[] = [];
  for (let seed = 0; seed < runs && faults.length === 0; seed += 1) {
    const fault = simulate(seed);
    if (fault) faults.push(`seed ${seed}: ${fault}`);
  }
  expect(faults).toEqual([]);
}, 300_000);

it('breaks when a seat is freed by timeout', () => {
  const found = Array.from({ length: 2_000 }, (_, seed) => simulate(seed, freeByTimeout));
  expect(found.some((fault) => fault?.includes('active without a seat'))).toBe(true);
});
