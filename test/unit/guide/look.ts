import { Window } from 'happy-dom';
import { lookAtPage } from '../../../utils/guide/page/page-index.ts';
import { type PageReading, readPage } from '../../../utils/guide/read/page-state.ts';

/** A page of its own with this body. */
export function pageOf(body: string): Document {
  const window = new Window({ url: 'https://acme.nmbrs.nl/' });
  window.document.body.innerHTML = body;
  return window.document as unknown as Document;
}

export function read(body: string | Document, path = '/'): PageReading {
  return readPage(lookAtPage(typeof body === 'string' ? pageOf(body) : body), path);
}
