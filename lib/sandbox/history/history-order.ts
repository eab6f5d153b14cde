/** What a history is made from; the same order for the same app gives the same history for ever. */
export type HistoryOrder = Readonly<{
  seed: number;
  /** The last full Manila day, `yyyy-MM-dd`; a few completions follow after its midnight. */
  endDate: string;
  days: number;
  /** Collections created each day that stand on a statement. */
  rowsPerDay: number;
  /** Plants one of each discrepancy on the end date. */
  planted: boolean;
  /** Books an adjustment on the end date that nobody announced. */
  adjustment: boolean;
  /** Centavos as text, there before the first day. */
  openingBalance: string;
}>;
