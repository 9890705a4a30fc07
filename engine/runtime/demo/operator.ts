// The operator of the demo: one for all programmes, and of none of them. Fictional, like everybody there.
import { systemActor } from '../../kernel/actor.ts';
import { registerPerson } from '../../people/register.ts';
import { type CastMember, chatOf, done } from '../../programmes/demo-cast.ts';
import type { DemoPersona, EngineContext } from '../../programmes/programme.ts';

const operator: CastMember = {
  id: 'operator',
  desk: 'staff',
  name: 'Олжас Мысалбаев',
  language: 'ru',
  region: null,
  grants: [{ role: 'operator', scope: 'all' }],
};

export const operatorPersona: DemoPersona = { id: 'operator', desk: 'staff', role: 'web:persona.operator' };

/** Idempotent. */
export async function registerOperator(ctx: EngineContext): Promise<void> {
  const { id, desk: _desk, ...person } = operator;
  const blank = { phone: null, student: null, consents: [], demo: true };
  const command = { id: `demo/person/${id}`, actor: systemActor };
  done(await registerPerson(ctx, command, { chat: chatOf(operator), ...person, ...blank }));
}
