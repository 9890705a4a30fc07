// Who agreed on the version that the report stands on, and where seal and signatures belong.
import type { Block, SignaturePlace } from '../../../documents/layout.ts';
import { text } from '../../../kernel/message.ts';
import { type Signatory, signatories } from '../store.ts';
import type { ReportView } from './view.ts';

export function signatureBlocks({ signatures }: ReportView): readonly Block[] {
  const place = (as: Signatory): SignaturePlace => {
    const signed = signatures.find((each) => each.as === as);
    const role = text(`grant-report:signatory.${signed?.acting ? 'acting' : 'holder'}.${as}`);
    return signed ? { role, name: signed.name } : { role };
  };
  const [president, ...grantor] = signatories;
  const seal = text('grant-report:seal');
  return [
    { kind: 'title', level: 3, text: text('grant-report:block.signatures') },
    { kind: 'paragraph', text: text('grant-report:acquainted') },
    { kind: 'signatures', places: [place(president)], seal },
    { kind: 'paragraph', emphasis: 'strong', text: text('grant-report:agreed') },
    // The chair stands first on the annex; they sign in the other order.
    { kind: 'signatures', places: [...grantor].reverse().map(place), seal },
  ];
}
