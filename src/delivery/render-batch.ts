import { DELIVERY_KINDS, type Delivery, type NothingToSay } from '../domain/delivery/delivery.ts';
import { LOCALES } from '../domain/people/locale.ts';
import type { RenderedMessage, SenderParts } from './sender-parts.ts';

/** What became of one delivery when it was rendered. */
export type Rendered = RenderedMessage | NothingToSay | Error | { readonly heldUntil: Date };

type RenderParts = Pick<SenderParts, 'renderers' | 'findBackAt' | 'log'>;

/**
 * By delivery id. What is for somebody who is away now is held, and so is what is late for somebody who does not work
 * now. What could not be rendered is in the answer as an error, and holds up nothing of another kind.
 */
export async function renderBatch(
  parts: RenderParts,
  workspaceId: string,
  deliveries: readonly Delivery[],
): Promise<Map<string, Rendered>> {
  const held = await holdWhatCannotCome(parts, workspaceId, deliveries);
  const present = deliveries.filter(({ deliveryId }) => !held.has(deliveryId));
  return new Map([...held, ...(await renderAlike(parts, workspaceId, present))]);
}

async function holdWhatCannotCome(
  { findBackAt, log }: RenderParts,
  workspaceId: string,
  deliveries: readonly Delivery[],
): Promise<Map<string, Rendered>> {
  const held = new Map<string, Rendered>();
  const mayHaveToWait = deliveries.filter(({ mayBeAway, isLate }) => mayBeAway || isLate);
  if (mayHaveToWait.length === 0) return held;
  const backAt = await findBackAt(workspaceId, mayHaveToWait).catch((error: unknown) => {
    log.error({ workspaceId, err: error }, 'it could not be read who is away');
    return undefined;
  });
  for (const { deliveryId } of mayHaveToWait) {
    const heldUntil = backAt?.get(deliveryId);
    if (backAt === undefined) held.set(deliveryId, new Error('absences-unread'));
    else if (heldUntil !== undefined) held.set(deliveryId, { heldUntil });
  }
  return held;
}

async function renderAlike(
  { renderers, log }: RenderParts,
  workspaceId: string,
  deliveries: readonly Delivery[],
): Promise<Map<string, Rendered>> {
  const rendered = new Map<string, Rendered>();
  for (const kind of DELIVERY_KINDS) {
    for (const locale of LOCALES) {
      const alike = deliveries.filter((delivery) => delivery.kind === kind && delivery.locale === locale);
      if (alike.length === 0) continue;
      const subjectIds = [...new Set(alike.map(({ subjectId }) => subjectId))];
      const messages = await renderers[kind](workspaceId, subjectIds, locale).catch((error: unknown) => {
        log.error({ workspaceId, kind, err: error }, 'messages could not be rendered');
        return undefined;
      });
      for (const { deliveryId, subjectId } of alike) {
        const failed = messages === undefined ? new Error('render-failed') : undefined;
        rendered.set(deliveryId, failed ?? messages?.get(subjectId) ?? 'gone');
      }
    }
  }
  return rendered;
}
