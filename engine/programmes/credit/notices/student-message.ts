// The parts that all notices to students are made of.
import { type Button, type Message, text } from '../../../kernel/message.ts';
import type { TextParams } from '../../../kernel/result.ts';
import type { Notice } from '../../../notify/notice.ts';
import type { Notify } from '../../../parts/part.ts';
import type { Happened } from '../../../store/event.ts';
import type { EngineContext } from '../../context.ts';

export type NotifyOf<P> = Notify<EngineContext, P>;

/** @param params what the label names, where there may be several such buttons */
export const go = (label: string, dialogue: string, argument = '', params?: TextParams): Button => ({
  label: text(`credit:button.${label}`, params),
  action: { go: dialogue, argument },
});

export const status = go('status', 'credit.status');
export const find = go('find', 'credit.find');

export const messageOf = (key: string, params: TextParams, ...buttons: readonly Button[]): Message => ({
  texts: [text(`credit:notice.${key}`, params)],
  ...(buttons.length > 0 && { buttons: buttons.map((each) => [each]) }),
});

export const toStudent = (
  event: Happened<{ readonly student: string }>,
  message: Message,
): readonly Notice[] => [{ to: event.data.student, desk: 'participant', message }];
