// What a kind of secure form is to the mechanism in routes.ts: it shows a page and keeps what was sent. One file a kind.
import type { Result } from '../../engine/kernel/result.ts';
import type { FormKindName, OpenedForm } from '../../engine/people/secure-forms.ts';
import type { SignatureVerifier } from '../../engine/signatures/port.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import type { Trouble } from './frame.ts';
import type { Sent, SentLimits } from './sent.ts';

export interface FormCase<C extends StoreContext = StoreContext> {
  readonly ctx: C;
  readonly form: OpenedForm;
  readonly secret: string;
  /** The demo offers made-up numbers. */
  readonly demo: boolean;
  /** Null where this deployment cannot check signatures. */
  readonly signatures: SignatureVerifier | null;
}

export interface FormKind<C extends StoreContext = StoreContext> {
  readonly kind: FormKindName;
  readonly limits: SentLimits;
  /** The page to fill in, with what was typed and what is wrong with it. */
  show(form: FormCase<C>, typed: Sent['fields'], trouble: Trouble): Promise<string>;
  /** A text of the form to download, e.g. to sign it. */
  text?(form: FormCase<C>): string | Promise<string>;
  /**
   * Keeps what was sent and uses the link up. Refused with `common.link-used` once it is.
   * @returns a Download where a file is handed out, anything else where the page says that it is done
   */
  keep(form: FormCase<C>, sent: Sent): Promise<Result<unknown>>;
}
