import { z } from 'zod';
import { type CheckIn, type CheckInItem, countedItems } from '../../../domain/check-in/check-in.ts';
import { type ShownInForm, shownInForm, shownOf } from '../../../domain/check-in/form-changes.ts';
import { NOTE_LIMIT } from '../../../domain/check-in/note-text.ts';
import { type Rating, SCORE_POINTS } from '../../../domain/check-in/rating.ts';
import type { IndicatorInContext } from '../../../domain/standard/indicator-in-context.ts';
import type { Texts } from '../../../texts/texts.ts';
import { type Block, context, divider, section } from '../../blocks/build.ts';
import { type Choice, input, radioButtons, textInput } from '../../blocks/inputs.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { minutesFor, until } from '../messages/check-in/model.ts';
import { chosenIn, type FormValues, typedIn } from './form-values.ts';
import { visibilityNow } from './note.ts';
import { officialIndicator } from './official-indicator.ts';
import { visibilityChoice } from './visibility-choice.ts';

export const CHECK_IN_FORM = 'check-in-form';

/** Where answers and notes come back: a block an item, by its position. */
export const FORM_FIELDS = {
  answer: { block: (position: number) => `answer-${position}`, action: 'answer' },
  note: { block: (position: number) => `note-${position}`, action: 'note' },
} as const;

export interface CheckInFormModel {
  readonly checkIn: CheckIn;
  /** In the order of the items; undefined where the standard is not installed. */
  readonly indicators: readonly (IndicatorInContext | undefined)[];
  readonly isOpen: boolean;
  /** Its period is over. */
  readonly isLate: boolean;
  readonly timeZone: string;
  readonly openedOn: FormOpenedOn;
}

const OPENED_ON = ['check-in', 'home', 'elsewhere'] as const;

/**
 * On what the form was opened: the check-in's own message and Home show by themselves what was saved, elsewhere
 * (a reminder, an answer to *check-in*, a shortcut) it has to be said.
 */
export type FormOpenedOn = (typeof OPENED_ON)[number];

const metadata = z.object({
  checkIn: z.uuid(),
  shown: shownInForm,
  // A form of an earlier version does not say.
  openedOn: z.enum(OPENED_ON).default('check-in'),
});

/** All the items of a check-in, with the answers that were given in it, and no earlier ones. */
export function checkInFormModal(
  { checkIn, indicators, isOpen, isLate, timeZone, openedOn }: CheckInFormModel,
  texts: Texts,
): ModalView {
  const { checkInForm: words, submission } = texts;
  const { items } = checkIn;
  const asked = countedItems(checkIn).length;
  if (!isOpen) {
    const blocks = [section(words.closed)];
    return modal({ callbackId: CHECK_IN_FORM, title: words.title, close: submission.close, blocks });
  }
  return modal({
    callbackId: CHECK_IN_FORM,
    title: words.title,
    close: submission.cancel,
    submit: submission.save,
    privateMetadata: JSON.stringify({ checkIn: checkIn.checkInId, shown: shownOf(checkIn), openedOn }),
    blocks: [
      section(`${words.opening(asked, minutesFor(asked))}\n${texts.checkIn.question}`),
      context(
        [
          (isLate ? words.late : words.open)(until({ checkIn, timeZone }, texts)),
          words.unchanged,
          texts.checkIn.quoted,
        ].join('\n'),
      ),
      ...items.flatMap((item) => itemFields(item, indicators[item.position], texts)),
      divider(),
      visibilityChoice(
        {
          label: words.visibilityLabel,
          hint: words.visibilityHint,
          chosen: undefined,
          // Required where a note was written: the submission says so on this field.
          optional: true,
        },
        texts,
      ),
    ],
  });
}

/** What a form was about, what it showed and where it was opened, as it says itself: it proves nothing. */
export function readFormMetadata(
  value: unknown,
): { readonly checkIn: string; readonly shown: ShownInForm; readonly openedOn: FormOpenedOn } | undefined {
  return metadata.safeParse(value).data;
}

function itemFields(item: CheckInItem, indicator: IndicatorInContext | undefined, texts: Texts): Block[] {
  const { checkInForm: words } = texts;
  const { position, indicatorCode, answer, note, closed } = item;
  return [
    divider(),
    ...officialIndicator(item, indicator),
    closed
      ? context(words.itemClosed)
      : input({
          blockId: FORM_FIELDS.answer.block(position),
          label: words.answerLabel(indicatorCode),
          optional: true,
          element: radioButtons({
            actionId: FORM_FIELDS.answer.action,
            choices: answerChoices(texts),
            chosen: answer === undefined ? undefined : String(answer),
          }),
        }),
    input({
      blockId: FORM_FIELDS.note.block(position),
      label: words.noteLabel(indicatorCode, NOTE_LIMIT),
      hint: note === undefined ? undefined : visibilityNow(note, texts),
      optional: true,
      element: textInput({
        actionId: FORM_FIELDS.note.action,
        value: note?.text,
        maxLength: NOTE_LIMIT,
        multiline: true,
      }),
    }),
  ];
}

function answerChoices({ ratingScale }: Texts): Choice[] {
  return [
    ...SCORE_POINTS.map((point) => ({
      value: String(point),
      text: `${point} ${ratingScale.wording[point]}`,
    })),
    { value: 'no-opportunity', text: ratingScale.noOpportunity },
  ];
}

/** A row of a form as it came back. */
export interface FormRowSent {
  readonly position: number;
  /** `null`: nothing is chosen; undefined: the form has no such field. */
  readonly answer: Rating | null | undefined;
  readonly typed: string | undefined;
}

/** The rows of a form as they came back. What no field of ours can hold is nothing. */
export function readFormRows(values: FormValues): FormRowSent[] {
  return POSITIONS.map((position) => {
    const chosen = chosenIn(values, FORM_FIELDS.answer.block(position), FORM_FIELDS.answer.action);
    return {
      position,
      answer: typeof chosen === 'string' ? ANSWERS.get(chosen) : chosen,
      typed: typedIn(values, FORM_FIELDS.note.block(position), FORM_FIELDS.note.action),
    };
  });
}

/** Ten items at most. */
const POSITIONS = Array.from({ length: 10 }, (_, position) => position);
const ANSWERS = new Map<string, Rating>(
  [...SCORE_POINTS, 'no-opportunity' as const].map((answer) => [String(answer), answer]),
);
