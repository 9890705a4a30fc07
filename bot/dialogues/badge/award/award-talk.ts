// What the scripts of the award share: buttons, endings, and how a nominee is called.
import { naming } from '../../../../engine/kernel/about.ts';
import { type Button, type Text, text } from '../../../../engine/kernel/message.ts';
import type { TextParams } from '../../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Outcome } from '../../../dialogue/step.ts';
import type { Talk } from '../../../dialogue/talk.ts';
import { menuButton, wordsOf } from '../../shared/endings.ts';

export type AwardTalk = Talk<EngineContext>;

const words = wordsOf((name) => `badge-award:${name}`);
export const { button } = words;

/** The last word of a dialogue, with buttons that lead on. */
export const ending = (key: string, params?: TextParams, ...buttons: readonly Button[]): Outcome =>
  words.ending(key, params, ...buttons, menuButton());

/** A choice or a line that names somebody: `{{name}}` and the level. */
export const nomineeText = (
  key: string,
  { id, name, level }: { readonly id: string; readonly name: string; readonly level: string },
): Text => naming(text(`badge-award:${key}`, { name, level }), id);
