// A report as a document to download: the contract's form as PDF and DOCX, and its evidence as an archive with a manifest.
import { trusted } from 'mongoose';
import type { DocumentKind, OpenedDocument } from '../../../documents/kind.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { ok, refused } from '../../../kernel/result.ts';
import { type Packed, pieces } from '../../../media/packed.ts';
import { bytesOf, media as kept, type MediaRecord } from '../../../media/store.ts';
import type { EngineContext } from '../../context.ts';
import { seesContacts } from '../rights.ts';
import { archiveNames } from './archive-names.ts';
import { seenReport } from './cases.ts';
import { reportLayout } from './layout.ts';
import { type ReportView, viewOf } from './view.ts';

/** @throws AppError `not-found` for a report that is not there, or not the actor's to see */
export async function openReport(ctx: EngineContext, actor: Actor, id: string): Promise<OpenedDocument> {
  const { project, report } = await seenReport(ctx, actor, id);
  const view = await viewOf(ctx, project, report, seesContacts(actor, project));
  return {
    name: `qadam-${report.kind}-report-${report.docId}`,
    madeAt: report.madeAt,
    layout: (language) => reportLayout(view, language),
    files: () => archiveOf(ctx, view, report.madeAt),
  };
}

export const reportDocument: DocumentKind<EngineContext> = {
  id: 'grant-report',
  title: 'grant-report:document',
  formats: ['pdf', 'docx', 'zip'],
  async open(ctx, actor, id) {
    try {
      return ok(await openReport(ctx, actor, id));
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return refused('common.not-allowed');
      throw error;
    }
  },
};

interface Filed {
  readonly path: string;
  readonly record: MediaRecord;
}

/** Files that were erased with the person who sent them are gone from the archive as well. */
async function* archiveOf(ctx: EngineContext, view: ReportView, at: Date): AsyncGenerator<Packed> {
  const ids = view.pieces.flatMap(({ evidence }) => evidence.media);
  const found = (await kept
    .on(ctx.db)
    .find({ _id: trusted({ $in: ids }) })
    .lean()) as unknown as MediaRecord[];
  const records = new Map(found.map((each) => [each._id, each]));
  const filed = new Map<number, readonly Filed[]>(
    view.pieces.map((piece) => [
      piece.no,
      archiveNames(piece).flatMap(({ media, name }) => {
        const record = records.get(media);
        return record ? [{ path: `evidence/${name}.${endingOf(record)}`, record }] : [];
      }),
    ]),
  );
  const manifest = Buffer.from(`${JSON.stringify(manifestOf(view, filed), null, 2)}\n`);
  yield { path: 'manifest.json', at, dense: true, bytes: pieces(manifest) };
  for (const { path, record } of [...filed.values()].flat())
    yield { path, at: record.createdAt, dense: false, bytes: bytesOf(ctx, record._id) };
}

const manifestOf = (view: ReportView, filed: ReadonlyMap<number, readonly Filed[]>) => ({
  ...{ docId: view.docId, kind: view.kind, planVersion: view.version, madeOn: view.on },
  percent: view.progress.percent,
  evidence: view.pieces.map(({ no, evidence }) => ({
    ...{ no, activity: evidence.activity, kind: evidence.kind, unit: evidence.unit, date: evidence.date },
    indicators: [...new Set(evidence.serves.map(({ indicator }) => indicator))],
    ...{ accepted: evidence.decision?.quantity ?? null, people: evidence.decision?.people ?? null },
    link: evidence.link?.url ?? null,
    files: (filed.get(no) ?? []).map(({ path, record }) => ({
      ...{ path, sha256: record.sha256, bytes: record.size, type: record.mime },
    })),
  })),
});

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'video/quicktime': 'mov',
  'audio/mpeg': 'mp3',
  'audio/x-m4a': 'm4a',
  'application/x-cfb': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** By what the bytes are, and never by the name that somebody gave. */
const endingOf = ({ mime }: MediaRecord): string =>
  endings[mime] ?? /^[a-z]+\/([a-z0-9]{2,5})$/.exec(mime)?.[1] ?? 'bin';
