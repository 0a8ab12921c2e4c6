// The English sentences of this page.

export const en = {
  title: 'One side of case {{reference}}',
  nobody: 'Nobody is on this side.',
} as const;
