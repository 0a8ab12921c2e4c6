// A service publishes the exact text that people will be asked to consent to.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Purpose } from '#libs/case';
import type { Rights } from '../../ports/rights.js';
import { RIGHTS } from '../../ports/tokens.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { decisionPayload } from '../decision-payload.js';
import type { FreeText } from '../../server/graphql/free-text.js';

interface Asked {
  readonly key: string;
  readonly text: {
    readonly purpose: Purpose;
    readonly about?: string | null;
    readonly version: string;
    readonly language: string;
    readonly words: FreeText;
  };
}

@Resolver()
export class PublishConsentTextResolver {
  constructor(@Inject(RIGHTS) private readonly rights: Rights) {}

  @Mutation('publishConsentText')
  publishConsentText(@Context() { actor, at }: RequestContext, @Args() { key, text }: Asked) {
    const { purpose, about = null, version, language, words } = text;
    const wanted = { purpose, about, version: version.trim(), language: language.trim(), words: words.reveal() };
    return decisionPayload(this.rights.texts.publish(actor, key, wanted, at));
  }
}
