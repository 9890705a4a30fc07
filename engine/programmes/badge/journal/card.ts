// The card of a journal entry: who wrote what, with what evidence, and what approval leads to.
import { naming } from '../../../kernel/about.ts';
import { type Button, type Text, text } from '../../../kernel/message.ts';
import type { TextParams } from '../../../kernel/result.ts';
import { nameOf } from '../../../people/reach.ts';
import type { CardParts } from '../../../reviews/card-parts.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { standingWith } from '../progress/view.ts';
import type { Participation } from '../store.ts';
import { entryOf } from './cases.ts';
import { entryEvidence } from './evidence.ts';
import type { Entry } from './store.ts';
import { entryVersion } from './version.ts';

export async function entryCard(ctx: EngineContext, id: string): Promise<CardParts> {
  const entry = await entryOf(ctx, id);
  const participation = await participationOf(ctx, entry.participation);
  const isOpen = entry.state === 'sent' && participation.state === 'active';
  const by = entry.decision ? await nameOf(ctx, entry.decision.by) : '';
  return {
    version: entryVersion(entry),
    body: [await entryHead(ctx, entry, participation), ...lateness(entry), ...disputed(entry)],
    ahead: isOpen ? [await aheadOf(ctx, participation, entry)] : [],
    evidence: await entryEvidence(ctx, entry, 'staff'),
    media: entry.media,
    decisions: isOpen ? decisionsOf(entry) : [],
    result: isOpen ? null : resultOf(entry, by),
  };
}

export async function entryHead(
  ctx: EngineContext,
  entry: Entry,
  { person, level }: Participation,
): Promise<Text> {
  const { direction, kind, date, minutes } = entry;
  const params = { name: await nameOf(ctx, person), level, direction, kind, date };
  const head =
    minutes === null
      ? text('badge-mentor:card.entry', params)
      : text('badge-mentor:card.entry-minutes', { ...params, minutes });
  return naming(head, person);
}

const lateness = ({ late }: Entry): readonly Text[] =>
  late ? [text('badge-mentor:card.late', { reason: late.reason, note: late.note || '—' })] : [];

function disputed({ dispute }: Entry): readonly Text[] {
  if (!dispute) return [];
  const { state, words, finding } = dispute;
  return [text(`badge-mentor:card.dispute-${state}`, { words, finding: finding ?? '' })];
}

/** The level's rating, and the direction's percentage, once the entry is approved. */
async function aheadOf(ctx: EngineContext, participation: Participation, entry: Entry): Promise<Text> {
  const { directions, rating } = await standingWith(ctx, participation, entry);
  const { direction } = entry;
  const percent = directions.find((each) => each.direction === direction)?.percent ?? 0;
  return text('badge-mentor:card.ahead', { direction, percent, rating });
}

function decisionsOf({ _id, kind, employer }: Entry): readonly Button[] {
  const button = (label: string, go: string): Button => ({
    label: text(`badge-mentor:button.${label}`),
    action: { go, argument: _id },
  });
  // Work that the employer has not confirmed can only be returned.
  const mayApprove = kind !== 'work' || employer?.confirmed === true;
  return [
    ...(mayApprove ? [button('approve', 'badge.entry-approve')] : []),
    button('return', 'badge.entry-return'),
    button('task', 'badge.entry-task'),
  ];
}

function resultOf({ state, decision }: Entry, by: string): Text {
  if (state === 'sent') return text('badge-mentor:result.over');
  if (state === 'with-employer') return text('badge-mentor:result.with-employer');
  const params: TextParams = {
    by: by === '' ? '—' : by,
    at: decision?.at.toISOString() ?? null,
    words: decision?.words ?? '',
  };
  return naming(text(`badge-mentor:result.${state}`, params), decision?.by);
}
