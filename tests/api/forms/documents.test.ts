// Papers of an organisation on the secure form: checked by their content, kept, told back, and shown to who decides.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formRoutes } from '../../../api/forms/routes.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { loadMedia } from '../../../engine/media/store.ts';
import { accreditationCard } from '../../../engine/organisations/accreditation-card.ts';
import { organisations } from '../../../engine/organisations/store.ts';
import { openSecureForm } from '../../../engine/people/secure-forms.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { BIN, newHost } from '../../support/credit/cast.ts';
import { whatFollows } from '../../support/what-follows.ts';
import { openServer, type ServerStage } from '../server/stage.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');

let server: ServerStage;
let app: FastifyInstance;
let head: Actor;
let stranger: Actor;
beforeAll(async () => {
  server = await openServer({ open: (ctx) => [formRoutes(ctx, false)] });
  app = server.app;
  ({ head, registrar: stranger } = await newHost(server.ctx));
});
afterAll(() => server?.close());

const link = (person: Actor = head) =>
  openSecureForm(server.ctx, { kind: 'documents-form', person: person.id, about: { organisation: BIN } });

function send(secret: string, files: readonly { readonly name: string; readonly bytes: Buffer }[]) {
  const mark = 'test-boundary';
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(
      `--${mark}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return app.inject({
    method: 'POST',
    url: `/forms/${secret}`,
    headers: { 'content-type': `multipart/form-data; boundary=${mark}` },
    payload: Buffer.concat([...parts, Buffer.from(`--${mark}--\r\n`)]),
  });
}

it('keeps what came, owned by the head, and tells head and accreditor', async () => {
  const secret = await link();
  expect((await app.inject({ url: `/forms/${secret}` })).body).toContain('multiple');
  const answer = await send(secret, [
    { name: 'Жарғы.pdf', bytes: PDF },
    { name: '../../two.pdf', bytes: PDF },
  ]);
  expect(answer.statusCode).toBe(303);
  expect((await send(secret, [{ name: 'again.pdf', bytes: PDF }])).statusCode).toBe(410);
  const kept = await organisations.on(server.ctx.db).findById(BIN).lean();
  expect(kept?.documents?.map(({ name, mime, size }) => ({ name, mime, size }))).toEqual([
    { name: 'Жарғы.pdf', mime: 'application/pdf', size: PDF.length },
    { name: 'two.pdf', mime: 'application/pdf', size: PDF.length },
  ]);
  const media = await loadMedia(server.ctx, kept?.documents?.[0]?.media ?? '');
  expect([media?.record.owner, Buffer.from(media?.bytes ?? []).equals(PDF)]).toEqual([head.id, true]);
  expect((await accreditationCard(server.ctx, BIN)).media).toHaveLength(2);
  const told: unknown[] = [];
  await relayOutbox(server.ctx, organisations, async (event) => {
    if (event.type !== 'organisations.documents-given') return;
    told.push(...(await whatFollows(server.ctx, event)));
  });
  expect(told).toMatchObject([
    { to: head.id },
    { message: { media: [expect.any(String), expect.any(String)] } },
  ]);
});

it('refuses all when one is wrong, keeps the form open, and says which', async () => {
  const secret = await link();
  const answer = await send(secret, [
    { name: 'good.pdf', bytes: PDF },
    { name: 'page.pdf', bytes: Buffer.from('<html><script>alert(1)</script></html>') },
  ]);
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('page.pdf');
  expect(answer.body).not.toContain('good.pdf');
  expect((await send(secret, [])).statusCode).toBe(422);
  expect((await send(secret, [{ name: 'big.pdf', bytes: Buffer.alloc(21 * 1024 ** 2) }])).statusCode).toBe(
    413,
  );
  expect((await send(secret, [{ name: 'good.pdf', bytes: PDF }])).statusCode).toBe(303);
});

it('is the head’s form alone', async () => {
  const answer = await send(await link(stranger), [{ name: 'a.pdf', bytes: PDF }]);
  expect(answer.statusCode).toBe(422);
});
