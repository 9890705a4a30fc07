// The usual way: a hydrated mongoose document is read, changed and saved, and its audit is a document beside it.
import mongoose from 'mongoose';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { students } from '../../../engine/programmes/credit/store.ts';
import { evaluated } from './evaluated.ts';
import { coordinator } from './students.ts';

const auditSchema = new mongoose.Schema({ document: String, action: String, by: String, at: Date });

const auditOf = ({ db }: EngineContext) =>
  db.models.audit_of_rival ?? db.model('audit_of_rival', auditSchema);

export async function hydrated(ctx: EngineContext, entryId: string): Promise<void> {
  const student = await students.on(ctx.db).findOne({ 'credits.entries.id': entryId });
  const [credit] = student?.credits ?? [];
  const entry = credit?.entries.find((each) => each.id === entryId);
  if (!student || !credit || entry?.state !== 'reported') throw new Error('nothing to confirm');
  Object.assign(entry, { state: 'confirmed', decidedBy: coordinator.id, decidedAt: ctx.clock.now() });
  student.markModified('credits');
  await student.save();
  const said = { document: student._id, action: 'hours confirmed', by: coordinator.id, at: ctx.clock.now() };
  await auditOf(ctx).create(said);
  await evaluated(ctx, credit);
}
