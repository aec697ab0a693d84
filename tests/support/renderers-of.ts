import type { Renderer } from '../../src/delivery/sender-parts.ts';
import { DELIVERY_KINDS, type DeliveryKind } from '../../src/domain/delivery/delivery.ts';

/** One renderer for messages of every kind. */
export function renderersOf(renderer: Renderer): Record<DeliveryKind, Renderer> {
  return Object.fromEntries(DELIVERY_KINDS.map((kind) => [kind, renderer])) as Record<DeliveryKind, Renderer>;
}
