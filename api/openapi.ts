// The description of the API, made from the routes' own schemas: /openapi.json, and /docs to read and try it.
import { readFile } from 'node:fs/promises';
import swagger from '@fastify/swagger';
import swaggerUi, { type FastifySwaggerUiOptions } from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { withAccess } from './access.ts';
import { problemSchema } from './problems.ts';

const logo = new URL('./pages/assets/icon.svg', import.meta.url);

/** The one style element that the page's own script writes. Changes with its version: the browser test tells. */
const OWN_STYLE = 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w=';

const description = `Programmes, rules and the people in them, for machines.

- **Keys**: \`Authorization: Bearer <key>\` or \`X-API-Key: <key>\`. What a key sees and may do follows from its roles and scopes; what it may not see is not found.
- **People** sign in beneath /v1/session with a code from the staff bot; their changes carry the session's \`X-CSRF-Token\`.
- **Changes**: every POST, PUT and PATCH carries an \`Idempotency-Key\`. The same request under the same key is executed once, and its answer repeated for a day.
- **Failures** are problem details (RFC 9457) with a stable \`code\`; \`errors\` point into the request.
- **Lists** come a page at a time: \`?limit=&cursor=\`, and \`next\` in the answer.
- Times are UTC, money is whole tenge, durations are minutes. \`Accept-Language\` (kk, ru, en) chooses the language of texts.`;

export interface Tag {
  readonly name: string;
  readonly description: string;
}

const tags: readonly Tag[] = [
  { name: 'rules', description: 'Rule sets, parameters and facts; evaluating them' },
  { name: 'people', description: 'Participants and staff' },
  { name: 'organisations', description: 'Host organisations and their accreditation' },
  { name: 'reviews', description: 'What waits for a decision, of whichever programme' },
  { name: 'reference', description: 'Regions, universities, working days' },
  { name: 'documents', description: 'Certificates' },
  { name: 'surveys', description: 'Surveys and what was answered' },
  { name: 'notifications', description: 'What became of every message' },
  { name: 'audit', description: 'Who changed what, and when' },
  { name: 'keys', description: 'API keys' },
  { name: 'session', description: 'Signing in to the console' },
  { name: 'health', description: 'Whether the server is up' },
];

/** Call before any route is added. */
/** @param more what the programmes' routes are about */
export async function describeApi(app: FastifyInstance, more: readonly Tag[] = []): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Qadam', version: '1', description },
      tags: [...tags, ...more],
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'An API key.' },
          header: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: '__Host-qadam-console',
            description: 'A person who is signed in.',
          },
        },
      },
      security: [{ bearer: [] }, { header: [] }, { session: [] }],
    },
    hideUntagged: true,
    transform: ({ schema, url, route }) => ({ url, schema: completed(schema ?? {}, route) }),
  });
  const settings: FastifySwaggerUiOptions = {
    routePrefix: '/docs',
    uiConfig: { deepLinking: true, docExpansion: 'list', validatorUrl: null, persistAuthorization: false },
    theme: { title: 'Qadam API' },
    logo: { type: 'image/svg+xml', content: await readFile(logo), href: '/', target: '_self' },
    transformStaticCSP: (policy) => policy.replace(/style-src [^;]*/, `$& '${OWN_STYLE}'`),
  };
  await app.register(withAccess('public', async (docs) => void (await docs.register(swaggerUi, settings))));
  app.get('/openapi.json', { schema: { hide: true }, config: { access: 'public' } }, async () =>
    app.swagger(),
  );
}

const changing = new Set(['POST', 'PATCH', 'PUT']);

interface Route {
  readonly method: string | readonly string[];
  readonly config?: { readonly access?: string; readonly pureRead?: boolean };
}

/** What every route has besides its own schema: the answer when it fails, and the header of changes. */
function completed<S extends { response?: unknown; headers?: unknown }>(
  schema: S,
  { method, config }: Route,
): S {
  const problem = {
    description: 'A failure.',
    content: { 'application/problem+json': { schema: problemSchema } },
  };
  const changes = [method].flat().some((each) => changing.has(each)) && config?.pureRead !== true;
  const headers = {
    type: 'object',
    required: ['idempotency-key'],
    properties: { 'idempotency-key': { type: 'string', minLength: 1, maxLength: 200 } },
  };
  return {
    ...schema,
    response: { ...(schema.response as object | undefined), '4XX': problem, '5XX': problem },
    ...(config?.access === 'key' && changes && { headers }),
  };
}
