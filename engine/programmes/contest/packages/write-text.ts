// Somebody writes a winner's achievements in one language, over days: the next piece goes on where the last one ended.
import type { Command } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/languages.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { refusedAs } from '../reason.ts';
import { copiedTexts } from './copied-texts.ts';
import { packageReopened } from './events.ts';
import { examineText, LONGEST_TEXT } from './examine-text.ts';
import { inEach } from './judge.ts';
import { openPackage } from './open-package.ts';
import { type Package, packages, type Written } from './store.ts';
import { refuseWriting, winnerOf } from './winner.ts';

export interface WrittenPiece {
  readonly nomination: string;
  readonly language: Language;
  readonly text: string;
  /** `append` as a paragraph of its own; `replace` takes the place of all that stands there. */
  readonly how: 'append' | 'replace';
}

/** What is wrong with the text is told, never refused: it is being written. @returns the nomination's id */
export async function writeText(
  ctx: EngineContext,
  command: Command,
  { nomination: id, language, text, how }: WrittenPiece,
): Promise<Result<string>> {
  const winner = await winnerOf(ctx, id);
  const wrong = refuseWriting(ctx, command.actor, winner);
  if (wrong) return wrong;
  await openPackage(ctx, winner.nomination);
  return change(ctx, packages, id, command, (found) => {
    const before = found.texts[language].text;
    const whole = (how === 'append' && before !== '' ? `${before}\n\n${text}` : text).trim();
    if (whole.length > LONGEST_TEXT) return refusedAs('text-too-long', { most: LONGEST_TEXT });
    const texts = { ...found.texts, [language]: written(whole, language, ctx.clock.now(), command.actor.id) };
    return ok({
      action: 'description written',
      set: { texts, copied: [...copiedTexts(inEach((each) => texts[each].text))], sent: null },
      events: reopened(found),
      result: id,
      details: { language, characters: whole.length },
    });
  });
}

function written(text: string, language: Language, at: Date, by: string): Written {
  const { words, reasons } = examineText(text, language);
  return { text, words, faults: [...reasons], at, by };
}

/** Announced where the package had been sent: it is no longer what the Holding has. */
export const reopened = ({ _id: nomination, person, region, sent }: Package) =>
  sent ? [packageReopened({ nomination, person, region })] : [];
