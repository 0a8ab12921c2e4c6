// Consent texts: read, and printed again as a person was shown them.
import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid, type Purpose } from '#libs/case';
import { inForce, type ConsentText } from '#libs/rights';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Rights } from '../../ports/rights.js';
import { RIGHTS } from '../../ports/tokens.js';

interface AskedShown {
  readonly caseId: string;
  readonly participantId: string;
  readonly purpose: Purpose;
  readonly about?: string | null;
  readonly processId?: string | null;
  readonly at?: string | null;
}
@Resolver()
export class ConsentTextsResolver {
  constructor(@Inject(RIGHTS) private readonly rights: Rights) {}

  @Query('consentTexts')
  async consentTexts(
    @Context() { actor }: RequestContext,
    @Args() { purpose, language }: { purpose?: Purpose | null; language?: string | null },
  ) {
    const texts = await this.rights.texts.list(actor, purpose ?? undefined);
    return texts.filter((text) => !language || text.language === language).map(textView);
  }

  @Query('consentTextsInForce')
  async consentTextsInForce(
    @Context() { actor }: RequestContext,
    @Args() { purpose, about }: { purpose: Purpose; about?: string | null },
  ) {
    return inForce(await this.rights.texts.list(actor, purpose), purpose, about ?? null).map(textView);
  }

  @Query('consentAsShown')
  consentAsShown(@Context() { actor, at: now }: RequestContext, @Args() { at, ...asked }: AskedShown) {
    return isUuid(asked.caseId) ? this.rights.texts.asShown(actor, { ...asked, at: at ?? now }) : null;
  }
}

/** The text of what a participant is asked, in the language they were spoken to in. */
@Resolver('MyConsent')
export class MyConsentResolver {
  constructor(@Inject(RIGHTS) private readonly rights: Rights) {}

  @ResolveField('text')
  async text(@Context() context: RequestContext, @Parent() { purpose, about, reads }: MyConsentParent) {
    const latest = await context.memo(MyConsentResolver, () => this.rights.texts.asked(context.actor));
    const text = latest(purpose, about, reads);
    return text && textView(text);
  }
}
interface MyConsentParent {
  readonly purpose: Purpose;
  readonly about: string | null;
  /** The language they read, as they said (R13). */
  readonly reads: string;
}

const textView = ({ publishedBy, ...text }: ConsentText) => ({
  ...text,
  publishedBy: publishedBy === null ? null : { id: publishedBy },
});
