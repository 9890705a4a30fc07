// An organisation registers, and may apply again after a refusal, also under another head: whoever was refused must
// not stand in the way of the real one. Its BIN is its id, so that there is one record of it.
import type { Command } from '../kernel/actor.ts';
import { binProblem } from '../kernel/iin.ts';
import type { Language } from '../kernel/languages.ts';
import { folded } from '../kernel/names.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { personOfChat } from '../people/reach.ts';
import { registerPerson } from '../people/register.ts';
import { addGrant } from '../people/staff.ts';
import { change, create } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { organisationScope } from './accreditation.ts';
import { registered } from './events.ts';
import { type OrganisationKind, organisations } from './store.ts';

export interface NewOrganisation {
  readonly bin: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly region: string;
  readonly address: string;
  readonly activities: readonly string[];
  readonly contact: string;
  /** The first head: who registers it, and from which chat. */
  readonly head: { readonly chat: string; readonly name: string; readonly language: Language };
}

/** @returns the organisation's id */
export async function registerOrganisation(
  ctx: StoreContext,
  command: Command,
  input: NewOrganisation,
): Promise<Result<string>> {
  const problem = binProblem(input.bin);
  if (problem) return refused(`common.bin-${problem}`, { length: input.bin.length });
  const head = await registerHead(ctx, command, input);
  if (!head.ok) return head;
  const made = await create(ctx, organisations, input.bin, command, {
    action: 'organisation registered',
    set: application(ctx, input, head.value),
    events: [registered({ organisation: input.bin })],
    result: input.bin,
  });
  const applied = made.created ? ok(made.result) : await applyAgain(ctx, command, input, head.value);
  if (!applied.ok) return applied;
  const grant = { role: 'head' as const, scope: organisationScope(input.bin) };
  const granted = await addGrant(ctx, { ...command, id: `${command.id}/head` }, head.value, grant);
  return granted.ok ? applied : granted;
}

/** Only what was refused may be applied for again. The event takes the role from the head who was refused. */
function applyAgain(ctx: StoreContext, command: Command, input: NewOrganisation, headId: string) {
  return change(ctx, organisations, input.bin, command, (organisation) => {
    if (organisation.accreditation !== 'refused')
      return refused('common.organisation-known', { bin: input.bin });
    const formerHead = organisation.headId === headId ? null : organisation.headId;
    return ok({
      action: 'organisation applied again',
      set: application(ctx, input, headId),
      events: [registered({ organisation: input.bin, formerHead })],
      result: input.bin,
    });
  });
}

const application = (ctx: StoreContext, input: NewOrganisation, headId: string) => ({
  name: input.name,
  searchName: folded(input.name),
  kind: input.kind,
  region: input.region,
  address: input.address,
  activities: [...input.activities],
  contact: input.contact,
  headId,
  /** Another head signs anew. */
  headSignature: null,
  accreditation: 'applied' as const,
  decidedBy: null,
  decidedAt: null,
  reason: null,
  createdAt: ctx.clock.now(),
});

async function registerHead(
  ctx: StoreContext,
  command: Command,
  input: NewOrganisation,
): Promise<Result<string>> {
  const known = await personOfChat(ctx, input.head.chat);
  if (known) return ok(known._id);
  const blank = { region: input.region, phone: null, student: null, consents: [], grants: [] };
  return registerPerson(ctx, { ...command, id: `${command.id}/person` }, { ...input.head, ...blank });
}
