// The English sentences of this page.

export const en = {
  title: 'Enter the short code',
  sent: 'If what you entered is right, a short code is on its way to you by the way you agreed with us. It works for a few minutes, once.',
  noneCame: 'If no code comes within ten minutes, call us: somebody checks that it is you, and reads a code out.',
  label: 'Short code',
  button: 'Continue',
  again: 'Start again',
  missing: 'Enter the short code',
  shape: 'The short code does not look like that. Check it and enter it again.',
  wrong: 'That did not work. Check the short code and enter it again, or start again.',
} as const;
