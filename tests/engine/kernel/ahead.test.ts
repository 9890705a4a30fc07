// Reading ahead changes nothing of what is read, and leaves nothing open.
import { expect, it } from 'vitest';
import { ahead } from '../../../engine/kernel/ahead.ts';

function source(parts: readonly number[], log: string[], failsAt?: number) {
  return (async function* () {
    try {
      for (const part of parts) {
        log.push(`read ${part}`);
        if (part === failsAt) throw new Error(`no ${part}`);
        yield part;
      }
    } finally {
      log.push('closed');
    }
  })();
}

it('asks for the next before the one at hand is done', async () => {
  const log: string[] = [];
  for await (const part of ahead(source([1, 2, 3], log))) log.push(`done ${part}`);
  expect(log).toEqual(['read 1', 'read 2', 'done 1', 'read 3', 'done 2', 'closed', 'done 3']);
});

it('closes the source when the reader leaves', async () => {
  const log: string[] = [];
  for await (const part of ahead(source([1, 2, 3], log))) if (part === 1) break;
  expect(log.at(-1)).toBe('closed');
});

it('fails where the source fails, after what came before', async () => {
  const read: number[] = [];
  const reading = async () => {
    for await (const part of ahead(source([1, 2, 3], [], 2))) read.push(part);
  };
  await expect(reading()).rejects.toThrow('no 2');
  expect(read).toEqual([1]);
});
