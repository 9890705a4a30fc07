// Files sent to the web chat: only where a question asks for one, within bounds that are looked at before the body is.
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { purge } from '../../../engine/jobs/purge.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { MEGABYTE } from '../../../engine/media/accept.ts';
import { png } from '../../support/hostile/hostile-files.ts';
import { SAMPLE_HEIC } from '../../support/hostile/sample-heic.ts';
import { Page } from './page.ts';
import { openRig, type Rig } from './rig.ts';

const kept = async ({ ctx }: Rig) => ({
  files: await ctx.db.collection('web_files').countDocuments(),
  pieces: await ctx.db.collection('web_file_bytes.chunks').countDocuments(),
});

const nothing = async () => ({ files: [], album: null });
const photos = async () => ({ files: ['photo' as const], album: null });

test('a file that no question asks for is refused, and its words are taken as words', async () => {
  const rig = await openRig({ expected: nothing });
  const page = await Page.open(rig.url);
  const refused = await page.attach(png(10, 10), 'a.png');
  expect([refused.status, (await refused.json()).detail]).toEqual([
    409,
    'Сейчас файл не нужен. Ответьте на последний вопрос или выберите действие в меню.',
  ]);
  expect((await page.attach(png(10, 10), 'a.png', { caption: 'planted' })).status).toBe(202);
  await expect
    .poll(() => rig.echo.heard.map(({ input }) => input))
    .toEqual([{ kind: 'text', text: 'planted' }]);
  expect(await kept(rig)).toEqual({ files: 0, pieces: 0 });
});

/** Announces a paper of 19 MB and sends its first 4 KB. @returns the status that is answered before the rest comes */
async function announce(url: string, page: Page): Promise<number> {
  const fields = { id: crypto.randomUUID(), chat: page.chat };
  const named = Object.entries(fields).map(
    ([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n';
  const head = [
    ...['POST /chat/files HTTP/1.1', 'Host: qadam.example', 'X-Qadam: 1'],
    ...[`Cookie: ${page.headers.cookie}`, 'Content-Type: multipart/form-data; boundary=b'],
    `Content-Length: ${19 * MEGABYTE}`,
  ];
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(`${head.join('\r\n')}\r\n\r\n${named.join('')}${file}${'0'.repeat(4_096)}`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return Number(answer.toString('latin1').split(' ')[1]);
}

test('forty papers of 19 MB at once are answered before they come, and nothing of them is kept', async () => {
  const rig = await openRig({ expected: nothing });
  const page = await Page.open(rig.url);
  const statuses = await Promise.all(Array.from({ length: 40 }, () => announce(rig.url, page)));
  expect(statuses.filter((status) => status === 409).length).toBeGreaterThan(0);
  expect(statuses.filter((status) => status === 409 || status === 429)).toHaveLength(40);
  expect(await kept(rig)).toEqual({ files: 0, pieces: 0 });
});

test('the bytes of a day are limited, and the page is not told to try again', async () => {
  const uploads = {
    person: { atOnce: 3, bytesADay: 1_000 },
    address: { atOnce: 3, bytesADay: 1_000 },
    atOnce: 3,
  };
  const rig = await openRig({ expected: photos, uploads });
  const page = await Page.open(rig.url);
  expect((await page.attach(png(10, 10), 'a.png')).status).toBe(202);
  const over = await page.attach(Buffer.concat([png(10, 10), Buffer.alloc(1_000)]), 'b.png');
  expect(over.status).toBe(413);
  rig.clock.advance(DAY);
  expect((await page.attach(png(10, 10), 'a.png')).status).toBe(202);
});

test('a HEIC photo is taken as a JPEG', async () => {
  const rig = await openRig({ expected: photos });
  const page = await Page.open(rig.url);
  expect((await page.attach(SAMPLE_HEIC, 'IMG_1.HEIC')).status).toBe(202);
  await expect.poll(() => rig.echo.heard.length).toBe(1);
  expect(rig.echo.heard[0]?.input).toMatchObject({
    file: { kind: 'photo', mime: 'image/jpeg', name: 'IMG_1.jpg' },
  });
});

test('a file that no message shows is purged two days later, one that is shown stays', async () => {
  const rig = await openRig({ expected: photos });
  const page = await Page.open(rig.url);
  await page.attach(png(10, 10), 'a.png');
  await page.attach(png(10, 11), 'b.png');
  expect((await kept(rig)).files).toBe(2);
  await rig.ctx.db
    .collection('web_messages')
    .updateOne({ chat: page.chat, 'media.name': 'b.png' }, { $set: { media: [] } });
  await purge(rig.ctx);
  expect((await kept(rig)).files).toBe(2);
  rig.clock.advance(3 * DAY);
  await purge(rig.ctx);
  expect(await kept(rig)).toEqual({ files: 1, pieces: 1 });
});
