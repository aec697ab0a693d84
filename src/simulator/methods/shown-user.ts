import { TZDate } from '@date-fns/tz';
import type { SimulatedUser } from '../options.ts';
import type { Slack } from '../slack.ts';

/** https://docs.slack.dev/reference/objects/user-object; the locale only where it was asked for. */
export function shownUser(
  slack: Slack,
  user: SimulatedUser,
  includeLocale: boolean,
): Record<string, unknown> {
  return {
    id: user.id,
    team_id: slack.options.team.id,
    name: user.name,
    real_name: user.real_name,
    deleted: user.deleted ?? false,
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: -new TZDate(slack.options.now(), user.tz).getTimezoneOffset() * 60,
    profile: {
      real_name: user.real_name,
      real_name_normalized: user.real_name,
      display_name: user.name,
      display_name_normalized: user.name,
      email: user.email,
    },
    is_admin: user.is_admin ?? false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.is_restricted ?? false,
    is_ultra_restricted: user.is_ultra_restricted ?? false,
    is_bot: user.is_bot ?? false,
    is_app_user: false,
    ...(user.is_stranger === undefined ? {} : { is_stranger: user.is_stranger }),
    ...(includeLocale ? { locale: user.locale } : {}),
  };
}
