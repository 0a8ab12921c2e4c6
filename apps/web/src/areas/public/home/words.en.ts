// The English sentences of this page.

export const en = {
  title: 'Welcome',
  lead: 'Choose how you would like to go on.',
  codeTitle: 'I have a code',
  codeText: 'You were given a code on paper, by phone or by somebody you met.',
  codeLink: 'Enter a code',
  staffTitle: 'I work here',
  staffText: 'You sign in with your account at work.',
  staffLink: 'Sign in as staff',
  signedInTitle: 'You are signed in',
  signedInLink: 'Go to your page',
} as const;
