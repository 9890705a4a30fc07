// Shows what was gathered and asks to confirm. Nothing has happened before this answer.
import { text } from '../../../engine/kernel/message.ts';
import type { Draft } from '../session.ts';
import type { InputStep } from '../step.ts';
import { choose, type Option, type ParamsOf } from './choose.ts';

const yes: Option = { value: 'yes', label: text('common:button.confirm') };

export interface ConfirmSettings {
  /** Text key of the button, a verb: `credit:button.book`. */
  readonly button?: string;
  readonly when?: (draft: Draft) => boolean;
}

export function confirm<E>(
  id: string,
  key: string,
  params?: ParamsOf<E>,
  settings: ConfirmSettings = {},
): InputStep<E> {
  const option = settings.button ? { ...yes, label: text(settings.button) } : yes;
  return choose<E>(id, [option], key, {
    ...(params && { params }),
    ...(settings.when && { when: settings.when }),
  });
}
