// The directory of support services, for anybody: a visitor reads that of the service whose public pages these are.
import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { noRows } from '#libs/database';
import type { DirectorySearch } from '#libs/directory';
import type { ApiOptions } from '../../options.js';
import type { Directory } from '../../ports/directory.js';
import { DIRECTORY, OPTIONS } from '../../ports/tokens.js';
import { serviceAsked, type RequestContext } from '../../server/graphql/request-context.js';
import { searchable, visitorsSearches } from './visitors-searches.js';
import { connection, pageAsked, type PageArgs } from '../pages.js';
import { supportServiceView } from './support-service-view.js';

@Resolver()
export class DirectoryResolver {
  /** Counts a search of a visitor. */
  private readonly searches = visitorsSearches();

  constructor(
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(OPTIONS) private readonly options: Pick<ApiOptions, 'publicService'>,
  ) {}

  @Query('supportServices')
  async supportServices(
    @Context() context: RequestContext,
    @Args() { need = null, area = null, words = null, ...page }: DirectorySearch & PageArgs,
  ) {
    const service = serviceAsked(context, this.options);
    const asked = pageAsked(page);
    if (context.caller.actor === null) await this.searches(context.address);
    const search = {
      need: need && searchable(need),
      area: area && searchable(area),
      words: words && searchable(words),
    };
    const found = service ? this.directory.search(service, search, asked) : Promise.resolve(noRows);
    return connection(found, supportServiceView);
  }

  @Query('keptSupportServices')
  keptSupportServices(
    @Context() { actor }: RequestContext,
    @Args() { words = null, overdue = null, ...page }: { words?: string | null; overdue?: boolean | null } & PageArgs,
  ) {
    const search = { words: words && searchable(words), isOverdue: overdue };
    return connection(this.directory.kept(actor, search, pageAsked(page)), supportServiceView);
  }

  @Query('supportService')
  async supportService(@Context() context: RequestContext, @Args('id') id: string) {
    const service = serviceAsked(context, this.options);
    const found = service ? await this.directory.entry(service, id) : null;
    return found && supportServiceView(found);
  }

  @Query('supportTopics')
  supportTopics(@Context() context: RequestContext) {
    const service = serviceAsked(context, this.options);
    return service ? this.directory.facets(service) : { needs: [], areas: [] };
  }
}
