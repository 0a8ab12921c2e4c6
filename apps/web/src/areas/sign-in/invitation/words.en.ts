// The English sentences of this page.

export const en = {
  title: 'Enter your code',
  text: 'The code is on the paper you were given, or was told to you. It has letters and numbers.',
  label: 'Your code',
  hint: 'Spaces and dashes do not matter.',
  button: 'Continue',
  back: 'Have you been here before? The same code brings you back. A new short code then comes to you in the way that is safe for you.',
  lost: 'If you do not have a code, or it does not work, speak to the person who told you about this page.',
  missing: 'Enter your code',
  shape: 'The code has letters and numbers only. Check it and enter it again.',
} as const;
