// What is announced about the public vote. Never who voted for whom: the vote names its nominee, the event does not name
// the voter.
import Type from 'typebox';
import { event } from '../../../store/event.ts';

const OfElector = Type.Object({ elector: Type.String(), person: Type.String(), college: Type.String() });

export const electorAsked = event('contest.elector-asked', OfElector);
export const electorConfirmed = event('contest.elector-confirmed', OfElector);
export const electorRefused = event('contest.elector-refused', OfElector);
export const voteCast = event('contest.vote-cast', Type.Object({ nomination: Type.String() }));
