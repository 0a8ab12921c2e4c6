// Consent texts: published, read, and printed again as somebody was shown them.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Purpose } from '#libs/case';
import type { ConsentText } from '#libs/rights';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { isUuid } from '../loaders/is-uuid.js';
import type { Rights } from '../../ports/rights.js';
import { RIGHTS } from '../../ports/tokens.js';
import type { FreeText } from '../../commands/free-text.js';
import { rightsPayload } from '../../commands/rights/payload.js';

interface AskedShown {
  readonly caseId: string;
  readonly participantId: string;
  readonly purpose: Purpose;
  readonly about?: string | null;
  readonly at?: string | null;
}
interface NewText {
  readonly purpose: Purpose;
  readonly about?: string | null;
  readonly version: string;
  readonly language: string;
  readonly words: FreeText;
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

  @Query('consentAsShown')
  consentAsShown(@Context() { actor, at: now }: RequestContext, @Args() { at, ...asked }: AskedShown) {
    return isUuid(asked.caseId) ? this.rights.texts.asShown(actor, { ...asked, at: at ?? now }) : null;
  }

  @Mutation('publishConsentText')
  publishConsentText(@Context() { actor, at }: RequestContext, @Args() { key, text }: { key: string; text: NewText }) {
    const { purpose, about = null, version, language, words } = text;
    const wanted = { purpose, about, version: version.trim(), language: language.trim(), words: words.reveal() };
    return rightsPayload(this.rights.texts.publish(actor, key, wanted, at));
  }
}

/** The text of what a participant is asked, in the language they were spoken to in. */
@Resolver('MyConsent')
export class MyConsentResolver {
  constructor(@Inject(RIGHTS) private readonly rights: Rights) {}

  @ResolveField('text')
  async text(@Context() context: RequestContext, @Parent() { purpose, about, reads }: MyConsentParent) {
    const latest = await context.kept(MyConsentResolver, () => this.rights.texts.asked(context.actor));
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
