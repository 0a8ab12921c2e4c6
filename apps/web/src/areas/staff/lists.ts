// A page that is made of tables: a heading, what it is for, what can be done here, the rows.
import type { NoticeModel } from '../../kit/notice/notice.js';
import type { PaginationModel } from '../../kit/pagination/pagination.js';
import type { TableModel } from '../../kit/table/table.js';

/** What lists.njk draws. */
export interface ListsModel {
  readonly heading: string;
  readonly lead: string;
  readonly done?: NoticeModel | null;
  /** Buttons beside the heading. */
  readonly deeds?: readonly { readonly text: string; readonly href: string }[];
  readonly tables: readonly TableModel[];
  readonly pagination?: PaginationModel;
}
