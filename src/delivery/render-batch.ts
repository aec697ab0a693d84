import { DELIVERY_KINDS, type Delivery, type NothingToSay } from '../domain/delivery/delivery.ts';
import { LOCALES } from '../domain/people/locale.ts';
import type { RenderedMessage, SenderParts } from './sender-parts.ts';

/** What became of one delivery when it was rendered. */
export type Rendered = RenderedMessage | NothingToSay | Error;

/** By delivery id. What could not be rendered is in the answer as an error, and holds up nothing of another kind. */
export async function renderBatch(
  { renderers, log }: Pick<SenderParts, 'renderers' | 'log'>,
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
