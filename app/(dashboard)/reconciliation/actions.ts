'use server';

import type { ActionResult } from '@/lib/actions/action-result';
import { runAction } from '@/lib/actions/run-action';
import { resolveException, undoResolution } from '@/lib/reconciliation/resolve-exception';
import { runReconciliation } from '@/lib/reconciliation/run-reconciliation';
import { ReconcileRequest, ResolveRequest, UndoRequest } from '@/lib/reconciliation/schema';
import { type RequestedStatements, requestStatement } from '@/lib/statements/request-statement';
import { StatementRequest } from '@/lib/statements/schema';

export async function reconcileAction(formData: FormData): Promise<ActionResult<void>> {
  return runAction(
    {
      permission: 'reconciliation:work',
      input: ReconcileRequest,
      run: (actor, input) => runReconciliation(actor, input),
    },
    formData,
  );
}

export async function resolveAction(formData: FormData): Promise<ActionResult<void>> {
  return runAction(
    { permission: 'reconciliation:work', input: ResolveRequest, run: resolveException },
    formData,
  );
}

export async function undoAction(formData: FormData): Promise<ActionResult<void>> {
  return runAction({ permission: 'reconciliation:work', input: UndoRequest, run: undoResolution }, formData);
}

/** Fetches the statements of this day or of the next one, where something late may stand. */
export async function fetchStatementsAction(formData: FormData): Promise<ActionResult<RequestedStatements>> {
  return runAction(
    {
      permission: 'statements:fetch',
      input: StatementRequest,
      run: (actor, input) => requestStatement(actor, input),
    },
    formData,
  );
}
