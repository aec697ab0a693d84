import { expect, test } from '@jest/globals';
import type { MemberHome } from '../../../../src/domain/home/home.ts';
import { leaveModal } from '../../../../src/slack/views/modals/leave.ts';
import { textsFor } from '../../../../src/texts/texts.ts';
import { shownTexts } from '../messages/support/shown.ts';

const settings: MemberHome['settings'] = {
  checkIn: { weekday: 3, time: '13:00' },
  restDays: [6, 7],
  worksHolidays: false,
  leaves: [],
  focus: [],
  focusLimit: 1,
  itemsPerCheckIn: 4,
};
const own: NonNullable<MemberHome['own']> = {
  standards: [],
  target: 4,
  validWeeks: 26,
  duties: [],
  told: { strengths: [], gaps: [] },
  months: [],
  checkIn: { kind: 'not-started' },
  notes: { newest: [], total: 0 },
  evidence: { newest: [], total: 0 },
};

test.each([
  ['check-ins', 0, own, '請假期間不會收到自評；因為請假沒收到的自評，不會算成沒作答。'],
  ['check-ins and digests', 3, own, '請假期間不會收到自評和團隊週報；因為請假沒收到的自評，不會算成沒作答。'],
  ['digests', 3, undefined, '請假期間不會收到團隊週報。'],
])('leave keeps away what its member gets: %s', (_what, teamSize, standards, sentence) => {
  const { blocks } = leaveModal(
    { settings, own: standards, teamSize, today: '2026-11-18' },
    textsFor('zh-TW'),
  );
  expect(shownTexts(blocks)[0]?.text).toBe(sentence);
});
