// One thing that is wrong with a request, as problem details list it.
import Type, { type Static } from 'typebox';

export const faultSchema = Type.Object({
  pointer: Type.Optional(Type.String({ description: 'JSON pointer into the body or the parameters.' })),
  in: Type.Optional(Type.String({ description: '`body`, `querystring`, `params` or `headers`.' })),
  code: Type.Optional(Type.String({ description: 'Reason code, where rules refused.' })),
  detail: Type.String({ description: 'What is wrong, and how to fix it.' }),
  value: Type.Optional(Type.Unknown({ description: 'What stands there instead.' })),
});
export type Fault = Static<typeof faultSchema>;
