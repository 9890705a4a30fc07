// What a programme tells the rest of the system about itself: data, and functions of its own engine. One programme = one
// folder with one manifest; its dialogues, routes and texts are found by its id.

import type { Enrolment } from '../editions/migrations/enrolment.ts';
import type { LocalDate } from '../kernel/calendar.ts';
import type { Desk } from '../kernel/chat.ts';
import type { ManualClock } from '../kernel/clock.ts';
import type { Reason } from '../kernel/result.ts';
import type { MailPort } from '../notify/mail/port.ts';
import type { SmsPort } from '../notify/sms/port.ts';
import type { Part } from '../parts/part.ts';
import type { DecisionReceipt, RuleBook, Subject } from '../rules/rule-book.ts';
import type { SignatureVerifier } from '../signatures/port.ts';
import type { StoreContext } from '../store/context.ts';

export interface Programme extends Part<EngineContext> {
  /** Names its folders, its rules, its texts and its addresses: `bot/dialogues/<id>/`, `/v1/<id>/`. */
  readonly id: string;
  /** The root beneath which its folders lie (`bot/dialogues/<id>/`, `api/routes/<id>/`); the product's own where absent. */
  readonly home?: URL;
  /** Text key of what it is called. */
  readonly title: string;
  /** What it does when people use their rights over their data. */
  readonly personal: PersonalPart;
  /** Whom its rule sets judge, for simulations. */
  readonly populations?: readonly Population[];
  /** Who is enrolled under which of its rule sets: whom a migration moves. */
  readonly enrolments?: readonly Enrolment<EngineContext>[];
  /** What the rules decided on a person, with its receipts. */
  readonly receipts?: (ctx: EngineContext, personId: string) => Promise<readonly KeptReceipt[]>;
  /** The desks at which it is to be met. */
  readonly desks: Readonly<Partial<Record<Desk, DeskEntry>>>;
  /** Parts of a person's profile without which nobody takes part: asked for on joining. */
  readonly profile: readonly string[];
  /** Its part of the demo. Idempotent: what broke off is played again. */
  readonly demo?: DemoChapter;
  /** What must hold at any time, whatever happens: each finds its violations in words. Looked at by the model test. */
  readonly invariants: Readonly<Record<string, (ctx: EngineContext) => Promise<readonly string[]>>>;
}

export interface KeptReceipt {
  /** What was decided: `admission`, `completion`. */
  readonly kind: string;
  /** Id of what it was decided on. */
  readonly subject: string;
  readonly receipt: DecisionReceipt;
}

/** Ids of its dialogues at one desk, by what leads there. The boot refuses an id that no dialogue has. */
export interface DeskEntry {
  /** Takes a newcomer into the programme. */
  readonly join?: string;
  /** What its block of the menu may offer. */
  readonly menu: readonly string[];
  /** Where somebody stands in it. */
  readonly status?: string;
  /** Commands of its own, without the slash. */
  readonly commands?: Readonly<Record<string, string>>;
  /** Deep links that it opens, by their kind. */
  readonly links?: Readonly<Record<string, string>>;
  /** What the head of an organisation may begin once it is accredited: the button's text key, and the dialogue. */
  readonly hosts?: { readonly label: string; readonly go: string };
  /** Leads to the secure form: offered where a personal number was typed. */
  readonly secureForm?: string;
}

export interface DemoChapter {
  /** Whom one can speak for, in the order in which its story meets them; the operator is there for all programmes. */
  readonly personas: readonly DemoPersona[];
  /** @param clock the one of `ctx`, in the past; the chapter moves it on */
  readonly play: (ctx: EngineContext, clock: ManualClock) => Promise<void>;
}

export interface DemoPersona {
  readonly id: string;
  readonly desk: Desk;
  /** Text key of what they are. */
  readonly role: string;
}

/** Everyone whom a rule set would judge on a day, in batches, with the facts that the use-cases would give it. */
export interface Population {
  readonly set: string;
  readonly subjects: (ctx: EngineContext, on: LocalDate) => AsyncIterable<readonly Subject[]>;
  /** The same people as MongoDB finds them, where it can work out their facts: for counting. */
  readonly found?: (ctx: EngineContext) => Promise<FactSource>;
}

/** Stages over a collection that end in documents with a person's `facts`: `facts.credit.targetHours`. */
export interface FactSource {
  readonly collection: string;
  readonly stages: readonly Readonly<Record<string, unknown>>[];
}

/** What a programme keeps of persons, and what becomes of it. Each part must be idempotent and accept a person unknown to it. */
export interface PersonalPart {
  /** Purposes of consent without which it processes nobody. */
  readonly purposes: readonly string[];
  /** With which proofs a legal representative may consent, on a day; any where absent. */
  readonly consentProofs?: (rules: RuleBook, on: LocalDate) => readonly string[];
  /** A consent is over: ends what may not go on. @param cause names the ending: the same for a repeat of it */
  readonly consentEnded: (ctx: EngineContext, personId: string, cause: string) => Promise<void>;
  /** Owner documents that are about the person, as `<collection>/<id>`: their audit chains belong to the record. */
  readonly documents: (ctx: EngineContext, personId: string) => Promise<readonly string[]>;
  /** Everything that is kept of the person, as plain JSON; null where nothing is. */
  readonly record: (ctx: EngineContext, personId: string) => Promise<unknown>;
  /** True where something was begun under the person's id: their account is no empty double of another. */
  readonly hasRecords: (ctx: EngineContext, personId: string) => Promise<boolean>;
  readonly erasing: ErasingPart;
}

/** How a programme lets go of a person. Each part must be idempotent and may break off anywhere. */
export interface ErasingPart {
  /** Why the law makes the erasure wait, in words for the person; none where it need not. */
  readonly waitsFor: (ctx: EngineContext, personId: string) => Promise<readonly Reason[]>;
  /** Ends all that runs; whoever must know is told by the events. */
  readonly end: (ctx: EngineContext, personId: string) => Promise<void>;
  /** Ids of what is the person's: timers are set for it, cards and notices speak of it. */
  readonly items: (ctx: EngineContext, personId: string) => Promise<readonly string[]>;
  /** True where something that stays still counts against the person's caps. */
  readonly counts: (ctx: EngineContext, personId: string) => Promise<boolean>;
  /** Empties what is about the person; lawful stubs stay. */
  readonly erase: (ctx: EngineContext, personId: string) => Promise<void>;
}

/** What use-cases are handed: the store, the rules in force, the addresses of pages, and which programmes there are. */
export interface EngineContext extends StoreContext {
  readonly rules: RuleBook;
  readonly links: Links;
  /** Checks electronic signatures; absent or null where this deployment cannot. */
  readonly signatures?: SignatureVerifier | null;
  /** Sends e-mails; absent or null where no server is configured. */
  readonly mail?: MailPort | null;
  /** Sends SMS; absent or null where no gateway is configured. */
  readonly sms?: SmsPort | null;
  /** The registry that this process was started with. */
  readonly programmes: readonly Programme[];
}

export interface Links {
  /** A public page of ours, e.g. `verify/26-7KQ2M-X4TBN-93HWD`. */
  page(path: string): string;
  /** The secure form behind a one-time secret. */
  form(secret: string): string;
  /** The same inside Telegram, see people/mini-app.ts. Absent where the public address is not https. */
  readonly app?: (secret: string) => string;
  /** Opens a desk's chat with a one-time secret: in Telegram where that desk has a bot, else in the web chat. */
  start(desk: Desk, secret: string): string;
}
