// Evidence is sent for an indicator: checked, held against a second sending, and put before the grantor's manager.
import type { Command } from '../../../kernel/actor.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { evidenceSent } from '../events.ts';
import type { Plan } from '../plan/shape.ts';
import { isCountedByFile } from '../plan/units.ts';
import type { Served } from '../progress/piece.ts';
import { projectOf, versionInForce } from '../project/cases.ts';
import { maySend } from '../rights.ts';
import { type GrantEvidence, grantEvidence } from '../store.ts';
import { holderOf, holdsOf } from './cases.ts';
import { type Files, filesOf } from './files.ts';
import { type KnownLink, linkOf } from './networks.ts';
import { type Meant, meantBy, type NewEvidence, refusalOf } from './offered.ts';
import { countedByList, sharableWith } from './sharing.ts';

/** @returns the id of the evidence */
export async function sendEvidence(
  ctx: EngineContext,
  command: Command,
  evidence: NewEvidence,
): Promise<Result<string>> {
  const id = derivedId(`grant evidence ${command.id}`);
  const before = await grantEvidence.on(ctx.db).exists({ _id: id, sentBy: command.actor.id });
  if (before) return ok(id);
  const project = await projectOf(ctx, evidence.project);
  const plan = versionInForce(project)?.plan;
  if (!plan) return refused('grant.not-in-force');
  const meant = meantBy(plan, evidence);
  if (!meant) return refused('grant.no-such-indicator');
  if (!maySend(command.actor, project._id, meant.measure.unit)) return refused('common.not-allowed');
  const link = evidence.link === null ? null : linkOf(evidence.link);
  const refusal = refusalOf(ctx.clock.now(), evidence, meant, link, project);
  if (refusal) return refusal;
  const serves = servedBy(plan, evidence);
  if (!serves) return refused('grant.cannot-share');
  const files = await filesOf(ctx, command.actor.id, evidence.kind, evidence.media);
  if (!files.ok) return files;
  return store(ctx, command, id, { evidence, meant, link, serves, files: files.value });
}

/** Null where it is marked to serve what it cannot. */
function servedBy(plan: Plan, { indicator, part, alsoServes, people }: NewEvidence): Served[] | null {
  const sharable = sharableWith(plan, { indicator, part });
  const shared = alsoServes.map((id) => sharable.find((each) => each.indicator === id));
  if (shared.some((each) => each === undefined)) return null;
  const others = shared.flatMap((each) => (each ? [{ indicator: each.indicator, part: each.part }] : []));
  const all = [{ indicator, part }, ...others];
  return people === null ? all : [...all, ...all.flatMap((each) => countedByList(plan, each))];
}

interface Checked {
  readonly evidence: NewEvidence;
  readonly meant: Meant;
  readonly link: KnownLink | null;
  readonly serves: readonly Served[];
  readonly files: Files;
}

async function store(
  ctx: EngineContext,
  command: Command,
  id: string,
  checked: Checked,
): Promise<Result<string>> {
  const { evidence, meant, link, serves, files } = checked;
  const { project, kind, people, date, place, participant, note } = evidence;
  const holds = holdsOf(project, files.contents, link?.key ?? null);
  const made = await create(ctx, grantEvidence, id, command, {
    action: 'evidence sent',
    set: {
      ...{ project, activity: meant.activity.id, serves: [...serves], unit: meant.measure.unit, kind },
      ...{ media: [...files.media], contents: [...files.contents], holds },
      link: link && { url: link.url, network: link.network },
      quantity: quantityOf(evidence, meant, files),
      ...{ people, of: null, date, place, participant, note },
      ...{ state: 'sent', sentBy: command.actor.id, sentAt: ctx.clock.now(), decision: null },
    },
    events: [evidenceSent({ project, evidence: id })],
    result: id,
    details: { indicator: evidence.indicator, alsoServes: evidence.alsoServes },
  });
  return made.created ? ok(made.result) : sentAlready(await holderOf(ctx, holds));
}

function quantityOf({ quantity, media }: NewEvidence, { measure }: Meant, files: Files): number {
  if (isCountedByFile(measure.unit) && media.length > 0) return files.contents.length;
  return quantity ?? 1;
}

/** The same file or link stands in the project already: where, so that it can be marked as shared there. */
export const sentAlready = (holder: GrantEvidence | null): Refused =>
  refused('grant.sent-already', { indicator: holder?.serves[0]?.indicator ?? '' });
