import { answeredCount, type CheckInStage, stageOf } from '../../../domain/check-in/check-in.ts';
import type { Texts } from '../../../texts/texts.ts';
import type { Block, Message } from '../../blocks/build.ts';
import { answeredBlocks } from './check-in/answered.ts';
import { closedBlocks, closedText } from './check-in/closed.ts';
import type { CheckInModel } from './check-in/model.ts';
import { openBlocks, openText } from './check-in/open.ts';
import { skippedBlocks, skippedText } from './check-in/skipped.ts';

/** The message of a check-in in the stage it is in: asking, thanking, skipped or closed. */
export function checkInMessage(model: CheckInModel, texts: Texts): Message {
  const { text, blocks } = STAGES[stageOf(model.checkIn, model.now)];
  return { text: text(model, texts), blocks: blocks(model, texts) };
}

interface Stage {
  readonly text: (model: CheckInModel, texts: Texts) => string;
  readonly blocks: (model: CheckInModel, texts: Texts) => Block[];
}

const STAGES: Record<CheckInStage, Stage> = {
  open: { text: openText, blocks: openBlocks },
  answered: {
    text: ({ checkIn }, texts) => texts.checkIn.thanks(answeredCount(checkIn)),
    blocks: answeredBlocks,
  },
  skipped: { text: skippedText, blocks: skippedBlocks },
  closed: { text: closedText, blocks: closedBlocks },
};
