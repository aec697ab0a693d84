import {
  localeChosen,
  preferenceAfter,
  type SentForm,
  type Settings,
  type ShownSettings,
} from '../domain/check-in/settings.ts';
import type { ChangedCheckIn } from '../storage/check-ins/change-own-check-in.ts';
import { findTerms } from '../storage/people/find-terms.ts';
import { type Asker, changeOwnTimes, type OwnChange } from './change-own-times.ts';
import type { Context } from './context.ts';
import { setLanguage } from './set-language.ts';
import { type PreferenceProblem, setPreference, setWorkDays } from './set-preference.ts';

/**
 * Keeps what a member has changed in the form of settings, all of it or nothing; what they have is checked as it is with
 * that. Answers their check-ins that are to be drawn again: see `setLanguage`.
 */
export async function saveSettings(
  context: Context,
  { form, ...asker }: Asker & { readonly form: SentForm<Settings, ShownSettings> },
): Promise<OwnChange<PreferenceProblem, { readonly redrawn: readonly ChangedCheckIn[] }>> {
  return await changeOwnTimes<PreferenceProblem, { redrawn: readonly ChangedCheckIn[] }>(
    context,
    asker,
    async (tx, member) => {
      const [terms] = await findTerms(tx, asker.workspaceId, [member.memberId], context.now());
      if (terms === undefined) throw new Error('a member has a workspace, and that has a schedule');
      const { schedule } = terms;
      const preference = preferenceAfter(form, terms.preference, schedule);
      const problem =
        form.sent.checkIn === undefined
          ? await setWorkDays(tx, member, preference, schedule)
          : await setPreference(tx, member, preference, schedule);
      if (problem !== undefined) return { problem };
      const locale = localeChosen(form);
      return {
        done: { redrawn: locale === undefined ? [] : await setLanguage(context, tx, { ...asker, locale }) },
      };
    },
  );
}
