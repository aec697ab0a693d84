import { z } from 'zod';

const field = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});

/** What a person filled in, as Slack says it: block → action → what the field holds. */
const formValues = z.record(z.string(), z.record(z.string(), field));
export type FormValues = z.infer<typeof formValues>;

/** What was filled in; nothing where it is not of Slack's making. */
export function readFormValues(values: unknown): FormValues {
  return formValues.safeParse(values).data ?? {};
}

/** What was typed into a field, empty for nothing; undefined: the form has no such field. */
export function typedIn(values: FormValues, block: string, action: string): string | undefined {
  const found = values[block]?.[action];
  return found === undefined ? undefined : (found.value ?? '');
}

/** The value that was chosen in a field, `null` for none; undefined: the form has no such field. */
export function chosenIn(values: FormValues, block: string, action: string): string | null | undefined {
  const found = values[block]?.[action];
  return found === undefined ? undefined : (found.selected_option?.value ?? null);
}

/** What travelled with a form; undefined where it is not of ours. */
export function readMetadata(metadata: string): unknown {
  try {
    return JSON.parse(metadata);
  } catch {
    return undefined;
  }
}
