import type { Page } from '@playwright/test';

/** An icon of the library's hangs over its button by two pixels that nobody sees. */
const slackPx = 2;

/** What of the page as it stands is wider than its room, cut off, or lies under something else; with words to find it by. */
export function illFitting(page: Page): Promise<string[]> {
  return page.evaluate((slack) => {
    const named = (one: Element): string =>
      `${one.tagName.toLowerCase()} «${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 50)}»`;
    const shown = [...document.querySelectorAll('#root *, [role=dialog], [role=dialog] *')].filter(
      (one): one is HTMLElement => one instanceof HTMLElement && one.clientWidth > 1 && one.checkVisibility(),
    );
    const isHeard = (one: HTMLElement): boolean => one.clientHeight <= 1;
    const found: string[] = [];
    for (const one of shown) {
      if (isHeard(one) || one.closest('[data-scrolls]') !== null) continue;
      const { textOverflow, overflowX, overflowY, webkitLineClamp } = getComputedStyle(one);
      const isCutOnPurpose =
        textOverflow === 'ellipsis' || webkitLineClamp !== 'none' || one.closest('svg, input') !== null;
      if (isCutOnPurpose) continue;
      if (one.scrollWidth > one.clientWidth + slack)
        found.push(
          `${overflowX === 'visible' ? 'wide' : 'sideways'}: ${named(one)} ${one.scrollWidth} > ${one.clientWidth}`,
        );
      if (overflowY === 'hidden' && one.scrollHeight > one.clientHeight + slack + 2)
        found.push(`cut: ${named(one)} ${one.scrollHeight} > ${one.clientHeight}`);
    }
    const inSight = (one: HTMLElement, x: number, y: number): boolean => {
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
      for (let at = one.parentElement; at !== null; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const { left, right, top, bottom } = at.getBoundingClientRect();
        if (x < left || x > right || y < top || y > bottom) return false;
      }
      return true;
    };
    for (const one of document.querySelectorAll<HTMLElement>('button, input, select, textarea, [role=radio]')) {
      if (!one.checkVisibility({ opacityProperty: true }) || one.closest('[inert], [aria-hidden=true]') !== null)
        continue;
      const { left, top, width, height } = one.getBoundingClientRect();
      if (width < 3 || height < 3) continue;
      for (const [x, y] of [
        [left + width / 2, top + height / 2],
        [left + 3, top + height / 2],
        [left + width - 3, top + height / 2],
      ] as const) {
        if (!inSight(one, x, y)) continue;
        const front = document.elementFromPoint(x, y);
        if (front === null || one.contains(front) || front.contains(one) || front.closest('label')?.contains(one))
          continue;
        found.push(`covered: ${named(one)} by ${named(front)}`);
        break;
      }
    }
    return [...new Set(found)];
  }, slackPx);
}
