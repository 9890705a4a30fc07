// What packages and votes keep of a person: in their copy, and gone when they are erased.
import { expect, it } from 'vitest';
import { keepMedia } from '../../../engine/media/store.ts';
import { packages } from '../../../engine/programmes/contest/packages/store.ts';
import {
  castVote,
  contest,
  givePhoto,
  votesShownTo,
  writeText,
} from '../../../engine/programmes/contest/programme.ts';
import { votes } from '../../../engine/programmes/contest/votes/store.ts';
import { college, command, departmentOf, unwrap } from '../../support/contest/people.ts';
import { jpeg } from '../../support/contest/pictures.ts';
import { voter } from '../../support/contest/voters.ts';
import { placed } from '../../support/contest/winners.ts';
import { dumpOf, traces } from '../../support/dump.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('test', { start: '2026-10-08T06:00:00Z' });
const { personal } = contest;
const WORDS = 'Велосипедтерді жөндейтін шеберхана аштым';

it('C-28: gives a winner what was written of them, and forgets it with them', async () => {
  const { ctx } = engine;
  const { id, actor } = await placed(ctx);
  unwrap(
    await writeText(ctx, command(actor), { nomination: id, language: 'kk', text: WORDS, how: 'append' }),
  );
  const { _id: media } = await keepMedia(ctx, { owner: actor.id, name: 'a.jpg', mime: null, bytes: jpeg() });
  unwrap(await givePhoto(ctx, command(actor), { nomination: id, media }));
  expect(await personal.record(ctx, actor.id)).toMatchObject({
    packages: [{ nomination: id, texts: { kk: { text: WORDS } } }],
  });
  expect(await personal.documents(ctx, actor.id)).toContain(`contest_packages/${id}`);
  await personal.erasing.erase(ctx, actor.id);
  await personal.erasing.erase(ctx, actor.id);
  expect(await packages.on(ctx.db).findById(id).lean()).toMatchObject({
    photo: null,
    texts: { kk: { text: '' } },
  });
  expect(traces(await dumpOf(ctx.db), [WORDS])).toEqual([]);
});

it('C-20: keeps a vote counted, and nothing by which the voter is recognised', async () => {
  const { ctx } = engine;
  await college(ctx, 'alpha');
  const { id } = await placed(ctx, { state: 'sent' });
  const actor = await voter(ctx, { phone: '+77010000001' });
  unwrap(await castVote(ctx, command(actor), id));
  expect(await personal.hasRecords(ctx, actor.id)).toBe(true);
  expect(await personal.record(ctx, actor.id)).toMatchObject({
    votes: [{ nomination: id, stage: 'region', as: 'youth' }],
  });
  await personal.erasing.erase(ctx, actor.id);
  expect(await votes.on(ctx.db).findOne({ voter: actor.id }).lean()).toMatchObject({
    likeness: [],
    counts: true,
  });
  expect(await votesShownTo(ctx, departmentOf('71'), id)).toMatchObject({ counted: 1 });
});
