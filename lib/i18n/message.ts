/**
 * A sentence as key and parameters; text is made where it is shown.
 * Values named `…Centavos` are shown as money, `…Day` as a day, `…At` as an instant.
 */
export type Message = Readonly<{ key: string; values?: Readonly<Record<string, string | number>> }>;
