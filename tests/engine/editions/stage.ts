// A database with the shipped rules, and operators who change them.

import { approveDraft, submitDraft } from '../../../engine/editions/approval.ts';
import { type DraftContent, read } from '../../../engine/editions/draft-content.ts';
import { editDraft, openDraft } from '../../../engine/editions/drafts.ts';
import { publishDraft } from '../../../engine/editions/publish.ts';
import { ruleDrafts } from '../../../engine/editions/store.ts';
import type { Actor, Command, Grant } from '../../../engine/kernel/actor.ts';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import { newId } from '../../../engine/kernel/ids.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { testContext } from '../../support/engine-context.ts';
import { giveBack, openStore } from '../../support/services/fresh-database.ts';

const grants: readonly Grant[] = [{ role: 'operator', scope: 'all' }];
export const aigul: Actor = { kind: 'person', id: 'operator-aigul', grants };
export const bolat: Actor = { kind: 'person', id: 'operator-bolat', grants };
export const student: Actor = { kind: 'person', id: 'student', grants: [] };

export const wish = (actor: Actor): Command => ({ id: newId(), actor });

export const SET = 'credit.completion';
export const TODAY = '2026-10-05';
export const FROM = '2027-01-01';

export interface EditionStage {
  readonly ctx: EngineContext;
  readonly clock: ManualClock;
  close(): Promise<void>;
}

export async function openStage(): Promise<EditionStage> {
  const db = await openStore();
  const clock = new ManualClock(`${TODAY}T06:00:00Z`);
  return { ctx: testContext(db, clock), clock, close: () => giveBack(db) };
}

export const draftNow = async (ctx: EngineContext, id: string) => {
  const found = await ruleDrafts.on(ctx.db).findById(id).lean();
  if (!found) throw new Error(`no draft ${id}`);
  return found;
};

export const unwrap = <T>(result: {
  readonly ok: boolean;
  readonly value?: T;
  readonly reasons?: unknown;
}): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.reasons));
  return result.value as T;
};

/** A draft by Aigul with a change in it. */
export async function drafted(
  ctx: EngineContext,
  change: (content: DraftContent) => DraftContent,
  from: string | null = FROM,
): Promise<string> {
  const id = unwrap(await openDraft(ctx, wish(aigul), SET, { from, reason: 'A test of the rules' }));
  const { v, content } = await draftNow(ctx, id);
  unwrap(await editDraft(ctx, wish(aigul), id, v, { content: change(read(content)) }));
  return id;
}

/** The whole way, by two people. @returns the number of the edition */
export async function published(
  ctx: EngineContext,
  change: (content: DraftContent) => DraftContent,
  from = FROM,
) {
  const id = await drafted(ctx, change, from);
  unwrap(await submitDraft(ctx, wish(aigul), id));
  unwrap(await approveDraft(ctx, wish(bolat), id, (await draftNow(ctx, id)).v));
  return unwrap(await publishDraft(ctx, wish(aigul), id));
}
