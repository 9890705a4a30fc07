// What a programme brings besides its engine is found by its folders: a module at a path that its id makes. Called at boot by
// the bots and the API, which know what they look for.
import { AppError } from '../kernel/errors.ts';
import type { Programme } from './programme.ts';

/** Reads one export of the module. @throws AppError `configuration` when it is absent or of another kind */
export type Exported = <T>(name: string, is: (value: unknown) => value is T) => T;

/**
 * @param path from the root, e.g. `api/routes/credit/index.ts`
 * @param own imports it from the product's own folders
 * @throws AppError `configuration` when there is no such module
 */
export async function foundIn(
  { id, home }: Pick<Programme, 'id' | 'home'>,
  path: string,
  own: () => Promise<unknown>,
): Promise<Exported> {
  const module = await (home ? import(new URL(path, home).href) : own()).catch((error: unknown) => {
    if (!isMissing(error, path)) throw error;
    throw new AppError('configuration', `programme ${id}: ${path} is missing`);
  });
  return (name, is) => {
    const value: unknown = (module as Readonly<Record<string, unknown>>)[name];
    if (is(value)) return value;
    throw new AppError('configuration', `programme ${id}: ${path} exports no ${name}`);
  };
}

/** Only the module itself: what it imports in vain is a bug of its own. */
const isMissing = (error: unknown, path: string): boolean =>
  error instanceof Error &&
  /cannot find module|unknown variable dynamic import|does the file exist|module not found/i.test(
    error.message,
  ) &&
  error.message.includes(path.split('/').at(-1) ?? path);
