// What use-cases are handed in tests of one process: a store and a clock of the test's own, the rules as they ship. The
// one place where tests put an EngineContext together.
import type { Connection } from 'mongoose';
import type { Clock } from '../../engine/kernel/clock.ts';
import { sealerOf } from '../../engine/kernel/sealing.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { programmes } from '../../engine/programmes/registry.ts';
import { shippedBook } from '../rules/shipped-book.ts';
import { notingNudge } from './waiting-owners.ts';

/** @param over parts that are other than usual */
export const testContext = (
  db: Connection,
  clock: Clock,
  over: Partial<EngineContext> = {},
): EngineContext => ({
  clock,
  db,
  programmes,
  sealer: sealerOf('a key that only tests use'),
  nudge: notingNudge(db),
  rules: shippedBook(),
  links: {
    page: (path) => `https://qadam.example/${path}`,
    form: (secret) => `https://qadam.example/forms/${secret}`,
    start: (desk, secret) => `https://qadam.example/${desk}?start=${secret}`,
  },
  ...over,
});
