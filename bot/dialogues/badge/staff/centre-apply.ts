// An organisation applies to become a programme centre; whoever applies is its head.
import { chatKey } from '../../../../engine/kernel/chat.ts';
import { personOfChat } from '../../../../engine/people/reach.ts';
import { applyAsCentre } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { askAgain, call } from '../../../dialogue/steps/call.ts';
import { choose } from '../../../dialogue/steps/choose.ts';
import { type Change, review } from '../../../dialogue/steps/review.ts';
import { answer } from '../../../dialogue/talk.ts';
import { bin } from '../../fields/bin.ts';
import { freeText } from '../../fields/free-text.ts';
import { regionOptions } from '../../fields/regions.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { registeredOnly } from '../../shared/register.ts';
import type { BadgeTalk } from '../talk.ts';

const fields = ['bin', 'name', 'region', 'address', 'contact', 'about'] as const;

const change: readonly Change[] = fields.map((step) => ({
  step,
  label: `badge-staff:change.${step}`,
}));

const given = ({ draft }: BadgeTalk) => ({
  ...{ bin: answer(draft, 'bin'), name: answer(draft, 'name'), region: answer(draft, 'region') },
  ...{ address: answer(draft, 'address'), contact: answer(draft, 'contact'), about: answer(draft, 'about') },
});

async function apply(talk: BadgeTalk) {
  const chat = chatKey(talk.address);
  const name = (await personOfChat(talk.env, chat))?.name ?? '';
  const head = { chat, name, language: talk.language };
  return applyAsCentre(talk.env, talk.command('apply'), { ...given(talk), head });
}

export const centreApply: Dialogue<EngineContext> = dialogue('badge.centre-apply', { version: 1 }, [
  registeredOnly('badge.centre-apply'),
  ask('bin', bin, 'badge-staff:centre.which-bin'),
  ask('name', freeText({ least: 3, most: 200 }), 'badge-staff:centre.which-name'),
  choose('region', regionOptions, 'badge-staff:centre.which-region'),
  ask('address', freeText({ least: 5, most: 300 }), 'badge-staff:centre.which-address'),
  ask('contact', freeText({ least: 5, most: 200 }), 'badge-staff:centre.which-contact'),
  ask('about', freeText({ least: 20, most: 2000 }), 'badge-staff:centre.which-about'),
  review('review', 'badge-staff:centre.review', given, { button: 'badge-staff:button.send', change }),
  call('apply', apply, {
    ok: () => ending('badge-staff:centre.sent', undefined, menuButton()),
    refused: (reasons) => askAgain('bin')(reasons),
  }),
]);
