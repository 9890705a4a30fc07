// One simulated process of the product: a connection and a context of its own. It can be made to stop dead at its n-th
// write, and to let somebody else decide whose request goes next.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ManualClock } from '../../../../engine/kernel/clock.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { connectStore } from '../../../../engine/store/connection.ts';
import { testContext } from '../../../support/engine-context.ts';
import { UNHURRIED } from '../../../support/services/fresh-database.ts';
import { type Around, intercept, type Request } from './intercept.ts';
import { modelled } from './registry.ts';

/** What every request of a process that has stopped ends with. */
export class Stopped extends Error {
  constructor() {
    super('the process has stopped');
    this.name = 'Stopped';
  }
}

export interface Doom {
  /** Writes that are still done; the next one is the last that is tried. */
  readonly writes: number;
  /** Whether that last one reaches the database: nobody hears of it either way. */
  readonly arrives: boolean;
}

/** Turns of the loop in which a process asks for nothing, after which it is taken to be through. */
const QUIET = 5;

/** Decides whose request goes next. */
export interface Gate {
  pass(proceed: () => Promise<unknown>): Promise<unknown>;
}

export class SimulatedProcess {
  readonly ctx: EngineContext;
  gate: Gate | null = null;
  #doom: Doom | null = null;
  #written = 0;
  #stopped = false;
  #underWay = 0;

  private constructor(ctx: EngineContext) {
    this.ctx = ctx;
  }

  /** @param variant a deliberate defect below the product's code; none for the product as it is */
  static async start(
    uri: string,
    clock: ManualClock,
    variant: Around = (_, go) => go(),
  ): Promise<SimulatedProcess> {
    const db = await connectStore(uri, UNHURRIED);
    const links = {
      page: (path: string) => `/${path}`,
      form: (secret: string) => `/forms/${secret}`,
      start: () => '/chat',
    };
    const process = new SimulatedProcess(testContext(db, clock, { links, programmes: modelled }));
    intercept(db, (request, proceed) => process.#around(request, () => variant(request, proceed)));
    return process;
  }

  /** Resolves when nothing of it is under way any more, side by side with what has ended or not. */
  async idle(): Promise<void> {
    for (let quiet = 0; quiet < QUIET; ) {
      await nextTurn();
      quiet = this.#underWay > 0 ? 0 : quiet + 1;
    }
  }

  /** A new process takes the place of one that stopped and is idle: it would go on in the new one's name. */
  restart(doom: Doom | null = null): void {
    this.#doom = doom;
    this.#written = 0;
    this.#stopped = false;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  async #around(request: Request, proceed: () => Promise<unknown>): Promise<unknown> {
    const go = () => this.#send(request, proceed);
    this.#underWay += 1;
    try {
      return await (this.gate ? this.gate.pass(go) : go());
    } finally {
      this.#underWay -= 1;
    }
  }

  async #send(request: Request, proceed: () => Promise<unknown>): Promise<unknown> {
    if (this.#stopped) throw new Stopped();
    if (!request.writes || !this.#doom) return proceed();
    this.#written += 1;
    if (this.#written <= this.#doom.writes) return proceed();
    this.#stopped = true;
    if (this.#doom.arrives) await proceed();
    throw new Stopped();
  }
}
