import type { AllMiddlewareArgs, BlockSuggestion, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { suggestIndicators } from '../../../usecases/suggest-indicators.ts';
import { indicatorOptions } from '../../views/modals/use-as-evidence.ts';
import { inTime } from '../in-time.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoActed } from '../who-acted.ts';

const typedText = z.string().max(200);

/** The indicators to choose evidence for, while the person types. Where they cannot be found in time there are none. */
export function evidenceIndicatorOptions({ context, log }: ListenerParts) {
  return async ({
    body,
    ack,
  }: SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs): Promise<void> => {
    const typed = typedText.safeParse(body.value).data;
    const who = whoActed(body satisfies BlockSuggestion);
    try {
      const indicators = typed === undefined ? [] : await inTime(suggestIndicators(context, who, typed));
      await ack({ options: indicatorOptions(indicators ?? []) });
    } catch (error) {
      logWithReference(log, context.newId, error, 'evidence-indicator');
      await ack({ options: [] });
    }
  };
}
