// The files of a piece of evidence: its sender's own, of the kind that it says, each content once.
import { trusted } from 'mongoose';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { media as kept } from '../../../media/store.ts';
import type { StoreContext } from '../../../store/context.ts';
import type { EvidenceKind } from '../plan/units.ts';

export interface Files {
  readonly media: readonly string[];
  /** SHA-256 of each. */
  readonly contents: readonly string[];
}

const fits: Readonly<Record<EvidenceKind, readonly string[]>> = {
  photo: ['photo'],
  video: ['video'],
  document: ['document', 'photo'],
  link: [],
  survey: ['document'],
};

/** In the order in which they were sent. @param owner the person who sends them */
export async function filesOf(
  ctx: StoreContext,
  owner: string,
  kind: EvidenceKind,
  ids: readonly string[],
): Promise<Result<Files>> {
  const found = await kept
    .on(ctx.db)
    .find({ _id: trusted({ $in: [...ids] }), owner })
    .lean();
  const files = ids.flatMap((id) => found.find(({ _id }) => _id === id) ?? []);
  if (files.length < ids.length) return refused('grant.no-file');
  if (files.some((each) => !fits[kind].includes(each.kind))) return refused('grant.wrong-file');
  const once = files.filter(
    ({ sha256 }, index) => files.findIndex((each) => each.sha256 === sha256) === index,
  );
  return ok({ media: once.map(({ _id }) => _id), contents: once.map(({ sha256 }) => sha256) });
}
