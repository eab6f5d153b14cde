/** What a history is made from; the same order gives the same history for ever. */
export type HistoryOrder = Readonly<{
  seed: number;
  /** The last full Manila day, `yyyy-MM-dd`; a few completions follow after its midnight. */
  endDate: string;
  days: number;
  rowsPerDay: number;
  /** Plants one of each discrepancy on the end date. */
  planted: boolean;
  /** Books an adjustment on the end date that nobody announced. */
  adjustment: boolean;
}>;
