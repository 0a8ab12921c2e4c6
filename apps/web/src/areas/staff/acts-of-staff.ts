// The forms of acts outside a case that staff fill in, by their address.
import type { Act, ActForm } from '../../command-form/act.js';
import { isFor } from '../../server/area.js';
import type { View } from '../../server/view.js';
import { actAddress } from './addresses.js';
import { actForms } from './acts/acts.generated.js';

const byAddress = new Map(actForms.map((form) => [form.address, form]));
const byAct = new Map(actForms.map((form) => [form.act, form]));

export const actAt = (address: string): ActForm | undefined => byAddress.get(address);

/** Null where the act has no form, or it is not there for these roles. */
export function actFor(act: Act, roles: readonly string[]): ActForm | null {
  const form = byAct.get(act);
  return form && isFor(form.for, roles) ? form : null;
}

/** Acts about a person of a case, in the order of the page. */
const ofPerson = [
  'changePerson',
  'receiveSubjectRequest',
  'recordDisclosure',
  'placeLegalHold',
  'erasePerson',
] as const;

/** Where the acts lead that are there for these roles; `say` says a sentence of a form. */
export const actsAbout = (
  roles: readonly string[],
  caseId: string,
  personId: string,
  say: (view: View, key: string) => string,
) =>
  ofPerson.flatMap((act) => {
    const form = actFor(act, roles);
    if (!form) return [];
    return [
      { text: say({ name: form.view } as View, 'title'), href: actAddress(form.address, `${caseId}|${personId}`) },
    ];
  });
