import { z } from 'zod';
import { choosable, placeholder } from './element-fields.ts';

/** https://docs.slack.dev/reference/block-kit/block-elements/date-picker-element */
export const Datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...choosable,
  placeholder,
  initial_date: z.iso.date('must be a date such as 2026-11-18').optional(),
});

/** https://docs.slack.dev/reference/block-kit/block-elements/time-picker-element */
export const Timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...choosable,
  placeholder,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:30')
    .optional(),
  timezone: z.string().optional(),
});

/** https://docs.slack.dev/reference/block-kit/block-elements/datetime-picker-element: seconds, of 10 digits. */
export const DatetimePicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...choosable,
  initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
});
