import type { Delivery } from '../domain/delivery/delivery.ts';
import type { RenderedMessage, SenderParts } from './sender-parts.ts';

/** What could not be rendered is in the answer as an error, and holds up nothing of another kind. */
export async function renderBatch(
  { renderers, log }: SenderParts,
  workspaceId: string,
  deliveries: readonly Delivery[],
): Promise<Map<string, RenderedMessage | Error>> {
  const messages = new Map<string, RenderedMessage | Error>();
  for (const [kind, ofKind] of Map.groupBy(deliveries, (delivery) => delivery.kind)) {
    const subjectIds = ofKind.map(({ subjectId }) => subjectId);
    try {
      for (const [subjectId, message] of await renderers[kind](workspaceId, subjectIds)) {
        messages.set(subjectId, message);
      }
    } catch (error) {
      log.error({ workspaceId, kind, err: error }, 'messages could not be rendered');
      for (const subjectId of subjectIds) messages.set(subjectId, new Error('render-failed'));
    }
  }
  return messages;
}
