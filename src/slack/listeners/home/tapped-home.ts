import type { BlockButtonAction } from '@slack/bolt';
import type { Tap } from '../actions/answer-tap.ts';

export type HomeTap = Tap<BlockButtonAction>;
