// The English sentences of this page.

export const en = {
  title: 'Files of referrals',
  lead: 'A file is looked at before anything of it is taken. Rows that cannot stand go back with a plain reason, and are known again when they were mended.',
  file: 'A file of referrals (CSV, XLSX or JSON)',
  look: 'Send it in, and look',
  fileMissing: 'Choose a file',
  fileRefused: 'This file is not taken: it is larger than the service takes, or not a file',
  files: 'Sent in',
  sent: 'Sent',
  whose: 'Whose',
  state: 'Now',
  taken: 'Rows taken',
  returned: 'Gone back',
  progress: '{{done}} of {{of}} referrals',
  notYet: 'Not said yet',
  none: 'No file was sent in.',
  pages: 'Pages of this list',
  following: 'Earlier',
} as const;
