// A legal representative sees for whom they have consented, and may take it back at any time.
import { naming } from '../../../engine/kernel/about.ts';
import { text } from '../../../engine/kernel/message.ts';
import { type Ward, wardsOf, withdrawAsGuardian as withdraw } from '../../../engine/people/guardians.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { call, goButton, say } from '../../dialogue/steps/call.ts';
import { confirm } from '../../dialogue/steps/confirm.ts';
import type { Talk } from '../../dialogue/talk.ts';
import { menuButton } from '../shared/endings.ts';

const menuRow = () => [menuButton()];

const nothing = { texts: [text('guardian:no-wards')], buttons: [menuRow()], next: 'end' } as const;

const isLive = ({ purposes }: Ward): boolean => purposes.length > 0;

export const wards: Dialogue<EngineContext> = dialogue('guardian.wards', { version: 1 }, [
  say('show', async ({ env, actor }) => {
    const found = await wardsOf(env, actor.id);
    if (found.length === 0) return nothing;
    const rows = found
      .filter(isLive)
      .map(({ id, name }) => [goButton('guardian:button.withdraw', 'guardian.withdraw', id, { name })]);
    const texts = found.map((each) =>
      naming(text(`guardian:ward.${isLive(each) ? 'live' : 'over'}`, { name: each.name }), each.id),
    );
    return { texts, buttons: [...rows, menuRow()], next: 'end' };
  }),
]);

const wardOf = async ({ env, actor, argument }: Talk<EngineContext>): Promise<Ward | undefined> =>
  (await wardsOf(env, actor.id)).find((each) => each.id === argument);

export const withdrawAsGuardian: Dialogue<EngineContext> = dialogue('guardian.withdraw', { version: 1 }, [
  say('known', async (talk) => ((await wardOf(talk)) ? { texts: [], next: 'on' } : nothing)),
  confirm(
    'sure',
    'guardian:withdraw.sure',
    async (talk: Talk<EngineContext>) => ({ name: (await wardOf(talk))?.name ?? '' }),
    { button: 'guardian:button.withdraw-now' },
  ),
  call(
    'withdraw',
    (talk: Talk<EngineContext>) => withdraw(talk.env, talk.command('withdraw'), talk.argument),
    { ok: () => ({ texts: [text('guardian:withdraw.done')], buttons: [menuRow()], next: 'end' }) },
  ),
]);
