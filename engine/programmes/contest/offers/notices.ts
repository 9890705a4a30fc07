// The college hears how its student answered; a student who had agreed hears that the college took the offer back.
import { type Button, text } from '../../../kernel/message.ts';
import type { Notify } from '../../../parts/part.ts';
import type { EventOf } from '../../../store/event.ts';
import type { EngineContext } from '../../context.ts';
import { collegeName } from '../views/college-name.ts';
import type { offerAccepted, offerWithdrawn } from './events.ts';
import { offerOf } from './find.ts';

type Told = Notify<EngineContext, EventOf<typeof offerAccepted>['data']>;

const desk = (college: string): Button => ({
  label: text('contest-staff:button.desk-college'),
  action: { go: 'contest.desk', argument: `college.${college}` },
});

const toCollege =
  (key: string): Told =>
  async (ctx, { data }) => {
    const { by, name, college } = await offerOf(ctx, data.offer);
    const message = {
      texts: [text(`contest-offer:notice.${key}`, { name })],
      buttons: [[desk(college)]],
    };
    return [{ to: by, desk: 'staff', message }];
  };

export const accepted = toCollege('accepted');
export const declined = toCollege('declined');

export const withdrawn: Notify<EngineContext, EventOf<typeof offerWithdrawn>['data']> = async (
  ctx,
  { data },
) => {
  if (data.person === null) return [];
  const { college } = await offerOf(ctx, data.offer);
  const message = { texts: [text('contest-offer:notice.withdrawn', await collegeName(ctx, college))] };
  return [{ to: data.person, desk: 'participant', message }];
};
