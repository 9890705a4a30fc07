// One run: the model and the product side by side, what was asked so far, and the look at everything after each step.
import { isDeepStrictEqual } from 'node:util';
import type { Result } from '../../../engine/kernel/result.ts';
import { forecast } from './forecast.ts';
import type { Forecast } from './forecast-parts.ts';
import { violationsIn } from './invariants/check.ts';
import { type Contents, readContents } from './invariants/contents.ts';
import type { Violation } from './invariants/invariant.ts';
import type { Scene } from './scene.ts';
import { copyOf, type State, stateOf } from './state.ts';
import { type Wish, wordsOf } from './wish.ts';
import { modelled } from './world/registry.ts';
import type { ModelWorld } from './world/world.ts';

/** Something that the product did and that it must not. */
export class Broken extends Error {
  constructor(readonly violations: readonly Violation[]) {
    super(violations.map(({ invariant, name, what }) => `${invariant} (${name}): ${what}`).join('\n'));
    this.name = 'Broken';
  }
}

export interface Asked {
  readonly command: string;
  readonly wish: Wish;
  /** Null while nobody knows. */
  result: Result<unknown> | null;
  /** Something was written, so that a repeat must answer the same. */
  isKept: boolean;
}

export class Running {
  readonly world: ModelWorld;
  readonly asked: Asked[] = [];
  /** What was done, for the report of a failure. */
  readonly told: string[] = [];
  state: State;

  private constructor(world: ModelWorld, contents: Contents) {
    this.world = world;
    this.state = stateOf(contents);
  }

  static async begin(world: ModelWorld, moment: number): Promise<Running> {
    await world.begin(moment);
    return new Running(world, await readContents(world.db, modelled));
  }

  tell(what: string): void {
    this.told.push(what);
  }

  get scene(): Scene {
    return { state: this.state, cast: this.world.cast, now: this.world.clock.now() };
  }

  note(wish: Wish): Asked {
    const asked: Asked = { command: `run/${this.asked.length + 1}`, wish, result: null, isKept: false };
    this.asked.push(asked);
    return asked;
  }

  /** The state that must follow if nothing else happens. */
  foresee({ wish, command }: Asked): { readonly next: State; readonly expected: Forecast } {
    const next = copyOf(this.state);
    return { expected: forecast(next, wish, command, this.world.clock.now()), next };
  }

  /** Reads everything, looks for violations, and lets the model know how things stand. */
  async look(atRest = false): Promise<void> {
    const contents = await readContents(this.world.db, modelled);
    const violations = violationsIn(contents, { atRest });
    if (violations.length > 0) throw new Broken(violations);
    this.state = stateOf(contents);
  }

  /** After one command by itself: the answer and the documents are as foreseen. */
  async lookFor(
    asked: Asked,
    result: Result<unknown>,
    foreseen: ReturnType<Running['foresee']>,
  ): Promise<void> {
    await this.look();
    const { expected, next } = foreseen;
    const said = result.ok ? 'done' : (result.reasons[0]?.code ?? '');
    const hoped = expected === 'done' ? 'done' : expected.refused;
    if (hoped === null ? result.ok : said !== hoped)
      throw new Error(`${wordsOf(asked.wish)}: answered "${said}", foreseen was "${hoped}"`);
    for (const part of ['students', 'payouts', 'recredits', 'organisations', 'left'] as const) {
      if (!isDeepStrictEqual(this.state[part], next[part]))
        throw new Error(
          `${wordsOf(asked.wish)}: ${part} are\n${shown(this.state[part])}\nforeseen were\n${shown(next[part])}`,
        );
    }
  }
}

const shown = (part: ReadonlyMap<string, unknown>): string => JSON.stringify([...part]);
