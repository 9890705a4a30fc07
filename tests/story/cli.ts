// `npm run story -- <programme> [chapter] [--language kk|ru|en]`: plays a programme's main story on services of its own in a
// temporary directory, prints the conversation, and one line of JSON with what came out.
import { AppError } from '../../engine/kernel/errors.ts';
import { programmes } from '../../engine/programmes/registry.ts';
import { startServices } from '../support/services/start-services.ts';
import { askedFor, NoSuchStory } from './asked.ts';
import { type Asked, tell } from './tell.ts';

const INTERRUPTED = 130;

try {
  await run(await askedFor(process.argv.slice(2), programmes));
} catch (error) {
  console.error(wordsOf(error));
  process.exitCode = error instanceof NoSuchStory ? 2 : 1;
}
process.exit();

async function run(asked: Asked): Promise<void> {
  const services = await startServices();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void services.stop().finally(() => process.exit(INTERRUPTED)));
  try {
    const servers = { mongodb: services.mongodbUri, redis: services.redisUrl };
    await tell(asked, { programmes, servers, write: (line) => console.log(line) });
  } finally {
    await services.stop();
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof NoSuchStory || error instanceof AppError) return error.message;
  return error instanceof Error ? `The story did not go as told. ${error.message}` : String(error);
}
