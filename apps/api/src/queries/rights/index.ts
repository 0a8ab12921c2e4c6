// The resolvers of rights.
import { SubjectAccessResolver } from './subject-access.resolver.js';
import { ConsentTextsResolver, MyConsentResolver } from './consent-texts.resolver.js';
import { KeptResolver, MyCaseKeptResolver, ToldKeptResolver } from './retention.resolver.js';
import { DisclosureResolver, SharingResolver } from './sharing.resolver.js';

export const rights = [
  ConsentTextsResolver,
  MyConsentResolver,
  KeptResolver,
  MyCaseKeptResolver,
  ToldKeptResolver,
  SharingResolver,
  DisclosureResolver,
  SubjectAccessResolver,
];
