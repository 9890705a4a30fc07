// Block II: both lists are filled in or declared empty, and everybody has a position, duties and a share.
import { employments, type Plan } from '../shape.ts';
import { isBlank } from '../words.ts';
import { type Finding, fault } from './finding.ts';

export const teamFindings = ({ members, none }: Plan['team']): readonly Finding[] => [
  ...employments
    .filter((each) => !none.includes(each) && !members.some(({ employment }) => employment === each))
    .map((employment) => fault('team-undeclared', '/team', { employment })),
  ...members.flatMap(({ position, duties, share }, index) =>
    isBlank(position) || isBlank(duties) || share === null
      ? [fault('member-incomplete', `/team/members/${index}`, { n: index + 1 })]
      : [],
  ),
];
