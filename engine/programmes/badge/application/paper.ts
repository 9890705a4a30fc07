// The agreement as a paper that its signer signs electronically: the strongest proof of the representative's hand.
import type { Signable } from '../../../parts/signable.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import type { Participation } from '../store.ts';
import { signAgreement, signAsGuardian } from './sign.ts';

export const AGREEMENT_PAPER = 'badge.agreement';

const names = {
  bronze: 'қола / бронзовый / bronze',
  silver: 'күміс / серебряный / silver',
  gold: 'алтын / золотой / gold',
} as const;

const wordsOf = ({ _id, level, agreement }: Participation): string => {
  const what = `${agreement.textVersion}, ${names[level]}, ${_id}`;
  const kk = '«Елбасы Төсбелгісі»: ерікті қатысу туралы шартқа қол қоямын.';
  const ru = '«Елбасы Төсбелгісі»: подписываю договор о добровольном участии.';
  const en = '“Elbasy Tösbelgısı”: I sign the agreement on voluntary participation.';
  return `${kk} · ${ru} · ${en} (${what})`;
};

export const agreementPaper: Signable<EngineContext> = {
  id: AGREEMENT_PAPER,
  async words(ctx, subject) {
    const participation = await participationOf(ctx, subject);
    const mayBeSigned = participation.state === 'applied' || participation.state === 'accepted';
    return mayBeSigned ? wordsOf(participation) : null;
  },
  async signed(ctx, command, subject) {
    const { person } = await participationOf(ctx, subject);
    const sign = command.actor.id === person ? signAgreement : signAsGuardian;
    return sign(ctx, command, subject, 'signature');
  },
};
