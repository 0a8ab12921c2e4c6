// The English sentences of this page.

export const en = {
  title: 'Consent texts',
  lead: 'People say yes to these very words. A published text is never changed or removed: another wording is another version.',
  publish: 'Publish a text',
  version: 'Version {{version}}, {{language}}',
  by: 'Published {{day}} by {{who}}',
  came: 'Came with the program {{day}}',
  draft: 'A draft: for the service to approve by a version of its own',
  read: 'Read it',
  next: 'Publish a new version of it',
  none: 'There is no text yet.',
} as const;
