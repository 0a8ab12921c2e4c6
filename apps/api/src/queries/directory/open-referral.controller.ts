// The directory given out again as Open Referral UK JSON, at the addresses that its API names: /services and /services/{id}.
import { Controller, Get, Header, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import type { ApiOptions } from '../../options.js';
import type { Directory } from '../../ports/directory.js';
import { DIRECTORY, OPTIONS } from '../../ports/tokens.js';
import { MOST_ON_A_PAGE } from '#libs/database';
import type { SupportEntry } from '#libs/directory';

/** How the pages of the API begin. */
interface OpenReferralPage {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly SupportEntry[];
}

@Controller('open-referral/services')
export class OpenReferralController {
  constructor(
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(OPTIONS) private readonly options: Pick<ApiOptions, 'publicService'>,
  ) {}

  /** `page` is counted from 1; `per_page` is at most 100. What is no such number is read as the first page, or as 100. */
  @Get()
  @Header('cache-control', 'public, max-age=300')
  async services(@Query('page') page?: string, @Query('per_page') perPage?: string): Promise<OpenReferralPage> {
    const all = await this.all();
    const size = wholeIn(perPage, MOST_ON_A_PAGE, MOST_ON_A_PAGE);
    const pages = Math.max(1, Math.ceil(all.length / size));
    const number = wholeIn(page, 1, pages);
    const contents = all.slice((number - 1) * size, number * size);
    return {
      total_items: all.length,
      total_pages: pages,
      page_number: number,
      size: contents.length,
      first_page: number === 1,
      last_page: number === pages,
      empty: contents.length === 0,
      contents,
    };
  }

  @Get(':id')
  @Header('cache-control', 'public, max-age=300')
  async service(@Param('id') id: string): Promise<SupportEntry> {
    const { publicService } = this.options;
    const found = publicService ? await this.directory.entry(publicService, id) : null;
    if (!found || found.entry.status !== 'active') throw new NotFoundException();
    return found.entry;
  }

  /** Every entry that is shown. A directory has some hundreds. */
  private async all(): Promise<SupportEntry[]> {
    const { publicService } = this.options;
    const entries: SupportEntry[] = [];
    for (let after: string | undefined; publicService;) {
      const page = { first: MOST_ON_A_PAGE, ...(after !== undefined && { after }) };
      const { rows, hasNext } = await this.directory.search(publicService, {}, page);
      entries.push(...rows.map(({ row }) => row.entry));
      after = rows.at(-1)?.cursor;
      if (!hasNext) break;
    }
    return entries;
  }
}

function wholeIn(text: string | undefined, otherwise: number, most: number): number {
  const read = Number(text);
  return Number.isInteger(read) && read > 0 ? Math.min(read, most) : otherwise;
}
