import type { EvidenceTexts } from '../zh-TW/evidence.ts';

export const evidence: EvidenceTexts = {
  title: 'Add evidence',
  indicatorLabel: 'Which indicator does it show?',
  indicatorPlaceholder: 'Type a code or words',
  linkLabel: 'Link',
  linkHint: 'An address that begins with https:// or http://.',
  titleLabel: (limit) => `Name, up to ${limit} characters`,
  visibilityLabel: 'Who sees this evidence?',
  sameLink: 'Save the same link again to change its name or who sees it.',
  fromMessage: 'Only the link to this message is kept, never what it says.',
  noPermalink:
    'I cannot see this message, so I have no link to it. Copy its link in Slack and paste it below; only the link is kept.',
  noStandard:
    'You have no standard at the moment, so there is no indicator to add evidence to. Questions: ask your administrator.',
  notYourIndicator:
    'This indicator is not in your standards, so the evidence was not saved. Please choose another.',
  indicatorGone: 'This indicator is no longer in your standards, so the evidence was not saved.',
  notAcknowledged:
    'Not saved yet: please read the notice about your data that I have just sent you, confirm it there, and send this again. All you filled in is still here.',
  notALink: 'This is not a whole address. Please paste a link that begins with https://.',
  notHttp: 'Only links that begin with https:// or http:// are taken.',
  credentials: 'This link holds a user name or a password. Please take it out and paste the link again.',
  hiddenCharacters: 'This link holds characters that cannot be seen. Please copy it again.',
  linkTooLong: (limit) => `This link is too long: ${limit} characters fit.`,
  savedAndShared: (indicator) => `✅ Saved as evidence for ${indicator}, and shared with your supervisor.`,
  savedForMe: (indicator) => `✅ Saved as evidence for ${indicator}. Only you see it.`,
};
