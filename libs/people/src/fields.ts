// What is held about a person, value by value. A new field is one row here.

/** `class` is the strictness with which a value is treated; `says` names it for people. */
export const fields = {
  title: { class: 'personal', says: 'Title' },
  given: { class: 'personal', says: 'Given name' },
  family: { class: 'personal', says: 'Family name' },
  knownAs: { class: 'personal', says: 'Likes to be called' },
  asWritten: { class: 'personal', says: 'Name as written' },
  bornOn: { class: 'personal', says: 'Date of birth' },
  ageBand: { class: 'personal', says: 'Age band' },
  telephone: { class: 'personal', says: 'Telephone' },
  telephones: { class: 'personal', says: 'Every telephone number, as written and as E.164, extensions apart' },
  formerNames: { class: 'personal', says: 'Names held before, the latest last' },
  email: { class: 'personal', says: 'E-mail' },
  organisation: { class: 'personal', says: 'A body rather than a person' },
  language: { class: 'special-category', says: 'Language' },
  needs: { class: 'special-category', says: 'What they need' },
  contact: { class: 'special-category', says: 'How they may be reached, and who must not know' },
} as const satisfies Record<string, { class: 'personal' | 'special-category'; says: string }>;
export type Field = keyof typeof fields;
/** The values held about one person; a field that is not held is absent. */
export type Values = Partial<Record<Field, string>>;
