// What dialogues and the API use of analytics and of the questionnaire.
export { ratedMentors, rateMentor } from '../questionnaire/rate.ts';
export { type MentorRating, ratingOf } from '../questionnaire/results.ts';
export { type Analytics, analyticsFor } from './analytics.ts';
