// The English sentences of this page.

export const en = {
  title: 'You are signed out',
  text: 'If others use this device, close this window as well.',
  again: 'Go to the first page',
  onward: 'Signing out',
} as const;
