// The employer's word on a report of work (§3.1): asked for by a one-time link that the participant hands on, given without
// an account. It goes to the mentor; the participant reads it after the mentor's approval.
import type { Command } from '../../../kernel/actor.ts';
import { text } from '../../../kernel/message.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import type { OutsideAnswer, OutsideWord } from '../../../parts/outside-word.ts';
import { nameOf } from '../../../people/reach.ts';
import { openSecureForm } from '../../../people/secure-forms.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { hasConsent } from '../consent.ts';
import { entryOf, named } from './cases.ts';
import { employerAnswered } from './events.ts';
import { entries } from './store.ts';

const ID = 'badge.work';

/** @returns the page's address, for the participant to hand on */
export async function askEmployer(
  ctx: EngineContext,
  { actor }: Pick<Command, 'actor'>,
  entryId: string,
): Promise<Result<string>> {
  const { person, state } = await entryOf(ctx, entryId);
  if (person !== actor.id) return refused('common.not-allowed');
  if (state !== 'with-employer') return refused('badge-journal.nothing-asked');
  const secret = await openSecureForm(ctx, {
    ...{ kind: 'outside-form', person },
    about: { word: ID, subject: entryId },
  });
  return ok(ctx.links.form(secret));
}

export const employerWord: OutsideWord<EngineContext> = {
  id: ID,
  async show(ctx, entryId) {
    const entry = await entryOf(ctx, entryId).catch(() => null);
    if (entry?.state !== 'with-employer') return null;
    const { days, title, person } = entry;
    const params = { name: await nameOf(ctx, person), title: title ?? '—', count: days.length };
    return [
      text('badge-journal:employer.asked', { ...params, from: days[0] ?? '', to: days.at(-1) ?? '' }),
      text('badge-journal:entry.text', { words: entry.text }),
    ];
  },
  answer: giveEmployerWord,
};

export async function giveEmployerWord(
  ctx: EngineContext,
  command: Command,
  entryId: string,
  { confirmed, name, post, words }: OutsideAnswer,
): Promise<Result<string>> {
  const { participation, person } = await entryOf(ctx, entryId);
  const { state } = await participationOf(ctx, participation);
  if (!(await hasConsent(ctx, person))) return refused('common.link-used');
  return change(ctx, entries, entryId, command, (entry) => {
    if (entry.state !== 'with-employer' || state !== 'active') return refused('common.link-used');
    const at = ctx.clock.now();
    return ok({
      action: confirmed ? 'work confirmed by the employer' : 'work rejected by the employer',
      set: {
        state: 'sent' as const,
        sentAt: at,
        employer: { confirmed, name: name.trim(), post: post.trim(), words: words.trim(), at },
      },
      events: [employerAnswered(named(entry))],
      result: entryId,
      details: { from: entry.state, to: 'sent', confirmed },
    });
  });
}
