// An organisation applies to become a programme centre; whoever applies is its head (§3.3). After a refusal it may apply again,
// also under another head. Its BIN is its id.
import type { Command } from '../../../kernel/actor.ts';
import { binProblem } from '../../../kernel/iin.ts';
import type { Language } from '../../../kernel/languages.ts';
import { folded } from '../../../kernel/names.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { personOfChat } from '../../../people/reach.ts';
import { registerPerson } from '../../../people/register.ts';
import { addGrant } from '../../../people/staff.ts';
import { change, create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { mayTransition } from '../states.ts';
import { centreScope, centres } from '../store.ts';
import { transition } from '../transitions.ts';
import { centreApplied } from './events.ts';

export interface NewCentre {
  readonly bin: string;
  readonly name: string;
  readonly region: string;
  readonly address: string;
  /** How participants reach it. */
  readonly contact: string;
  /** What it does and has achieved. */
  readonly about: string;
  readonly head: { readonly chat: string; readonly name: string; readonly language: Language };
}

/** @returns the centre's id */
export async function applyAsCentre(
  ctx: EngineContext,
  command: Command,
  input: NewCentre,
): Promise<Result<string>> {
  const problem = binProblem(input.bin);
  if (problem) return refused(`common.bin-${problem}`, { length: input.bin.length });
  const head = await headOf(ctx, command, input);
  if (!head.ok) return head;
  const set = firstState(ctx, input, head.value);
  const made = await create(ctx, centres, input.bin, command, {
    action: 'centre applied',
    set,
    events: [centreApplied({ centre: input.bin })],
    result: input.bin,
    details: transition('centre', input.bin, null, 'applied'),
  });
  const applied = made.created ? ok(made.result) : await applyAgain(ctx, command, input.bin, set);
  if (!applied.ok) return applied;
  const grant = { role: 'centre-head' as const, scope: centreScope(input.bin) };
  const granted = await addGrant(ctx, { ...command, id: `${command.id}/head` }, head.value, grant);
  return granted.ok ? applied : granted;
}

/** Only what was refused may be applied for again. The event takes the role from a head who was refused. */
function applyAgain(ctx: EngineContext, command: Command, bin: string, set: ReturnType<typeof firstState>) {
  return change(ctx, centres, bin, command, ({ state, headId }) => {
    if (!mayTransition.centre(state, 'applied'))
      return refused(state === 'lapsed' ? 'badge.centre-right-lost' : 'badge.centre-known', { bin });
    return ok({
      action: 'centre applied again',
      set,
      events: [centreApplied({ centre: bin, formerHead: headId === set.headId ? null : headId })],
      result: bin,
      details: transition('centre', bin, state, 'applied'),
    });
  });
}

const firstState = (ctx: EngineContext, input: NewCentre, headId: string) => ({
  ...{ name: input.name, searchName: folded(input.name), region: input.region },
  ...{ address: input.address, contact: input.contact, about: input.about, headId },
  state: 'applied' as const,
  appliedAt: ctx.clock.now(),
  ...{ decision: null, signBy: null, signedAt: null, trained: [] },
});

async function headOf(ctx: EngineContext, command: Command, input: NewCentre): Promise<Result<string>> {
  const known = await personOfChat(ctx, input.head.chat);
  if (known) return ok(known._id);
  const blank = { region: input.region, phone: null, student: null, consents: [], grants: [] };
  return registerPerson(ctx, { ...command, id: `${command.id}/person` }, { ...input.head, ...blank });
}
