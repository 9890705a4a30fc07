// The description of the API: every route with a summary, a tag, a name of its own and a described answer; no
// parameter of a path left out, no reference without its target.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { openServer, type Row, type Server } from './server.ts';
import { type Story, tellStory } from './story.ts';

interface Operation {
  readonly summary?: string;
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: Row;
  readonly responses: Readonly<Record<string, { readonly content?: Row }>>;
}

let story: Story;
let server: Server;
let operations: readonly { readonly path: string; readonly method: string; readonly operation: Operation }[];

beforeAll(async () => {
  story = await tellStory(emptyDatabase());
  server = await openServer(story.ctx);
  const { paths } = server.app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> };
  operations = Object.entries(paths)
    .filter(([path]) => path.startsWith('/v1/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
});
afterAll(async () => {
  await server.close();
  await story.close();
});

it('describes every route', () => {
  expect(operations.length).toBeGreaterThan(30);
  const bare = operations.filter(
    ({ operation }) => !operation.summary || !operation.operationId || operation.tags?.length !== 1,
  );
  expect(bare.map((each) => `${each.method} ${each.path}`)).toEqual([]);
});

it('names each operation once', () => {
  const ids = operations.map((each) => each.operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

/** A verb upon one thing may need no words; what makes or changes a thing always has a body. */
const mayBeBodiless = (path: string): boolean => /\}\/[a-z-]+$/.test(path);

it('describes every good answer, and every body that is sent', () => {
  for (const { path, method, operation } of operations) {
    const good = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
    expect(good.length, path).toBeGreaterThan(0);
    for (const [, response] of good) expect(response.content, path).toBeDefined();
    const sends = method === 'patch' || method === 'post';
    if (sends && mayBeBodiless(path)) continue;
    expect(operation.requestBody !== undefined, `${method} ${path}`).toBe(sends);
  }
});

it('declares every parameter of a path', () => {
  for (const { path, operation } of operations) {
    const named = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
    const declared =
      operation.parameters?.filter((each) => each.in === 'path').map((each) => each.name) ?? [];
    expect(declared, path).toEqual(named);
  }
});

it('refers to nothing that is not there', () => {
  const document = server.app.swagger();
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, to]) =>
    String(to),
  );
  for (const reference of references) {
    const target = reference
      .split('/')
      .reduce<unknown>((at, step) => (at as Row | undefined)?.[step], document);
    expect(target, reference).toBeDefined();
  }
});
