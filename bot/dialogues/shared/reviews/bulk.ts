// Deciding a group together: what will be decided is shown, asked once, and decided item by item. What changed meanwhile is left
// out and named; the whole may be undone like one decision.
import { type Text, text } from '../../../../engine/kernel/message.ts';
import { type Reason, refused } from '../../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { reviewKindsOf } from '../../../../engine/programmes/rooms.ts';
import { askBulk } from '../../../../engine/reviews/bulk/ask.ts';
import { bulkOf, decideBulk, found, reasonsOf } from '../../../../engine/reviews/bulk/decide.ts';
import type { Bulk, BulkItem } from '../../../../engine/reviews/bulk/store.ts';
import { undoBulk } from '../../../../engine/reviews/bulk/undo.ts';
import type { BulkDecision } from '../../../../engine/reviews/kind.ts';
import { isUndoable } from '../../../../engine/reviews/undo.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { call, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { menuButton } from '../endings.ts';
import { button, ending, itemIn, kindOf, type StaffTalk } from './shell.ts';

const settings = { version: 1, decides: true } as const;

/** `<kind>.<group>` */
const ask: Dialogue<EngineContext> = dialogue('staff.bulk', { version: 1 }, [
  say('ask', async (talk) => {
    const named = itemIn(talk, talk.argument);
    const plural = named?.kind.bulk;
    const bulk = named && plural && (await askBulk(talk.env, talk.command('ask'), named.kind, named.subject));
    if (!bulk) return ending('bulk.none', undefined, button('next', 'staff.next'));
    return {
      texts: [
        await plural.title(talk.env, named.subject),
        ...(await linesOf(talk, plural, bulk.items)),
        ...(bulk.more ? [text('reviews:bulk.more')] : []),
        text('reviews:bulk.ask', { count: bulk.items.length }),
      ],
      buttons: [[confirmButton(plural, bulk)], [button('next', 'staff.next')], [menuButton()]],
      next: 'end',
    };
  }),
]);

const confirmButton = (plural: BulkDecision<EngineContext>, { _id, items }: Bulk) => ({
  label: text(plural.button, { count: items.length }),
  action: { go: 'staff.bulk-decide', argument: _id },
});

const decide: Dialogue<EngineContext> = dialogue('staff.bulk-decide', settings, [
  call('decide', (talk) => decided(talk), {
    ok: (bulk, talk) => outcome(talk, bulk, 'done'),
    refused: (reasons, talk) => said(reasons, talk),
  }),
]);

const undo: Dialogue<EngineContext> = dialogue('staff.bulk-undo', settings, [
  call('undo', (talk) => undone(talk), {
    ok: (bulk, talk) => outcome(talk, bulk, 'undone'),
    refused: (reasons, talk) => said(reasons, talk),
  }),
]);

const decided = (talk: StaffTalk) =>
  found(() => decideBulk(talk.env, talk.command('decide'), reviewKindsOf(talk.env), talk.argument));

const undone = (talk: StaffTalk) =>
  found(() => undoBulk(talk.env, talk.command('undo'), reviewKindsOf(talk.env), talk.argument));

/** How many, and which were left out and why. */
async function outcome(talk: StaffTalk, bulk: Bulk, how: 'done' | 'undone'): Promise<Outcome> {
  const kind = kindOf(talk, bulk.kind);
  const left = bulk.items.filter((each) => reasonsOf(each).length > 0);
  const count = bulk.items.length - left.length;
  const mayUndo = how === 'done' && count > 0 && kind.bulk && isUndoable(kind, kind.bulk.decision);
  return {
    texts: [
      text(`reviews:bulk.${how}`, { count }),
      ...(left.length > 0 ? [text(`reviews:bulk.left-${how}`, { count: left.length })] : []),
      ...(kind.bulk ? await namedWithReasons(talk, kind.bulk, left) : []),
    ],
    buttons: [
      ...(mayUndo ? [[button('undo-all', 'staff.bulk-undo', bulk._id)]] : []),
      [button('next', 'staff.next')],
    ],
    next: 'end',
    inPlace: true,
  };
}

async function namedWithReasons(
  talk: StaffTalk,
  plural: BulkDecision<EngineContext>,
  left: readonly BulkItem[],
): Promise<readonly Text[]> {
  const lines = await Promise.all(
    left.map(async (each) => [...(await linesOf(talk, plural, [each])), ...reasonTexts(reasonsOf(each))]),
  );
  return lines.flat();
}

/** Those that are gone meanwhile have no line. */
async function linesOf(
  talk: StaffTalk,
  plural: BulkDecision<EngineContext>,
  items: readonly BulkItem[],
): Promise<readonly Text[]> {
  const lines = await Promise.all(
    items.map(({ subject }) =>
      found(async () => ({ ok: true, value: await plural.line(talk.env, subject) })),
    ),
  );
  return lines.flatMap((each) => (each.ok ? [each.value] : []));
}

async function said(reasons: readonly Reason[], talk: StaffTalk): Promise<Outcome> {
  const bulk = await found(async () => ({
    ok: true,
    value: await bulkOf(talk.env, talk.actor.id, talk.argument),
  }));
  const shown = bulk.ok ? reasons : refused('reviews.gone').reasons;
  return { texts: reasonTexts(shown), buttons: [[button('next', 'staff.next')]], next: 'end', inPlace: true };
}

export const bulkDialogues: readonly Dialogue<EngineContext>[] = [ask, decide, undo];
