// What the tests of deliveries share: a stage of its own for each test, notices, and a channel that fails on demand.
import { afterEach, beforeEach } from 'vitest';
import { SendFailure, type SendFailureKind } from '../../../bot/dialogue/port.ts';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import type { Notice, Settlement } from '../../../engine/notify/notice.ts';
import { planDeliveries } from '../../../engine/notify/plan.ts';
import { loadDelivery } from '../../../engine/notify/progress.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { addPerson, openStage, personOf, type Stage } from '../jobs/stage.ts';
import { deliverAllOf } from './deliver-all.ts';

export let stage: Stage;
export let clock: ManualClock;

/** Opens a stage before each test of the file that calls this, and closes it after. */
export function useStage(): void {
  beforeEach(async () => {
    clock = new ManualClock('2026-03-02T06:00:00Z');
    stage = await openStage(emptyDatabase(), () => undefined, clock);
    await addPerson(stage.ctx, 1, 'ru');
  }, 60_000);
  afterEach(() => stage.close());
}

export const notice = (key: string, to = personOf(1), card?: string): Notice => ({
  to,
  desk: 'participant',
  message: { texts: [{ key }] },
  ...(card === undefined ? {} : { card }),
});

export async function plan(event: string, ...notices: (Notice | Settlement)[]): Promise<string> {
  const [first] = await planDeliveries(stage.ctx, event, notices);
  return first?.id ?? '';
}

export const fail = (kind: SendFailureKind, retryAfter = 0) => {
  stage.port.script = () => {
    throw new SendFailure(kind, 'scripted', retryAfter);
  };
};
export const heal = () => {
  stage.port.script = () => undefined;
};
export const stateOf = async (id: string) => (await loadDelivery(stage.ctx, id))?.state;
export const deliverAll = () => deliverAllOf(stage, clock);
export const htmls = () => stage.port.sent.map(({ html }) => html);
