// Who writes which table: what PostgreSQL refuses to everybody else (rows-by-position.test.ts).

// A line a table; a new table joins. What stands in a cell:
//   `-`        the application has no right to
//   `itself`   the service alone, in whose transactions the program has judged
//   roles      staff who hold one of them; `about:` but not who is connected with the case or person of the row;
//              `signed:` in their own name, and not even the service for them
//   `on:`      positions on the case the row is of: duties and roles, never a look in an emergency
//   `own`      whoever is signed in, in their own name; `person`: the person it is about
//   `author`   in their own name, whoever holds a position on the case
const page = `
                       insert                                        update                         delete
  answer               itself                                        -                              -
  area                 -                                             -                              -
  case_file            itself                                        itself                         -
  case_offence         itself                                        -                              -
  commission           -                                             -                              -
  commissioner         -                                             -                              -
  connection           itself                                        -                              -
  consent_text         manager                                       -                              -
  decliner             itself                                        -                              -
  disclosure           about:manager+safeguardingLead                -                              -
  done_command         own                                           -                              -
  draft                author                                        author                         author
  emergency_access     itself                                        itself                         -
  figure_case          -                                             -                              -
  figure_count         -                                             -                              -
  figure_pending       -                                             -                              -
  figure_person        -                                             -                              -
  import_batch         itself                                        -                              -
  import_row           itself                                        -                              -
  invitation           on:lead+coFacilitator+coordinator             on:anybody                     itself
  journal              itself                                        -                              -
  legal_hold           about:manager+safeguardingLead                about:manager+safeguardingLead -
  notice               itself                                        itself                         itself
  offence              itself                                        -                              -
  one_time_code        on:lead+coFacilitator+coordinator             itself                         itself
  organisation         manager                                       -                              -
  participant          itself                                        itself                         -
  person               itself                                        itself                         itself
  person_decision      itself                                        -                              -
  person_merge         itself                                        -                              itself
  person_suggestion    itself                                        itself                         itself
  person_token         itself                                        -                              itself
  personal_value       itself                                        itself                         itself
  read_chain           -                                             -                              -
  read_record          -                                             -                              -
  reading_day          -                                             -                              -
  record_class         manager                                       -                              -
  referral_file        coordinator+manager                           coordinator+manager            coordinator+manager
  referral_mapping     coordinator+manager                           -                              -
  referral_row_returned coordinator+manager                          coordinator+manager            coordinator+manager
  retention_proposal   signed:manager                                signed:manager                 -
  retention_run        itself                                        -                              -
  sealing_key          coordinator+manager+safeguardingLead          itself                         itself
  self_referral        itself                                        itself                         itself
  self_referral_limit  everybody                                     everybody                      everybody
  service              -                                             -                              -
  session              itself                                        person                         itself
  sharing_agreement    manager                                       manager                        -
  staff                -                                             -                              -
  subject_request      about:coordinator+manager                     about:manager                  -
  subject_review       about:manager+safeguardingLead                -                              -
  support_service      coordinator+manager                           coordinator+manager            coordinator+manager
  task                 itself                                        on:lead+coFacilitator          itself
  text                 itself                                        -                              itself
`;
export const verbs = ['insert', 'update', 'delete'] as const;
export type Verb = (typeof verbs)[number];
export const lines = new Map(
  page
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .map(([table = '', ...cells]) => [table, Object.fromEntries(verbs.map((verb, n) => [verb, cells[n] ?? '']))]),
);
export const cellOf = (table: string, verb: Verb): string => lines.get(table)?.[verb] ?? '';
