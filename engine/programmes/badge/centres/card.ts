// The card of an organisation that applies to become a programme centre, and how it stands with regard to its decision.
import { naming } from '../../../kernel/about.ts';
import { type Text, text } from '../../../kernel/message.ts';
import { nameOf } from '../../../people/reach.ts';
import type { CardParts } from '../../../reviews/card-parts.ts';
import type { Reading } from '../../../reviews/kind.ts';
import { readsAll } from '../../../store/indexes.ts';
import type { EngineContext } from '../../context.ts';
import { centreOf } from '../cases.ts';
import { type Centre, centreScope, centres } from '../store.ts';
import { staffGo } from '../words.ts';
import { centreVersion } from './decide.ts';

export async function centreCard(ctx: EngineContext, bin: string): Promise<CardParts> {
  const centre = await centreOf(ctx, bin);
  const { name, region, address, contact, about, headId, appliedAt } = centre;
  const isOpen = centre.state === 'applied';
  const params = { ...{ bin, name, region, address, contact }, at: appliedAt.toISOString() };
  const head = (await nameOf(ctx, headId)) || '—';
  return {
    version: centreVersion(centre),
    body: [naming(text('badge-staff:card.centre', { ...params, head }), headId)],
    ahead: isOpen ? [text('badge-staff:card.centre-ahead')] : [],
    evidence: [text('badge-staff:card.centre-about', { about })],
    media: [],
    decisions: isOpen
      ? [
          staffGo('accept-centre', 'badge.centre-accept', bin),
          staffGo('refuse-centre', 'badge.centre-refuse', bin),
        ]
      : [],
    result: isOpen ? null : await resultOf(ctx, centre),
  };
}

async function resultOf(ctx: EngineContext, { state, decision, signBy, signedAt }: Centre): Promise<Text> {
  const by = (await nameOf(ctx, decision?.by ?? '')) || '—';
  const at = (decision?.at ?? ctx.clock.now()).toISOString();
  const params = {
    ...{ by, at, reason: decision?.reason ?? '' },
    until: (signBy ?? ctx.clock.now()).toISOString(),
    signed: (signedAt ?? ctx.clock.now()).toISOString(),
  };
  return naming(text(`badge-staff:result.centre.${state}`, params), decision?.by ?? null);
}

export async function readCentre(ctx: EngineContext, bin: string): Promise<Reading> {
  const centre = await centreOf(ctx, bin);
  const { state, headId, appliedAt, decision, v } = centre;
  return {
    state: state === 'applied' ? 'open' : 'decided',
    about: headId,
    scope: 'all',
    interested: [centreScope(bin)],
    ...{ since: appliedAt, due: null, version: centreVersion(centre), order: v },
    decision: decision && {
      how: state === 'refused' ? 'refused' : 'accepted',
      by: decision.by,
      at: decision.at,
    },
  };
}

export async function* centreIds(ctx: EngineContext): AsyncIterable<string> {
  for await (const { _id } of centres.on(ctx.db).find(readsAll, { _id: 1 }).lean().cursor()) yield _id;
}
