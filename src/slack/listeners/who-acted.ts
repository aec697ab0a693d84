/** Whoever does something, as Slack names them. */
export interface Who {
  readonly workspaceId: string;
  readonly slackUserId: string;
}

/** Who sent an interaction; org-wide installs leave `team` out. */
export function whoActed(body: {
  readonly team?: { readonly id: string } | null | undefined;
  readonly user: { readonly id: string; readonly team_id?: string | undefined };
}): Who {
  return { workspaceId: body.team?.id ?? body.user.team_id ?? '', slackUserId: body.user.id };
}
