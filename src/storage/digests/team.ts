import { Prisma } from '../generated/client.ts';
import { holdsOn } from '../people/holds-on.ts';

/** Whose team, as of which day, and up to which instant answers count. */
export interface TeamAt {
  readonly workspaceId: string;
  readonly supervisorId: string;
  /** `2026-11-22` */
  readonly lastDay: string;
  readonly cutoffAt: Date;
}

/** The members of that team: `workspace_id`, `member_id`, `display_name`. */
export function team({ workspaceId, supervisorId, lastDay }: TeamAt): Prisma.Sql {
  return Prisma.sql`
    SELECT m.workspace_id, m.member_id, m.display_name
      FROM supervision s
      JOIN member m ON m.workspace_id = s.workspace_id AND m.member_id = s.member_id AND m.active
     WHERE s.workspace_id = ${workspaceId} AND s.supervisor_id = ${supervisorId}::uuid
       AND ${holdsOn('s', Prisma.sql`${lastDay}::date`)}`;
}
