// The English sentences of this page.

export const en = {
  title: 'Sign in as staff',
  text: 'You sign in with your account at work. We never see your password.',
  button: 'Sign in',
  notSetUp: 'Signing in as staff is not set up here yet. Ask whoever looks after this service.',
  onward: 'Going to sign-in',
} as const;
