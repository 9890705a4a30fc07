// The operator's room of the award commission: who sits in it, what is missing, and what comes next.

import { naming } from '../../../../engine/kernel/about.ts';
import { type Button, type Text, text } from '../../../../engine/kernel/message.ts';
import {
  commissionDesk,
  concludeAwardSitting,
  formAwardCommission,
  openAwardSitting,
  openCases,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { call, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { menuButton } from '../../shared/endings.ts';
import { type AwardTalk, button, ending } from './award-talk.ts';

export const commission: Dialogue<EngineContext> = dialogue('badge.commission', { version: 1 }, [
  say('show', async ({ env }): Promise<Outcome> => {
    const desk = await commissionDesk(env);
    const buttons = [...buttonsOf(desk), menuButton()].map((each) => [each]);
    if (!desk.commission) return { texts: [text('badge-award:commission.none')], buttons, next: 'end' };
    const lines = desk.members.map(memberText);
    const none = lines.length === 0 ? [text('badge-award:commission.no-members')] : [];
    const faults = desk.isSitting ? [text('badge-award:commission.sits')] : reasonTexts(desk.faults);
    return {
      texts: [text('badge-award:commission.title'), ...lines, ...none, ...faults],
      buttons,
      next: 'end',
    };
  }),
]);

type Desk = Awaited<ReturnType<typeof commissionDesk>>;

function memberText({ person, name, kind, represents, isSeated, isChair }: Desk['members'][number]): Text {
  const how = isChair ? 'chair' : isSeated ? 'member' : 'asked';
  return naming(text(`badge-award:commission.${how}`, { name, kind, represents }), person);
}

function buttonsOf({ commission: formed, faults, isSitting }: Desk): readonly Button[] {
  const ceremony = button('ceremony', 'badge.ceremony');
  if (!formed) return [button('form', 'badge.commission-form'), ceremony];
  if (isSitting)
    return [button('conclude', 'badge.sitting-end'), button('nominees', 'badge.nominees'), ceremony];
  return [
    button('seat-member', 'badge.member-seat'),
    button('name-chair', 'badge.member-chair'),
    ...(faults.length === 0 ? [button('open-sitting', 'badge.sitting-open')] : []),
    ceremony,
  ];
}

const back = () => button('commission', 'badge.commission');

export const commissionForm: Dialogue<EngineContext> = dialogue('badge.commission-form', { version: 1 }, [
  confirm('sure', 'badge-award:commission.form-sure', undefined, { button: 'badge-award:button.form' }),
  call('form', ({ env, command }: AwardTalk) => formAwardCommission(env, command('form')), {
    ok: () => ending('commission.formed', undefined, back()),
  }),
]);

export const sittingOpen: Dialogue<EngineContext> = dialogue('badge.sitting-open', { version: 1 }, [
  confirm('sure', 'badge-award:commission.open-sure', undefined, {
    button: 'badge-award:button.open-sitting',
  }),
  call('open', ({ env, command }: AwardTalk) => openAwardSitting(env, command('open')), {
    ok: () => ending('commission.opened', undefined, back()),
  }),
]);

export const sittingEnd: Dialogue<EngineContext> = dialogue('badge.sitting-end', { version: 1 }, [
  confirm(
    'sure',
    'badge-award:commission.end-sure',
    async ({ env }: AwardTalk) => ({ count: (await openCases(env)).length / 2 }),
    { button: 'badge-award:button.conclude' },
  ),
  call('end', ({ env, command }: AwardTalk) => concludeAwardSitting(env, command('end')), {
    ok: (number) => ending('commission.concluded', { number: String(number) }, back()),
    refused: (reasons) => ({
      ...{ texts: reasonTexts(reasons), next: 'end' as const },
      buttons: [[back()], [menuButton()]],
    }),
  }),
]);
