// What it costs to confirm an entry of hours durably, with audit and outbox, and to evaluate the rules anew.

import type { EngineContext } from '../../../engine/programmes/context.ts';
import { decideHours } from '../../../engine/programmes/credit/programme.ts';
import { students } from '../../../engine/programmes/credit/store.ts';
import { atConcurrency } from '../harness/at-concurrency.ts';
import { type Contender, comparison, type Running } from '../harness/comparison.ts';
import { openBenchEngine } from '../harness/engine.ts';
import { median, percentile } from '../harness/statistics.ts';
import { evaluated } from './evaluated.ts';
import { hydrated } from './rival.ts';
import { confirmedIn, coordinator, reportAgain, settleStudents } from './students.ts';

let commands = 0;

async function confirmed(ctx: EngineContext, entryId: string): Promise<void> {
  commands += 1;
  const command = { id: `bench/${commands}`, actor: coordinator };
  const result = await decideHours(ctx, command, { entryId, confirm: true });
  if (!result.ok) throw new Error(`refused: ${result.reasons.map((each) => each.code).join(', ')}`);
  const student = await students.raw(ctx.db).findOne({ 'credits.entries.id': { $eq: entryId } });
  const [credit] = student?.credits ?? [];
  if (credit) await evaluated(ctx, credit);
}

const contender = (
  name: string,
  rival: boolean,
  width: number,
  confirm: (ctx: EngineContext, entry: string) => Promise<void>,
): Contender => ({
  name,
  rival,
  async open(services, size): Promise<Running> {
    const { ctx, close } = await openBenchEngine(services);
    const entries = await settleStudents(ctx, size);
    return {
      prepare: () => reportAgain(ctx),
      round: async () => {
        const times = await atConcurrency(entries, width, (entry) => confirm(ctx, entry));
        return { units: size, figures: { 'p50 ms': median(times), 'p99 ms': percentile(times, 0.99) } };
      },
      outcome: () => confirmedIn(ctx),
      close,
    };
  },
});

const ours = contender('ours, 32 at once', false, 32, confirmed);
const alone = contender('ours, one at a time', false, 1, confirmed);

export const confirm = comparison({
  name: 'confirm',
  what: 'an entry of hours confirmed durably, with audit and outbox, and the rules evaluated anew',
  unit: 'entry',
  units: 'entries',
  size: 2_000,
  tiny: 20,
  contenders: [ours, alone, contender('hydrated document + audit document, 32 at once', true, 32, hydrated)],
  goals: [
    {
      text: 'one at a time: half of them within 3 ms',
      of: (figures) => figures(alone.name, 'p50 ms'),
      most: 3,
    },
    {
      text: '≥ 1,000 entries a second, 32 at once',
      of: (figures) => figures(ours.name, 'rate'),
      least: 1_000,
    },
    {
      text: 'cost at ten times the entries ≤ 1.25 ×',
      of: (figures) => figures(ours.name, 'growth'),
      most: 1.25,
    },
  ],
  notes: ['The rival bears neither a repeat nor a race, and a crash between its two writes loses the audit.'],
});
