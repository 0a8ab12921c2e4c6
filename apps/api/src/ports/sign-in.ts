// What the API asks of libs/sign-in: sessions, invitations and one-time codes.
import { defaultNumbers, type SignIn as Signing } from '#libs/sign-in';

/** How people come in. */
export type SignIn = Pick<
  Signing,
  | 'numbers'
  | 'entered'
  | 'staff'
  | 'askForCode'
  | 'enter'
  | 'end'
  | 'sessions'
  | 'assisted'
  | 'invite'
  | 'revoke'
  | 'assist'
  | 'invitations'
>;

const notFound = async () => ({ ok: false, why: 'not-found', blockers: [] }) as const;

/** Where no sessions are kept, no caller has one. */
export const disabledSignIn: SignIn = {
  numbers: defaultNumbers,
  entered: async () => null,
  staff: async () => null,
  askForCode: async () => undefined,
  enter: async () => null,
  end: async () => 0,
  sessions: async () => [],
  assisted: async () => [],
  invite: notFound,
  revoke: async () => false,
  assist: notFound,
  invitations: async () => [],
};
