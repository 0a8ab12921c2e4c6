// The English sentences of this page.

export const en = {
  signedIn: 'Signed in',
  title: 'You are not signed in',
  expired:
    'Signing in was not finished: it took too long, was cancelled, or was begun in another window. You can try again.',
  refused: 'Your account is known, but has no access to this service. If it should have, ask a manager of the service.',
  again: 'Try again',
} as const;
