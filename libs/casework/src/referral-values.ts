// What a referral says of a person, as the values that libs/people holds.
import type { ReferredPerson } from '#libs/intake';

/** The personal values of a person, as libs/people names them. What is not known is absent. */
export function valuesOf({
  names,
  bornOn,
  ageBand,
  telephone,
  telephones,
  email,
  contact,
  language,
  needs,
  organisation,
}: ReferredPerson): Record<string, string> {
  const spoken = [contact.safe, contact.channels, contact.times, contact.voicemail, contact.mustNotKnow].some(
    (value) => value !== null,
  );
  const values: Record<string, string | null> = {
    title: names.title,
    given: names.given,
    family: names.family,
    knownAs: names.knownAs,
    asWritten: names.asWritten,
    bornOn,
    ageBand,
    telephone,
    // One plain number says all of itself already.
    telephones:
      telephones.length > 1 || telephones.some((one) => one.extension !== null) ? JSON.stringify(telephones) : null,
    email,
    language,
    contact: spoken ? JSON.stringify(contact) : null,
    needs: needs === null ? null : JSON.stringify(needs),
    organisation: organisation ? 'yes' : null,
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''),
  );
}
