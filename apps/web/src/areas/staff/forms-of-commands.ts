// The forms that staff fill in, by their address and by the command they send.
import type { CommandForm, Verb } from '../../command-form/definition.js';
import { forms } from './forms/forms.generated.js';

const byAddress = new Map(forms.map((form) => [form.address, form]));
// A form that sends several commands is found by each, where none has a form to itself.
const byVerb = new Map<Verb, CommandForm>([
  ...forms.flatMap((form) => form.verbs.map((verb) => [verb, form] as const)),
  ...forms.map((form) => [form.verb, form] as const),
]);

export const formAt = (address: string): CommandForm | undefined => byAddress.get(address);

/** The form that sends a command; undefined for one that has no page yet. */
export const formFor = (verb: Verb | null): CommandForm | undefined => (verb === null ? undefined : byVerb.get(verb));
