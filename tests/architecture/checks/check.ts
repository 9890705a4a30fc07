// What a check is, and what most of them need: the project's files, and tools run from node_modules.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Check {
  readonly name: string;
  /** @returns what is wrong, one text a fault; nothing when all is well */
  run(): Promise<readonly string[]> | readonly string[];
  /** What is to be said beside the result, after the run. */
  note?(): string;
}

export const root = fileURLToPath(new URL('../../..', import.meta.url));

const SKIPPED = new Set(['node_modules', '.git', '.cache', 'data', 'coverage']);

/** Paths of files beneath folders of the project, relative to its root. */
export function filesIn(folders: readonly string[], ending: string): string[] {
  return folders
    .flatMap((folder) => walk(join(root, folder)))
    .filter((file) => file.endsWith(ending))
    .sort();
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [relative(root, path)];
  });
}

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** A tool of node_modules as a check: its output is the fault when it ends with anything but 0. */
export const tool = (name: string, command: string, args: readonly string[]): Check => ({
  name,
  run: () =>
    new Promise((resolve) => {
      const program = join(root, 'node_modules/.bin', command);
      execFile(program, [...args], { cwd: root, maxBuffer: 64 * 1024 ** 2 }, (error, stdout, stderr) =>
        resolve(error ? [`${stdout}${stderr}`.trim() || error.message] : []),
      );
    }),
});
