import { type AttributeChanges, accountAttributes } from '../../core/account.ts';
import { isSameValue } from '../../core/plan/diff.ts';
import type { WriteResult } from '../../ports/target.ts';
import { isProven } from '../proof.ts';
import type { Session } from '../session.ts';

/**
 * An answer without the account in it (204, an empty body) does not tell what was dropped. As long as no account of this
 * target has been seen with one of the attributes, the account is read once to see; where that fails, nothing is claimed.
 */
export async function verify(session: Session, result: WriteResult, sent: AttributeChanges): Promise<WriteResult> {
  const doubtful = accountAttributes.some((attribute) => sent[attribute] != null && !isProven(session.work, attribute));
  if (result.echoed || !doubtful) return result;
  const answer = await session.ask((target, signal) => target.read(result.targetId, signal));
  const account = answer.ok ? answer.value : null;
  if (!account) return result;
  const dropped = accountAttributes.filter((attribute) => {
    const value = sent[attribute];
    return value !== undefined && !isSameValue(attribute, value, account[attribute]);
  });
  return { ...result, version: account.version, dropped: [...new Set([...result.dropped, ...dropped])], echoed: true };
}
