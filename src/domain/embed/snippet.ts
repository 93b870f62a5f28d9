import type { PermalinkKind } from '../permalink/index.ts';

/** What an embedded page tells the page around it, in `data.type`. */
export const HEIGHT_MESSAGE = 'handboek-mini-clusters:hoogte';

/** Whether items of this kind have a page of their own, which makes sense inside another page. */
export function isEmbeddable(kind: PermalinkKind): boolean {
  return kind !== 'term' && kind !== 'recommendation' && kind !== 'worksheet';
}

/**
 * The lines that put a page of the handbook in a page of somebody else: a frame of a fixed height, and a script that
 * gives it the height the page asks for. The script listens to its own frame and our origin only.
 */
export function embedSnippet(url: string, title: string): string {
  const { origin } = new URL(url);
  const name = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${url}?inbedden" title="${name}" width="100%" height="800" style="border: 0"></iframe>
<script>
(function (frame) {
  addEventListener('message', function (event) {
    var data = event.data;
    if (event.origin !== '${origin}' || event.source !== frame.contentWindow) return;
    if (data && data.type === '${HEIGHT_MESSAGE}' && data.height > 0) frame.style.height = data.height + 'px';
  });
})(document.currentScript.previousElementSibling);
</script>`;
}
