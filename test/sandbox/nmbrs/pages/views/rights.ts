import type { Html } from '../html.ts';
import type { Template } from '../templates.ts';
import type { View } from './view.ts';

/** The rights of a template, before the script has fetched the methods of a service. */
export const writeRights = ({ skin, texts, own, switches }: View, template: Template): Html =>
  skin.rights({
    templateId: template.id,
    templateName: own(template.name),
    texts,
    saveButton: switches.save === 'button',
  });
