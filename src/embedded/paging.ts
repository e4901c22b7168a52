/** The `LIMIT` of a page: pages count from 0, and a page of no rows is empty. */
export function pageClause(page: number, perPage: number): string {
  const limit = Math.max(0, perPage);
  return `LIMIT ${limit} OFFSET ${Math.max(0, page) * limit}`;
}
