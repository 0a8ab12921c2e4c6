// The answer to both ways of signing in.
import { z } from 'zod';

/** Signed in with a session, or not: the API gives one reason for every failure. */
export const signInPayload = z.discriminatedUnion('__typename', [
  z.object({ __typename: z.literal('SignedIn'), token: z.string() }),
  z.object({ __typename: z.literal('SignInRefused') }),
]);
