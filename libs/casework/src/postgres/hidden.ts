// Whoever was named by mistake is in no list but for those who answer for it (R92).

/** SQL: whether a text, an id or ids joined by `|`, names nobody who is out of view in this case. */
export const namesNobodyHidden = (caseId: string, text: string): string =>
  `not exists (select from participant h where h.case_id = ${caseId} and h.hidden and h.id::text = any (string_to_array(${text}, '|')))`;
