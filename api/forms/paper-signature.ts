// The form on which a person signs a paper of a programme electronically. The certificate must be that of the person to whom
// the form belongs: their number was given before, on a form of its own.
import { ok, type Result, refused } from '../../engine/kernel/result.ts';
import { useLink } from '../../engine/people/links.ts';
import { challengeWith } from '../../engine/people/signature.ts';
import { people } from '../../engine/people/store.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { signableOf } from '../../engine/programmes/rooms.ts';
import { demoSignature } from '../../engine/signatures/demo.ts';
import { formPage } from './frame.ts';
import type { FormCase, FormKind } from './kind.ts';
import { sampleIdentity } from './sample.ts';
import { isAboutSignature, signatureIn, signatureInputs, signatureLimits } from './signature-fields.ts';

type Case = FormCase<EngineContext>;

export const paperSignatureForm: FormKind<EngineContext> = {
  kind: 'paper-signature',
  limits: signatureLimits,

  async show(given, _typed, trouble) {
    const { form, secret, demo } = given;
    const { language, person } = form;
    const holder = { iin: sampleIdentity(person, '1980-01-01').iin };
    const text = await challengeIn(given);
    const sample = demo && text !== null ? demoSignature(holder, text) : null;
    const fields = signatureInputs({ language, secret, sample }, trouble);
    const general = trouble.filter(({ code }) => !isAboutSignature(code));
    return formPage({ language, name: 'paper-signature', fields, trouble, general, hasFiles: true });
  },

  text: async (given) => (given.signatures ? ((await challengeIn(given)) ?? '') : ''),

  async keep(given, sent) {
    const { ctx, secret, form, signatures } = given;
    const found = signatureIn(sent);
    if (!found.ok) return found;
    if (!found.value) return refused('common.signature-missing');
    if (!signatures) return refused('common.signature-unavailable');
    const text = await challengeIn(given);
    const { signable, subject } = paperIn(given);
    if (text === null || !signable) return refused('common.link-used');
    const signature = await signatures.verify(found.value, Buffer.from(text), ctx.clock.now());
    if (!signature.ok) return signature;
    const { iin, revocation, serial } = signature.value;
    const theirs = await refuseOther(ctx, form.person, iin);
    if (!theirs.ok) return theirs;
    if (revocation !== 'good') return refused('common.signature-unavailable');
    const actor = { kind: 'person', id: form.person, grants: [] } as const;
    const command = { id: `paper-signature/${form.link._id}`, actor };
    const noted = await signable.signed(ctx, command, subject, serial);
    if (noted.ok) await useLink(ctx, 'paper-signature', secret, form.person);
    return noted;
  },
};

function paperIn({ ctx, form: { link } }: Case) {
  return { signable: signableOf(ctx, String(link.data.paper)), subject: String(link.data.subject) };
}

/** The text to sign, good for one link. */
async function challengeIn(given: Case): Promise<string | null> {
  const { signable, subject } = paperIn(given);
  const words = (await signable?.words(given.ctx, subject)) ?? null;
  return words === null ? null : challengeWith(given.ctx, given.form.link, words);
}

async function refuseOther(ctx: EngineContext, person: string, iin: string | null): Promise<Result<string>> {
  const known = await people.on(ctx.db).findById(person, { iinHash: 1 }).lean();
  const isTheirs = iin !== null && known?.iinHash === ctx.sealer.hash(iin);
  return isTheirs ? ok(person) : refused('common.signature-not-yours');
}
