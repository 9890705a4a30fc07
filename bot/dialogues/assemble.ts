// Puts a desk together from what its programmes bring. Refuses a manifest that names a dialogue which nobody has.
import type { Desk } from '../../engine/kernel/chat.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import { foundIn } from '../../engine/programmes/found.ts';
import type { DeskEntry, EngineContext, Programme } from '../../engine/programmes/programme.ts';
import type { Dialogue } from '../dialogue/step.ts';
import type { Talk } from '../dialogue/talk.ts';
import type { DeskPart } from './desk-part.ts';
import type { MoreData, MyData } from './shared/my-data.ts';
import type { OpenLink } from './shared/open-link.ts';
import { titled } from './shared/titles.ts';

export interface FoundPart extends DeskPart {
  readonly programme: string;
  /** Text key of what the programme is called. */
  readonly title: string;
  readonly entry: DeskEntry;
}

/** The parts of the programmes that are to be met at a desk. @throws AppError `configuration` */
export async function partsAt(desk: Desk, programmes: readonly Programme[]): Promise<readonly FoundPart[]> {
  const parts: FoundPart[] = [];
  for (const programme of programmes) {
    const entry = programme.desks[desk];
    if (!entry) continue;
    const { id, title } = programme;
    const path = `bot/dialogues/${id}/${desk}.ts`;
    const found = await foundIn(programme, path, () =>
      desk === 'staff' ? import(`./${id}/staff.ts`) : import(`./${id}/participant.ts`),
    );
    parts.push({ ...found('part', isPart), programme: id, title, entry });
  }
  return parts;
}

/** Ids of all that they bring. */
export const idsOf = (parts: readonly FoundPart[]): readonly string[] =>
  parts.flatMap(({ dialogues }) => dialogues.map(({ id }) => id));

const isPart = (value: unknown): value is DeskPart =>
  typeof value === 'object' && value !== null && 'dialogues' in value && 'menu' in value;

/** All dialogues of a desk. @throws AppError `configuration` for an id in a manifest that no dialogue has, or that two have */
export function dialoguesOf(
  desk: Desk,
  shared: readonly Dialogue<EngineContext>[],
  parts: readonly FoundPart[],
): readonly Dialogue<EngineContext>[] {
  const all = [...shared, ...parts.flatMap(({ dialogues }) => dialogues)];
  const ids = all.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) < index);
  const faults = twice.map((id) => `desk ${desk}: two dialogues are called ${id}`);
  for (const { programme, entry } of parts)
    for (const [where, id] of namedIn(entry))
      if (!ids.includes(id))
        faults.push(`programme ${programme}, desk ${desk}: ${where} names ${id}, which is no dialogue`);
  if (faults.length > 0) throw new AppError('configuration', faults.join('; '));
  return all;
}

const namedIn = ({ join, menu, status, secureForm, hosts, commands = {}, links = {} }: DeskEntry) => [
  ...one('join', join),
  ...menu.map((id) => ['menu', id] as const),
  ...one('status', status),
  ...one('secure form', secureForm),
  ...one('hosts', hosts?.go),
  ...Object.entries(commands).map(([name, id]) => [`command ${name}`, id] as const),
  ...Object.entries(links).map(([kind, id]) => [`link ${kind}`, id] as const),
];

const one = (where: string, id: string | undefined) => (id === undefined ? [] : [[where, id] as const]);

/** The commands of the desk, with those of the programmes. @throws AppError `configuration` for one that is taken */
export function commandsOf(
  shared: Readonly<Record<string, string>>,
  parts: readonly FoundPart[],
): Readonly<Record<string, string>> {
  const own = parts.flatMap(({ entry }) => Object.entries(entry.commands ?? {}));
  const all = [...Object.entries(shared), ...own];
  const isOther = (name: string, id: string) => all.some(([one, other]) => one === name && other !== id);
  const taken = all.find(([name, id]) => isOther(name, id))?.[0];
  if (taken !== undefined) throw new AppError('configuration', `two dialogues take the command ${taken}`);
  return { ...shared, ...Object.fromEntries(own) };
}

/** Asks each in turn whose kind a deep link is. */
export const openingLinks =
  (...openers: readonly (OpenLink | undefined)[]): OpenLink =>
  async (talk) => {
    for (const open of openers) {
      const outcome = await open?.(talk);
      if (outcome) return outcome;
    }
    return null;
  };

/** What each of them keeps of a person, those left out that keep nothing; beneath their titles where they are several. */
export const dataOf =
  (parts: readonly FoundPart[]): MyData =>
  async (talk, person) => {
    const kept: (MoreData & { readonly title: string })[] = [];
    for (const { data, title } of parts) {
      const more = await data?.(talk, person);
      if (more && more.texts.length > 0) kept.push({ ...more, title });
    }
    return titled(kept);
  };

/** What brings a block to a menu: a programme, or a room at the staff desk. */
export type BlockPart = Pick<FoundPart, 'programme' | 'title' | 'menu'>;

export type BlocksOf = Awaited<ReturnType<typeof blocksOf>>['taking'];

/** The blocks of those that a person takes part in, and of the others that they may join by themselves. */
export async function blocksOf(talk: Talk<EngineContext>, parts: readonly BlockPart[]) {
  const blocks = await Promise.all(
    parts.map(async ({ programme, title, menu }) => ({ programme, title, ...(await menu(talk)) })),
  );
  return {
    taking: blocks.filter(({ taking }) => taking),
    open: blocks.filter(({ taking, rows }) => !taking && (rows.length > 0 || parts.length === 1)),
  };
}
