// What the contest does when a person uses the rights over their data, or a consent ends. That somebody was on a list of
// nominees stays as a figure under a meaningless id: protocols rest on it. What they told of themselves goes.

import { systemActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import { change } from '../../store/command.ts';
import type { EngineContext } from '../context.ts';
import type { PersonalPart } from '../programme.ts';
import { CONSENT_PURPOSE, hasConsent } from './consent.ts';
import { nominationsOf } from './nominations/nomination.ts';
import { withdrawNomination } from './nominations/withdraw.ts';
import { endedStates, nominationStates } from './states.ts';
import { type Nomination, nominations } from './store.ts';

const isRunning = ({ state }: Nomination): boolean => !endedStates.includes(state);

async function end(ctx: EngineContext, person: string, cause: string): Promise<void> {
  for (const nomination of (await nominationsOf(ctx, person)).filter(isRunning)) {
    const command = { id: `${cause}/${nomination._id}`, actor: systemActor };
    await withdrawNomination(ctx, command, nomination._id);
  }
}

export const nominationRights: PersonalPart = {
  purposes: [CONSENT_PURPOSE],
  async consentEnded(ctx, person, cause) {
    // Given anew before this was carried out: what was begun since then stands on that consent.
    if (!(await hasConsent(ctx, person))) await end(ctx, person, cause);
  },
  documents: async (ctx, person) =>
    (await nominationsOf(ctx, person)).map(({ _id }) => `${nominations.name}/${_id}`),
  async record(ctx, person) {
    const found = await nominationsOf(ctx, person);
    if (found.length === 0) return null;
    return { nominations: found.map(({ v: _v, applied: _a, audit: _h, outbox: _o, ...kept }) => kept) };
  },
  hasRecords: async (ctx, person) => (await nominationsOf(ctx, person)).length > 0,
  erasing: {
    waitsFor: async () => [],
    end: (ctx, person) => end(ctx, person, `erase/${person}/contest`),
    items: async (ctx, person) => (await nominationsOf(ctx, person)).map(({ _id }) => _id),
    counts: async () => false,
    async erase(ctx, person) {
      for (const { _id } of await nominationsOf(ctx, person))
        await change(ctx, nominations, _id, { id: `erase/${_id}/words`, actor: systemActor }, () =>
          ok({
            action: 'nomination emptied',
            set: { grounds: [], reason: null, admission: null },
            result: null,
          }),
        );
    },
  },
};

const running = nominationStates.filter((state) => !endedStates.includes(state));

/** Ends what runs without a live consent: its term is over, or it was withdrawn in the very moment of a step. */
export async function endUnconsented(ctx: EngineContext): Promise<void> {
  const found = nominations.raw(ctx.db).find({ state: { $in: running } } as never, {
    projection: { person: 1 },
  });
  const ids = new Set(((await found.toArray()) as unknown as Nomination[]).map(({ person }) => person));
  for (const person of ids)
    if (!(await hasConsent(ctx, person))) await end(ctx, person, `unconsented/${newId()}`);
}
