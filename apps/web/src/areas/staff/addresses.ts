// Addresses of the pages for staff. They hold ids and names of forms, and nothing about a person.

export const caseAddress = (caseId: string, part = ''): string => `/cases/${caseId}${part && `/${part}`}`;

export const personAddress = (caseId: string, participantId: string): string =>
  caseAddress(caseId, `people/${participantId}`);

/** The form of a command: about a participant or thing, in one process, or of the whole case. */
export function formAddress(
  caseId: string,
  form: string,
  { about = null, processId = null }: { readonly about?: string | null; readonly processId?: string | null } = {},
): string {
  const within = processId === null ? '' : `processes/${processId}/`;
  const whom = about === null ? '' : `/${encodeURIComponent(about)}`;
  return caseAddress(caseId, `${within}do/${form}${whom}`);
}

/** The form of an act outside a case, about what the ids name. */
export const actAddress = (form: string, about: string | null = null): string =>
  about === null ? `/do/${form}` : `/do/${form}/${encodeURIComponent(about)}`;

/** The page after an act: it says what was done, and knows the id of what was made. */
export const withMade = (address: string, form: string, made: string | null): string =>
  made === null ? withDone(address, form) : `${withDone(address, form)}&made=${made}`;

/** The same page, which then says what was done. */
export const withDone = (address: string, form: string): string => `${address}?done=${form}`;

/** The list of cases behind a figure, by its name. */
export const listAddress = (list: string): string => `/figures/list?name=${encodeURIComponent(list)}`;
