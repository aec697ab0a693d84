import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LOCALES } from '../../../../src/domain/people/locale.ts';
import { entriesOf, entryTitle } from '../../../../src/domain/standard/entry.ts';
import { validateBlocks } from '../../../../src/simulator/validate-blocks/validate-blocks.ts';
import { LIMITS } from '../../../../src/slack/blocks/limits.ts';
import { competencyMessage } from '../../../../src/slack/views/messages/competency.ts';
import { LOOK_UP_QUESTION, lookUpModal } from '../../../../src/slack/views/modals/look-up.ts';
import { textsFor } from '../../../../src/texts/texts.ts';
import { lookUp } from '../../../../src/usecases/look-up.ts';
import { IIS, loadPublishedLibrary } from '../../../domain/standard/published-library.ts';

const SEED = 20_261_124;
const library = await loadPublishedLibrary();
const ESTABLISHED = ['input', 'header', 'section', 'context', 'divider'];

describe.each(LOCALES)('in %s, the modal to look things up in', (locale) => {
  const texts = textsFor(locale);

  const problems = (question: string) => {
    const view = lookUpModal(lookUp(library, question, [IIS]), texts);
    return [
      ...validateBlocks(view.blocks, 'modal'),
      ...view.blocks.filter(({ type }) => !ESTABLISHED.includes(type)),
      ...(Buffer.byteLength(JSON.stringify(view)) > LIMITS.view.bytes ? ['too large'] : []),
    ];
  };

  test('asks for one thing', () => {
    const view = lookUpModal(undefined, texts);
    expect(validateBlocks(view.blocks, 'modal')).toEqual([]);
    expect(view.blocks).toMatchObject([{ type: 'input', block_id: LOOK_UP_QUESTION.blockId }]);
    expect(view.submit?.text).toBe(texts.lookUp.submit);
  });

  test('shows every code of both standards, official text and all, and can be asked again', () => {
    for (const entry of library.standards.flatMap(entriesOf)) {
      const { code } = entryTitle(entry);
      const question = entry.kind === 'standard' ? `${code}` : `${entry.standard.code} ${code}`;
      expect(problems(question)).toEqual([]);
      const found = lookUp(library, question, [IIS]);
      const [field, , ...shown] = lookUpModal(found, texts).blocks;
      expect(field).toMatchObject({ type: 'input', block_id: LOOK_UP_QUESTION.blockId });
      expect(shown).toEqual(competencyMessage(found, texts.competency, 'words').blocks);
    }
  });

  test('takes anything that can be typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (question) => {
        expect(problems(question)).toEqual([]);
      }),
      { seed: SEED, numRuns: 300 },
    );
    expect(problems('報'.repeat(40_000))).toEqual([]);
  });
});
