// The resolvers of rights.
import { ConsentTextsResolver, MyConsentResolver } from './consent-texts.resolver.js';

export const rights = [ConsentTextsResolver, MyConsentResolver];
