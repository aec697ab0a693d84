import { selectorOf } from './focus.js';

/** How far from its end a conversation may be and still count as being there, in pixels. */
const NEAR = 24;

/**
 * Where somebody reads in the conversation, and how to stay there while it is drawn anew. What was tapped last stays
 * at its height; where it is not in sight, what stands first in the window does.
 */
export function createScrollPlace(scroller, list) {
  let tapped;
  let putAt;
  list.addEventListener('click', ({ target }) => {
    const control = target.closest('[data-action-id]');
    tapped = control === null ? undefined : selectorOf(control);
  });
  return {
    /** Whoever sees the end, or what they were brought to and have neither left nor begun to work in. */
    isAtNewest() {
      const below = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
      return below <= NEAR || (scroller.scrollTop === putAt && !list.contains(document.activeElement));
    },
    /** Shows the newest message from its first line. */
    toNewest() {
      list.lastElementChild.scrollIntoView({ block: 'start' });
      putAt = scroller.scrollTop;
    },
    /** Notes what is seen now; the answer puts it back where it was, after everything was drawn. */
    hold() {
      const control = tapped && list.querySelector(tapped);
      const answered = control && isInSight(control, scroller) ? control.closest('.message') : undefined;
      const held = (answered ? [control, ...answered.querySelectorAll('.block')] : marksIn(list))
        .filter((node) => isInSight(node, scroller))
        .map((node) => ({ selector: selectorOf(node), top: topOf(node) }));
      const message = answered && selectorOf(answered);
      return () => {
        const still = held.find(({ selector }) => list.querySelector(selector) !== null);
        if (still) scroller.scrollTop += topOf(list.querySelector(still.selector)) - still.top;
        else if (message) showStart(list.querySelector(message), scroller);
      };
    },
  };
}

/** By what a place is found again, best first. */
function marksIn(list) {
  return [...list.querySelectorAll('.block'), ...list.querySelectorAll('.message')];
}

/** What was tapped has become something else: it is read from its first line. */
function showStart(message, scroller) {
  const above = message === null ? 0 : topOf(scroller) - topOf(message);
  if (above > 0) scroller.scrollTop -= above;
}

function isInSight(node, scroller) {
  const [inner, outer] = [node, scroller].map((one) => one.getBoundingClientRect());
  return inner.bottom > outer.top && inner.top < outer.bottom;
}

function topOf(node) {
  return node.getBoundingClientRect().top;
}
