// The page itself and its two files, bundled in memory when the server starts. Nothing comes from another address.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { FastifyInstance } from 'fastify';

const client = (name: string): string => fileURLToPath(new URL(`./client/${name}`, import.meta.url));

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export async function pageRoutes(app: FastifyInstance): Promise<void> {
  const files = await bundle();
  const page = pageOf(files);
  app.get('/chat', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', POLICY)
      .header('referrer-policy', 'no-referrer')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-cache')
      .send(page),
  );
  for (const { path, type, body } of Object.values(files)) {
    app.get(path, { schema: { hide: true } }, async (_request, reply) =>
      reply
        .type(type)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(body),
    );
  }
}

interface PageFile {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

interface PageFiles {
  readonly script: PageFile;
  readonly style: PageFile;
  readonly icon: PageFile;
}

async function bundle(): Promise<PageFiles> {
  const [script, style] = await Promise.all([bundled('main.ts'), bundled('chat.css')]);
  return {
    script: fileOf('js', 'text/javascript; charset=utf-8', script),
    style: fileOf('css', 'text/css; charset=utf-8', style),
    icon: fileOf('svg', 'image/svg+xml', await readFile(client('icon.svg'), 'utf8')),
  };
}

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [client(entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** Named after its content, so that a browser may keep it for good. */
function fileOf(ending: string, type: string, body: string): PageFile {
  const name = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/chat/${name}.${ending}`, type, body };
}

const pageOf = ({ script, style, icon }: PageFiles): string => `<!doctype html>
<html lang="kk">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0e5a63">
<title>Qadam</title>
<link rel="icon" href="${icon.path}" type="image/svg+xml">
<link rel="stylesheet" href="${style.path}">
<script type="module" src="${script.path}"></script>
</head>
<body>
<div id="app"></div>
<noscript><p class="noscript">Чат үшін JavaScript керек. · Для чата нужен JavaScript. · The chat needs JavaScript.</p></noscript>
</body>
</html>
`;
