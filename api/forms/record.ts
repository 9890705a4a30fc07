// The page by which a person takes a copy of everything that is kept about them: it says what the copy holds, and hands
// it out once. The only place where a personal number and an account are opened for their owner.

import { ok, refused } from '../../engine/kernel/result.ts';
import { type Packed, pieces } from '../../engine/media/packed.ts';
import { bytesOf, type MediaRecord } from '../../engine/media/store.ts';
import { ownNumbers } from '../../engine/people/record.ts';
import { spendRecordLink } from '../../engine/people/record-link.ts';
import { people } from '../../engine/people/store.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { pathOf, personalRecord } from '../../engine/programmes/record.ts';
import { Download } from '../downloads/download.ts';
import { zipOf } from '../downloads/zip.ts';
import { html } from '../pages/html.ts';
import { formPage, sayIn } from './frame.ts';
import type { FormKind } from './kind.ts';

const CONTENTS = ['record.data', 'record.numbers', 'record.files'] as const;

export const recordForm: FormKind<EngineContext> = {
  kind: 'record-form',
  limits: { fields: {} },

  async show({ form: { language } }, _typed, trouble) {
    const say = sayIn(language);
    const before = html`<p>${say('record.contents')}</p>
<ul>${CONTENTS.map((each) => html`<li>${say(each)}</li>`)}</ul>`;
    return formPage({ language, name: 'record', before, fields: '', trouble });
  },

  async keep({ ctx, secret }) {
    const spent = await spendRecordLink(ctx, secret);
    if (!spent.ok) return spent;
    const record = await ownRecord(ctx, spent.value);
    if (!record) return refused('common.link-used');
    return ok(new Download('qadam.zip', 'application/zip', zipOf(packed(ctx, record))));
  },
};

async function ownRecord(ctx: EngineContext, personId: string) {
  const person = await people.on(ctx.db).findById(personId).lean();
  const record = person && (await personalRecord(ctx, personId));
  return record && { ...record, numbers: ownNumbers(ctx, person) };
}

type OwnRecord = NonNullable<Awaited<ReturnType<typeof ownRecord>>>;

async function* packed(ctx: EngineContext, record: OwnRecord): AsyncGenerator<Packed> {
  const text = Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
  yield { path: 'data.json', at: record.madeAt, dense: true, bytes: pieces(text) };
  for (const file of record.files) yield fileOf(ctx, file);
}

const fileOf = (ctx: EngineContext, file: MediaRecord): Packed => ({
  ...{ path: pathOf(file), at: file.createdAt, dense: false },
  bytes: bytesOf(ctx, file._id),
});
