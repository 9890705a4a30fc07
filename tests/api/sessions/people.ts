// Somebody of the staff, and a student, as the bots would register them.
import type { Grant } from '../../../engine/kernel/actor.ts';
import { systemActor } from '../../../engine/kernel/actor.ts';
import { newId } from '../../../engine/kernel/ids.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import type { StoreContext } from '../../../engine/store/context.ts';

export const command = () => ({ id: `test/${newId()}`, actor: systemActor });

export async function personWith(ctx: StoreContext, ...grants: Grant[]): Promise<string> {
  const made = await registerPerson(ctx, command(), {
    chat: `staff.web.${newId()}`,
    name: 'Сынақ Үлгіұлы',
    language: 'kk',
    region: null,
    phone: null,
    student: null,
    consents: [],
    grants,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.reasons));
  return made.value;
}

export const operatorRole: Grant = { role: 'operator', scope: 'all' };
export const studentRole: Grant = { role: 'student', scope: 'university:alpha' };
