// The card of a review item as a desk shows it: everything that its decider needs, before and after the decision. It decides
// nothing and checks no right.
import { type Button, type Message, type Text, text } from '../kernel/message.ts';
import type { StoreContext } from '../store/context.ts';
import { openInGroup } from './bulk/group.ts';
import type { CardParts } from './card-parts.ts';
import type { ReviewKind } from './kind.ts';
import { refuseUndo } from './undo.ts';

/** How a card is called in `Notice.card` and `Settlement.settles`: by the id of its item. */
export { reviewId as subjectOf } from './store.ts';

/**
 * The card with its decisions and a button to put it off; decided already, it is the settled one.
 * @param reader who may undo what they have just decided. @throws AppError `not-found`
 */
export async function openCard<C extends StoreContext>(
  ctx: C,
  kind: ReviewKind<C>,
  subject: string,
  reader?: string,
): Promise<Message> {
  const parts = await kind.card(ctx, subject);
  return parts.decisions.length > 0
    ? waiting(kind, subject, parts, await bulkRow(ctx, kind, subject))
    : settled(parts, await undoRow(ctx, kind, subject, reader));
}

/**
 * The card after the decision: none is offered any more. One that is open after all stays open.
 * @param reader who may undo what they have just decided. @throws AppError `not-found`
 */
export async function settledCard<C extends StoreContext>(
  ctx: C,
  kind: ReviewKind<C>,
  subject: string,
  reader?: string,
): Promise<Message> {
  const parts = await kind.card(ctx, subject);
  return parts.result
    ? settled(parts, await undoRow(ctx, kind, subject, reader))
    : waiting(kind, subject, parts, []);
}

/** The button that decides all of the group together, where more than this one waits. */
async function bulkRow<C extends StoreContext>(
  ctx: C,
  kind: ReviewKind<C>,
  subject: string,
): Promise<Button[][]> {
  const group = kind.bulk && (await kind.read(ctx, subject)).group;
  if (!kind.bulk || group === undefined) return [];
  const n = await openInGroup(ctx, kind.id, group);
  if (n < 2) return [];
  const label = text(kind.bulk.button, { count: n });
  return [[{ label, action: { go: 'staff.bulk', argument: `${kind.id}.${group}` } }]];
}

/** The button that takes back what the reader decided, while they may. */
export async function undoRow<C extends StoreContext>(
  ctx: C,
  kind: ReviewKind<C>,
  subject: string,
  reader: string | undefined,
): Promise<Button[][]> {
  if (reader === undefined || !kind.undo) return [];
  const reading = await kind.read(ctx, subject);
  if (refuseUndo(kind, reading, reader, ctx.clock.now())) return [];
  return [[shellButton('undo', 'staff.undo', `${kind.id}.${subject}.${reading.version}`)]];
}

/** Who and what, and what approval leads to where `ahead`: shown before a decision is confirmed. */
export async function cardFacts<C extends StoreContext>(
  ctx: C,
  kind: ReviewKind<C>,
  subject: string,
  ahead: boolean,
): Promise<readonly Text[]> {
  const parts = await kind.card(ctx, subject);
  return ahead ? [...parts.body, ...parts.ahead] : parts.body;
}

function waiting(
  { id }: Pick<ReviewKind, 'id'>,
  subject: string,
  parts: CardParts,
  bulk: Button[][],
): Message {
  const { result, body, ahead, evidence, media, decisions, version } = parts;
  const later = shellButton('later', 'staff.later', `${id}.${subject}`);
  return {
    texts: [...(result ? [result] : []), ...body, ...ahead, ...evidence],
    buttons: [decisions.map((each) => naming(each, version)), ...bulk, [later]],
    media,
  };
}

/** A decision names the version that its maker sees here. */
const naming = (button: Button, version: string): Button =>
  'go' in button.action
    ? { ...button, action: { ...button.action, argument: `${button.action.argument}.${version}` } }
    : button;

const settled = ({ result, body, evidence, media }: CardParts, undo: Button[][]): Message => ({
  texts: [...(result ? [result] : []), ...body, ...evidence],
  buttons: [...undo, [shellButton('next', 'staff.next', '')]],
  media,
});

/** A button that leads into the desk's own dialogues about reviews. */
export const shellButton = (
  label: 'later' | 'next' | 'open' | 'open-oldest' | 'undo',
  go: string,
  argument: string,
): Button => ({
  label: text(`reviews:button.${label}`),
  action: { go, argument },
});
