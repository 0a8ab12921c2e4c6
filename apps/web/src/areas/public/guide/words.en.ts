// The English sentences of this page.

export const en = {
  title: 'Pages to read',
  intro:
    'Each page is there in plain words, in Easy Read, in large print and for paper. Call us, and we read it to you.',
  forms: 'This page in other forms',
  plain: 'In plain words',
  easy: 'Easy Read',
  large: 'Large print',
  print: 'For paper',
  printHow: 'Print this page from the menu of your browser. It names no crime at its top and no person.',
  all: 'All pages',
} as const;
