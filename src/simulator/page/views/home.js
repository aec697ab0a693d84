import { byId, element, putChildren } from '../dom.js';
import { createForm } from './form.js';

/** The bot's Home tab, one for each person. */
export function createHome() {
  const forms = new Map();
  return {
    show(home, view) {
      if (home === null) {
        putChildren(byId('home'), [element('p', { class: 'empty' }, view.words.homeEmpty(view.bot.name))]);
        return;
      }
      const { id } = view.person;
      if (!forms.has(id)) forms.set(id, createForm(`home ${id}`));
      const form = forms.get(id);
      form.root.lang = view.person.locale;
      form.show(home, view);
      putChildren(byId('home'), [form.root]);
    },
  };
}
