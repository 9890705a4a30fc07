// `rules export <folder>`: the rules of a folder or of a running system, written as files.
import { contentIn } from '../content.ts';
import { writeContent, writeFacts } from './files.ts';
import type { Report } from './report.ts';
import { readRules } from './where.ts';

/** @param from a folder or an address. @throws AppError as `readRules`, and `invalid-input` for a folder that cannot be written */
export async function exportRules(from: string, folder: string): Promise<Report> {
  const { sources, cases, findings } = await readRules(from);
  const programmes = [...new Set(sources.map(({ programme }) => programme))];
  const files = programmes.flatMap((programme) => {
    const facts = sources.find((each) => each.programme === programme && each.kind === 'facts');
    return [
      writeFacts(folder, programme, facts?.content ?? {}),
      ...writeContent(folder, programme, contentIn(sources, cases, programme)),
    ];
  });
  return { lines: files, json: { folder, files }, sound: findings.length === 0 };
}
