// The resolvers of rights.
import { ConsentTextsResolver, MyConsentResolver } from './consent-texts.resolver.js';
import { DisclosureResolver, SharingResolver } from './sharing.resolver.js';

export const rights = [ConsentTextsResolver, MyConsentResolver, SharingResolver, DisclosureResolver];
