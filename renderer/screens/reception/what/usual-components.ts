import type { ProcedureDetail } from '../../../../electron/contract/catalogue/procedure.ts';
import type { Channel } from '../../../../electron/contract/values.ts';

export type Component = ProcedureDetail['components'][number];
export type ComponentCounts = { readonly originals: number; readonly copies: number };

/** Headings of the national portal that stand over every file and so are no condition. */
const plainHeadings = [
  /^giấy tờ phải nộp$/iu,
  /^người yêu cầu chứng thực nộp 01/iu,
  /^hồ sơ( đăng ký| gia hạn)?( tạm trú)? gồm$/iu,
];

/** Names that say themselves that they belong to some files only. */
const forSomeOnly = [
  /^(trong )?trường hợp/iu,
  /^đối với/iu,
  /^văn bản ủy quyền/iu,
  /^bản sao văn bản ủy quyền/iu,
  /đối với trường hợp/iu,
  /trong trường hợp cơ quan đăng ký hộ tịch không thể/iu,
  /^hộ chiếu\/thẻ căn cước/iu,
];

const onlineForm = /tương tác|biểu mẫu điện tử/iu;

/** How many of a component are usual: what the catalogue says, and one original where it says nothing. */
export function usualCounts(component: ComponentCounts): ComponentCounts {
  const { originals, copies } = component;
  return originals + copies > 0 ? { originals, copies } : { originals: 1, copies: 0 };
}

/**
 * Whether nearly every file of this procedure has the component. A guess from the portal's own wording, offered as a
 * tick the clerk confirms with the paper in hand; nothing else rests on it.
 */
export function isUsual(component: Component, channel: Channel): boolean {
  const { condition, name } = component;
  if (condition !== null && !plainHeadings.some((heading) => heading.test(condition.trim()))) return false;
  if (onlineForm.test(name)) return channel === 'online';
  return !forSomeOnly.some((words) => words.test(name.trim()));
}

/** The ticks a procedure begins with. */
export function usualComponents(procedure: ProcedureDetail, channel: Channel): Record<string, ComponentCounts> {
  const usual = procedure.components.filter((component) => isUsual(component, channel));
  return Object.fromEntries(usual.map((component) => [String(component.index), usualCounts(component)]));
}

export type ComponentGroup = { readonly heading: string | null; readonly components: readonly Component[] };

/** What is usual first, then what depends on a condition, each under the condition it depends on. */
export function groupComponents(procedure: ProcedureDetail, channel: Channel): ComponentGroup[] {
  const groups = new Map<string | null, Component[]>();
  for (const component of procedure.components) {
    const heading = isUsual(component, channel) ? null : (component.condition ?? '');
    groups.set(heading, [...(groups.get(heading) ?? []), component]);
  }
  return [...groups]
    .map(([heading, components]) => ({ heading, components }))
    .toSorted((a, b) => Number(b.heading === null) - Number(a.heading === null));
}
