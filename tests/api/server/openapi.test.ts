// The description of the whole API is complete and consistent, and its page needs nothing from elsewhere.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tagsOf } from '../../../api/routes/found.ts';
import { resourceRoutes } from '../../../api/routes/resources.ts';
import { openContext, openServer, type ServerStage } from './stage.ts';

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly unknown[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Description {
  readonly openapi: string;
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let server: ServerStage;
let description: Description;
let operations: { readonly path: string; readonly method: string; readonly operation: Operation }[];

beforeAll(async () => {
  const { ctx } = await openContext();
  server = await openServer({
    resources: [await resourceRoutes(ctx)],
    tags: await tagsOf(ctx.programmes),
  });
  description = (await server.ask('GET', '/openapi.json', { apiKey: null })).json() as unknown as Description;
  operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
});
afterAll(() => server?.close());

test('it is OpenAPI 3.1 and knows the resources', () => {
  expect(description.openapi).toBe('3.1.0');
  expect(operations.length).toBeGreaterThan(30);
});

test('every operation has a name of its own, a summary and a known tag', () => {
  const names = operations.map(({ operation }) => operation.operationId);
  expect(names).not.toContain(undefined);
  expect(new Set(names).size).toBe(names.length);
  const known = new Set(description.tags.map((tag) => tag.name));
  for (const { path, method, operation } of operations) {
    expect(operation.summary, `${method} ${path}`).toMatch(/\S/);
    expect(
      operation.tags?.every((tag) => known.has(tag)),
      `${method} ${path} ${operation.tags}`,
    ).toBe(true);
  }
});

test('every part of a path is described; every change asks for its Idempotency-Key; every failure has its shape', () => {
  for (const { path, method, operation } of operations) {
    const of = (where: string) => (operation.parameters ?? []).filter((each) => each.in === where);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(
      of('path')
        .map((each) => each.name)
        .sort(),
      path,
    ).toEqual(inPath.sort());
    const asksForKey = of('header').some((each) => each.name === 'idempotency-key' && each.required);
    // Signing in is repeated under a fresh code, not under a key.
    const isExempt = /\/(evaluate|lint|cases|count)$/.test(path) || path.startsWith('/v1/session');
    const changes = ['post', 'put', 'patch'].includes(method) && !isExempt;
    expect(asksForKey, `${method} ${path}`).toBe(changes);
    expect(Object.keys(operation.responses), `${method} ${path}`).toEqual(
      expect.arrayContaining(['4XX', '5XX']),
    );
    expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
  }
});

test('every schema in it is a valid JSON Schema', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  let schemas = 0;
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (name !== 'schema') look(inner);
      else {
        ajv.compile(inner as object);
        schemas += 1;
      }
    }
  };
  look(description.paths);
  expect(schemas).toBeGreaterThan(100);
});

test('the page of the description is served here, with a policy that forbids everything else', async () => {
  const answer = await server.ask('GET', '/docs/', { apiKey: null });
  expect(answer.status).toBe(200);
  const policy = String(answer.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:/);
  // The script's own style, on this page alone.
  expect(policy).toMatch(/style-src 'self' 'sha256-[^']+'/);
  expect(policy).toMatch(/script-src 'self'(;|$)/);
  const elsewhere = (await server.ask('GET', '/openapi.json', { apiKey: null })).headers;
  expect(String(elsewhere['content-security-policy'])).not.toContain('sha256');
  expect(answer.text).not.toMatch(/<script>|<style|src="https?:/);
  for (const [, file] of answer.text.matchAll(/(?:src|href)="\.\/([^"]+)"/g))
    expect((await server.ask('GET', `/docs/${file}`, { apiKey: null })).status, file).toBe(200);
});
