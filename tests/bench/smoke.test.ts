// Every benchmark runs at a tiny size, so that none rots. Whatever is slow or fast here, nothing of it is looked at.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { benches } from './benches.ts';
import { json, table } from './harness/report.ts';
import { type OpenServices, openServices } from './harness/services.ts';

/** Milliseconds: some start processes of their own. */
const PATIENCE = 90_000;

let services: OpenServices;
beforeAll(async () => {
  services = await openServices();
});
afterAll(() => services.stop());

/** A figure of which there was none, as JSON tells it: at this size nobody may have talked. */
const plain = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number.isNaN(value) ? null : value]));

describe('benchmarks', () => {
  it('bear names of their own', () => {
    expect(new Set(benches.map((each) => each.name)).size).toBe(benches.length);
  });

  it.each(benches.map((each) => [each.name, each] as const))(
    '%s runs and its contenders agree',
    async (name, bench) => {
      const report = await bench.smoke(services);
      expect(report.rows.length).toBeGreaterThan(0);
      expect(table(report)).toContain(name);
      expect(JSON.parse(json(report))).toMatchObject({ name, rows: report.rows.map(plain) });
    },
    PATIENCE,
  );
});
