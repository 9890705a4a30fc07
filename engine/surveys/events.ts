// What surveys announce: each event with what it carries. What follows stands in manifest.ts.
import Type from 'typebox';
import { event } from '../store/event.ts';

export const closed = event('surveys.closed', Type.Object({ survey: Type.String() }));
