// What the launcher announces when everything is up is there.
import { expect, onTestFinished, test } from 'vitest';
import { chatRoutes } from '../../../api/chat/routes.ts';
import { pageRoutes } from '../../../api/pages/routes.ts';
import { closingBlock } from '../../../engine/runtime/terminal.ts';
import { sharedRedis } from '../../support/services/fresh-database.ts';
import { openServer } from './stage.ts';

test('every address of the closing block is one that the server answers', async () => {
  const accept = async () => 'new' as const;
  const receivers = { participant: { accept }, staff: { accept } };
  const parts = { receivers, redisUrl: sharedRedis(), secretKey: 'a key that only tests use', demo: null };
  const server = await openServer({ open: (ctx) => [pageRoutes(true), chatRoutes({ ctx, ...parts })] });
  onTestFinished(() => server.close());
  const ready = { dataDirectory: 'data', demo: true, botsOff: [], adminKeyFile: undefined, seconds: 1 };
  const said = closingBlock({ ...ready, address: 'http://qadam.test' }).join('\n');
  const paths = [...said.matchAll(/http:\/\/qadam\.test(\/\S+)/g)].map(([, path = '']) => path);
  expect(paths).toContain('/chat');
  for (const path of paths) {
    const { status } = await server.ask('GET', path, { apiKey: null });
    expect([path, status < 400]).toEqual([path, true]);
  }
});
