'use server';

import type { ActionResult } from '@/lib/actions/action-result';
import { runAction } from '@/lib/actions/run-action';
import { type RequestedStatements, requestStatement } from '@/lib/statements/request-statement';
import { StatementRequest } from '@/lib/statements/schema';

/** Asks for the statements of a day; pressed twice it is one fetch. */
export async function fetchStatementAction(formData: FormData): Promise<ActionResult<RequestedStatements>> {
  return runAction(
    {
      permission: 'statements:fetch',
      input: StatementRequest,
      run: (actor, input) => requestStatement(actor, input),
    },
    formData,
  );
}
