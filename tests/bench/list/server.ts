// The API server of the list benchmark in a process of its own: the product's server, and a rival beside it.
// Started by list.ts; tells its addresses and ends with its parent.
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { resourceRoutes } from '../../../api/routes/resources.ts';
import { buildServer } from '../../../api/server.ts';
import { systemClock } from '../../../engine/kernel/clock.ts';
import { sealerOf } from '../../../engine/kernel/sealing.ts';
import { people } from '../../../engine/people/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { programmes } from '../../../engine/programmes/registry.ts';
import { connectStore } from '../../../engine/store/connection.ts';
import { shippedBook } from '../../rules/shipped-book.ts';

const [address = '', adminApiKey = ''] = process.argv.slice(2);
const db = await connectStore(address);
const ctx: EngineContext = {
  clock: systemClock,
  db,
  programmes,
  sealer: sealerOf('a key that only benchmarks use'),
  nudge: () => undefined,
  rules: shippedBook(),
  links: {
    page: (path) => `/${path}`,
    form: (secret) => `/forms/${secret}`,
    start: (_desk, secret) => `/chat?start=${secret}`,
  },
};

const limits = { perAddress: 100_000_000, perKey: 100_000_000, lag: 60_000 };
const log = pino({ level: 'silent' });
const ours = await buildServer({
  ctx,
  log,
  limits,
  checks: {},
  adminApiKey,
  resources: [await resourceRoutes(ctx)],
});
const rival = Fastify();

// As one would write it first: whole documents, hydrated, sent as they are, private fields and all.
rival.get('/participants', async () => ({
  items: await people.on(db).find({}).sort({ searchName: 1, _id: 1 }).limit(50),
}));
// Reference data read and serialised anew for each who asks.
rival.get('/regions', async () => ({ items: await db.collection('regions_of_rival').find().toArray() }));

process.on('disconnect', () => process.exit(0));
process.send?.({ ours: await listening(ours), rival: await listening(rival) });

async function listening(app: FastifyInstance): Promise<string> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}
