import type { GlobalShortcut } from '@slack/bolt';

/** Who used a shortcut; org-wide installs leave `team` out. */
export function whoUsed({ team, user }: Pick<GlobalShortcut, 'team' | 'user'>): {
  workspaceId: string;
  slackUserId: string;
} {
  return { workspaceId: team?.id ?? user.team_id ?? '', slackUserId: user.id };
}
