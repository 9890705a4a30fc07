// The steps of a run, as fast-check commands: one wish, a repeat, several at once, a process that stops, the worker,
// and time. Each ends with a look at everything.
import type fc from 'fast-check';
import { MINUTE } from '../../../engine/kernel/clock.ts';
import { ok } from '../../../engine/kernel/result.ts';
import type { Hint } from './hint.ts';
import { isExpected, type Outcome, outcomeOf } from './outcome.ts';
import { resolve } from './resolve.ts';
import { type Asked, Broken, type Running } from './running.ts';
import { carryOut, wordsOf } from './wish.ts';
import { Interleaving } from './world/interleaving.ts';
import type { Doom } from './world/process.ts';
import type { WorkStep } from './world/worker.ts';

/** The model of fast-check is the run itself: what it knows is only known while it runs. */
export type Step = fc.AsyncCommand<Running, Running>;

abstract class RunStep implements Step {
  check(): boolean {
    return true;
  }

  abstract run(running: Running): Promise<void>;

  toString(): string {
    return this.constructor.name;
  }
}

const PAUSE = 5 * MINUTE;

function ask({ world }: Running, { wish, command }: Asked, process: number): Promise<Outcome> {
  const at = world.processes[process % world.processes.length];
  if (!at) throw new Error('there are no processes');
  return outcomeOf(() => carryOut(at.ctx, wish, command));
}

/** One wish, alone: its answer and its effect are foreseen. */
export class One extends RunStep {
  readonly #hint: Hint;

  constructor(hint: Hint) {
    super();
    this.#hint = hint;
  }

  async run(running: Running): Promise<void> {
    running.world.clock.advance(PAUSE);
    const wish = resolve(running.scene, this.#hint);
    if (!wish) return;
    const asked = running.note(wish);
    running.tell(`one: ${wordsOf(wish)} (${asked.command})`);
    const foreseen = running.foresee(asked);
    const outcome = await ask(running, asked, this.#hint.by);
    if (outcome.kind === 'unknown') return running.look();
    asked.result = outcome.result;
    asked.isKept = outcome.result.ok || (foreseen.expected !== 'done' && foreseen.expected.effect);
    await running.lookFor(asked, outcome.result, foreseen);
  }
}

/** A command once more, under the same id: the same answer, no second effect. */
export class Again extends RunStep {
  readonly #which: number;

  constructor(which: number) {
    super();
    this.#which = which;
  }

  async run(running: Running): Promise<void> {
    const before = running.asked.filter(({ result, isKept }) => result === null || isKept);
    const asked = before[this.#which % Math.max(1, before.length)];
    if (!asked) return;
    running.tell(`again: ${wordsOf(asked.wish)} (${asked.command})`);
    const outcome = await ask(running, asked, this.#which);
    if (outcome.kind === 'answered') sameAnswer(asked, outcome.result);
    await running.look();
  }
}

/** A refusal that wrote nothing is no answer for ever: the same command may find things otherwise later. */
function sameAnswer(asked: Asked, result: NonNullable<Asked['result']>): void {
  const first = asked.result;
  if (!asked.isKept) {
    asked.result = result;
    asked.isKept = result.ok;
  } else if (JSON.stringify(result) !== JSON.stringify(first)) {
    const what = `${asked.command} answered ${JSON.stringify(first)}, then ${JSON.stringify(result)}`;
    throw new Broken([{ invariant: 13, name: 'the same command, the same answer', what }]);
  }
}

export interface Parallel {
  readonly hints: readonly Hint[];
  readonly work: readonly WorkStep[];
  /** The first of the wishes arrives twice. */
  readonly twice: boolean;
  readonly order: readonly number[];
}

/** Several wishes and the worker's steps at once, each in a process of its own, their requests interleaved. */
export class Together extends RunStep {
  readonly #of: Parallel;

  constructor(of: Parallel) {
    super();
    this.#of = of;
  }

  async run(running: Running): Promise<void> {
    const { world } = running;
    world.clock.advance(PAUSE);
    const wishes = this.#of.hints.map((hint) => resolve(running.scene, hint)).filter((wish) => wish !== null);
    const asked = wishes.map((wish) => running.note(wish));
    const all = this.#of.twice ? [...asked, ...asked.slice(0, 1)] : asked;
    const names = [...all.map(({ wish, command }) => `${wordsOf(wish)} (${command})`), ...this.#of.work];
    running.tell(`together: ${names.join(' | ')} in the order ${this.#of.order.join()}`);
    const tasks = [
      ...all.map((each, index) => () => ask(running, each, index)),
      ...this.#of.work.map((step, index) => () => worked(running, step, index + 1)),
    ];
    const interleaving = new Interleaving(this.#of.order);
    for (const process of world.processes) process.gate = interleaving;
    const outcomes = await interleaving.run<Outcome>(tasks);
    for (const process of world.processes) process.gate = null;
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.status === 'rejected') throw outcome.reason;
      const each = all[index];
      // One copy may be refused before another takes effect.
      if (each && outcome.value.kind === 'answered' && outcome.value.result.ok)
        sameAnswer(each, outcome.value.result);
    }
    await running.look();
  }
}

/** One wish, or one step of the worker, in a process that stops at its n-th write. */
export class Stopping extends RunStep {
  readonly #task: Hint | WorkStep;
  readonly #doom: Doom;

  constructor(task: Hint | WorkStep, doom: Doom) {
    super();
    this.#task = task;
    this.#doom = doom;
  }

  async run(running: Running): Promise<void> {
    const [process] = running.world.processes;
    running.world.clock.advance(PAUSE);
    const { writes, arrives } = this.#doom;
    const when = `after ${writes} writes${arrives ? ', the next arrives' : ''}`;
    process?.restart(this.#doom);
    if (typeof this.#task === 'string') {
      running.tell(`stopping: ${this.#task} ${when}`);
      await worked(running, this.#task, 0);
    } else {
      const wish = resolve(running.scene, this.#task);
      const asked = wish && running.note(wish);
      if (asked) running.tell(`stopping: ${wordsOf(wish)} (${asked.command}) ${when}`);
      const outcome = asked && (await ask(running, asked, 0));
      if (asked && outcome?.kind === 'answered') sameAnswer(asked, outcome.result);
    }
    await process?.idle();
    process?.restart();
    await running.look();
  }
}

async function worked(running: Running, step: WorkStep, index: number): Promise<Outcome> {
  const worker = running.world.workers[index % running.world.workers.length];
  try {
    await worker?.do(step);
  } catch (error) {
    if (!isExpected(error)) throw error;
  }
  const failures = worker?.failures.splice(0) ?? [];
  for (const failure of failures) if (!isExpected(failure)) throw failure;
  return { kind: 'answered', result: ok(null) };
}

export class Work extends RunStep {
  readonly #step: WorkStep;

  constructor(step: WorkStep) {
    super();
    this.#step = step;
  }

  async run(running: Running): Promise<void> {
    running.tell(`work: ${this.#step}`);
    await worked(running, this.#step, 0);
    await running.look();
  }
}

export class Later extends RunStep {
  readonly #hours: number;

  constructor(hours: number) {
    super();
    this.#hours = hours;
  }

  async run(running: Running): Promise<void> {
    running.tell(`later: ${this.#hours} h`);
    running.world.clock.advance(this.#hours * 60 * MINUTE);
  }
}
