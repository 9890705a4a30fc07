// What a compiled version says of one person. Outcome and percentage are there; the rest is worked out when it is asked for:
// of many people nobody asks for more.
import type { LocalDate } from '../../kernel/calendar.ts';
import type { Reason } from '../../kernel/result.ts';
import type { Evaluation, LeafTrace, RequirementResult, Shortfall } from '../evaluation.ts';
import type { Facts } from '../facts.ts';
import { reasonsIn } from '../scoring.ts';
import type { Values } from './values.ts';

export interface Judgement {
  readonly outcome: 'met' | 'notMet';
  /** 0–100. */
  readonly percent: number;
  /** Of each requirement, 0–1, or NOT_APPLICABLE. */
  readonly fractions: readonly number[];
  readonly facts: Facts;
  readonly values: Values;
}

/** Who judged, and tells the rest of a judgement. */
export interface Judge {
  readonly about: Pick<Evaluation, 'set' | 'version' | 'on' | 'reads'>;
  requirementsOf(judgement: Judgement): readonly RequirementResult[];
  shortfallsOf(judgement: Judgement): readonly Shortfall[];
  notApplicableIn(judgement: Judgement): Evaluation['notApplicable'];
  defaultsFor(facts: Facts): Facts;
  parametersOf(judgement: Judgement): Evaluation['parameters'];
  traceOf(judgement: Judgement): readonly LeafTrace[];
}

export class CompiledEvaluation implements Evaluation {
  readonly outcome: 'met' | 'notMet';
  readonly percent: number;
  readonly missing: readonly string[] = NOTHING;
  readonly #by: Judge;
  readonly #judgement: Judgement;
  #shortfalls: readonly Shortfall[] | undefined;

  constructor(by: Judge, judgement: Judgement) {
    this.#by = by;
    this.#judgement = judgement;
    this.outcome = judgement.outcome;
    this.percent = judgement.percent;
  }

  get set(): string {
    return this.#by.about.set;
  }

  get version(): string {
    return this.#by.about.version;
  }

  get on(): LocalDate {
    return this.#by.about.on;
  }

  get reads(): readonly string[] {
    return this.#by.about.reads;
  }

  get shortfalls(): readonly Shortfall[] {
    this.#shortfalls ??= this.#by.shortfallsOf(this.#judgement);
    return this.#shortfalls;
  }

  get reasons(): readonly Reason[] {
    return reasonsIn(this.shortfalls);
  }

  get requirements(): readonly RequirementResult[] {
    return this.#by.requirementsOf(this.#judgement);
  }

  get notApplicable(): Evaluation['notApplicable'] {
    return this.#by.notApplicableIn(this.#judgement);
  }

  get defaults(): Facts {
    return this.#by.defaultsFor(this.#judgement.facts);
  }

  get parameters(): Evaluation['parameters'] {
    return this.#by.parametersOf(this.#judgement);
  }

  get trace(): readonly LeafTrace[] {
    return this.#by.traceOf(this.#judgement);
  }
}

const NOTHING: readonly string[] = [];
