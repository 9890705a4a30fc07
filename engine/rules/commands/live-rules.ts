// The rules of a running system, read through its API as an operator: the newest edition of every programme.
import { AppError } from '../../kernel/errors.ts';
import type { SetCases } from '../cases.ts';
import type { CaseFile } from '../schema/case-file.ts';
import { fileOfSet, type RuleSource } from '../sources.ts';

/** Asks for JSON. */
export type Ask = (path: string, body?: object) => Promise<Record<string, unknown>>;

/**
 * @param address of the server: scheme, host and port
 * @param key of an operator
 * @returns asks a path beneath `/v1`; with a body it posts
 */
export function askerOf(address: string, key: string | undefined): Ask {
  if (key === undefined || key === '')
    throw new AppError('invalid-input', 'QADAM_API_KEY is missing: put the key of an operator into it');
  return async (path, body) => {
    const url = new URL(`/v1${path}`, address).href;
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${key}`,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw new AppError('unavailable', `${url}: no server answers`, [], cause);
    });
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    if (response.ok) return answer;
    throw new AppError('invalid-input', `${url}: ${response.status} ${String(answer.detail ?? '')}`);
  };
}

interface Content {
  readonly set: object;
  readonly parameters: unknown;
  readonly cases: Readonly<Record<string, CaseFile>>;
}

/** @throws AppError `unavailable`, `invalid-input` with what the server said */
export async function readLiveRules(ask: Ask): Promise<{
  readonly sources: readonly RuleSource[];
  readonly cases: readonly SetCases[];
}> {
  const { items: sets } = (await ask('/rule-sets')) as { items: { id: string; programme: string }[] };
  const contents = await Promise.all(
    sets.map(async ({ id, programme }) => ({ id, programme, content: await newestContent(ask, id) })),
  );
  const programmes = [...new Set(sets.map(({ programme }) => programme))];
  const facts = await factsByProgramme(ask);
  const sources = programmes.flatMap((programme): RuleSource[] => {
    const own = contents.filter((each) => each.programme === programme);
    return [
      { programme, kind: 'facts', file: `${programme}/facts.json`, content: facts.get(programme) ?? {} },
      {
        programme,
        kind: 'parameters',
        file: `${programme}/params.json`,
        content: own[0]?.content.parameters,
      },
      ...own.map(
        ({ id, content }): RuleSource => ({
          ...{ programme, kind: 'set', file: fileOfSet(id), content: content.set },
        }),
      ),
    ];
  });
  const cases = contents.map(({ id, content }) => ({ file: id, set: id, cases: content.cases[id] ?? [] }));
  return { sources, cases };
}

async function newestContent(ask: Ask, set: string): Promise<Content> {
  const { items } = (await ask(`/rule-sets/${set}/editions`)) as { items: { number: number }[] };
  const { content } = await ask(`/rule-sets/${set}/editions/${items[0]?.number ?? 0}`);
  return content as Content;
}

async function factsByProgramme(ask: Ask): Promise<ReadonlyMap<string, object>> {
  const { items } = (await ask('/facts')) as { items: { name: string; programme: string }[] };
  const found = new Map<string, Record<string, object>>();
  for (const { name, programme, ...definition } of items)
    found.set(programme, { ...found.get(programme), [name]: definition });
  return found;
}
