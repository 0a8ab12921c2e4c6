// Files of referrals as staff see them: how far each is, what taking it would do, and the rows that went back.
import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { readMapping } from '#libs/intake';
import type { FilePreview, ReferralFile } from '#libs/referral-files';
import type { ReferralFiles } from '../../ports/referral-files.js';
import { REFERRAL_FILES } from '../../ports/tokens.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { connection, pageAsked, type PageArgs } from '../pages.js';

/** As many refused rows as a person reads before mending the file; all of them are in the file that goes back. */
const SHOWN = 100;
const nothing: FilePreview = {
  rows: 0,
  wouldBeTaken: 0,
  referrals: 0,
  before: 0,
  passedOver: 0,
  returned: [],
  remarks: [],
  sample: [],
};

@Resolver('ReferralFile')
export class ReferralFilesResolver {
  constructor(@Inject(REFERRAL_FILES) private readonly files: ReferralFiles) {}

  @Query('referralFile')
  async referralFile(@Context() { actor }: RequestContext, @Args('id') id: string) {
    const file = await this.files.file(actor, id);
    return file && fileView(file);
  }

  @Query('referralFiles')
  referralFiles(@Context() { actor }: RequestContext, @Args() page: PageArgs) {
    return connection(this.files.files(actor, pageAsked(page)), fileView);
  }

  @ResolveField('preview')
  async preview(
    @Context() { actor }: RequestContext,
    @Parent() { id }: ReferralFile,
    @Args() { from = null, mapping = null }: { from?: string | null; mapping?: string | null },
  ) {
    const read = mapping === null ? null : readMapping(mapping);
    if (read && !read.ok) return { ...nothing, problem: read.problems.join(' '), returnedCount: 0 };
    const found = await this.files.preview(actor, id, read?.mapping ?? from ?? '');
    if (found === null) return null;
    const problem = typeof found === 'string' ? found : null;
    const preview = typeof found === 'string' ? nothing : found;
    const { returned } = preview;
    return { ...preview, problem, returned: returned.slice(0, SHOWN), returnedCount: returned.length };
  }

  @ResolveField('suggestedMapping')
  suggestedMapping(@Context() { actor }: RequestContext, @Parent() { id }: ReferralFile) {
    return this.files.suggestion(actor, id);
  }

  @ResolveField('returnedRows')
  returnedRows(@Context() { actor }: RequestContext, @Parent() { id }: ReferralFile) {
    return this.files.returnedRows(actor, id);
  }

  @ResolveField('returnedFile')
  returnedFile(@Context() { actor }: RequestContext, @Parent() { id }: ReferralFile) {
    return this.files.returnedFile(actor, id);
  }
}

const fileView = ({ sentBy, ...file }: ReferralFile) => ({ ...file, sentById: sentBy });
