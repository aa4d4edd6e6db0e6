import type { Agency } from '@gongkai/db/agency';
import type { AgencyKind } from '@gongkai/schema';
import { createsCycle } from './cycle.ts';
import type { Register } from './register.ts';

const ofTownships: readonly string[] = ['town', 'township', 'streetOffice'] satisfies AgencyKind[];

/** Returns why an agency cannot have these attributes from a day on, in words that say what to do. */
export function placementFault(register: Register, agency: Agency, from: string, today: string): string | undefined {
  const { id, name, kind, level, parentId } = agency;
  if (from > today) return `生效日期 ${from} 晚于今天。请在生效之日以后再登记`;
  if (ofTownships.includes(kind) !== (level === 'township') && (ofTownships.includes(kind) || kind === 'government'))
    return kind === 'government'
      ? '“人民政府”指县级以上人民政府。乡镇请将类型选为“镇”或“乡”'
      : '镇、乡、街道办事处的层级应为“乡级”，请改正层级';
  if (kind !== 'government' && kind !== 'verticallyLed' && register.childrenOf(id).length > 0)
    return `“${name}”还有下级机关，类型不能改为没有下级的一类。请先将其下级机关改到别的上级`;
  return parentId === null ? undefined : parentFault(register, agency, register.find(parentId), from);
}

/** A local roll-up includes no vertically led body, because its own system adds up its reports. */
function parentFault(register: Register, { id, kind }: Agency, parent: Agency | undefined, from: string) {
  if (!parent) return '没有所填的上级机关，请重新选择';
  if (parent.id === id) return '机关不能是自己的上级，请重新选择上级机关';
  if (kind === 'verticallyLed' && parent.kind !== 'verticallyLed')
    return `垂直领导部门由本系统汇总，不汇入“${parent.name}”。上级机关请留空，或者选同一系统的上级部门`;
  if (kind !== 'verticallyLed' && parent.kind !== 'government')
    return `“${parent.name}”不是县级以上人民政府，没有汇总报告。上级机关请选本级人民政府`;
  if (parent.dissolvedOn !== null) return `上级机关“${parent.name}”已于 ${parent.dissolvedOn} 撤销，请另选`;
  const since = register.historyOf(parent.id)[0]!.validFrom;
  if (since > from) return `上级机关“${parent.name}”自 ${since} 才有，生效日期 ${from} 在此之前。请改日期或另选上级`;
  if (createsCycle(register, id, parent.id, from))
    return `“${parent.name}”在所填日期以后是本机关的下级，不能又作上级。请另选上级机关`;
  return undefined;
}

/** Returns why an agency cannot change on that day. */
export function changeFault(now: Agency, from: string): string | undefined {
  if (from === now.validFrom) return undefined;
  if (now.dissolvedOn !== null) return `“${now.name}”已于 ${now.dissolvedOn} 撤销，不能再变更；只能更正最后一期的内容`;
  return from < now.validFrom
    ? `“${now.name}”在 ${now.validFrom} 已有变更，新的生效日期须在其后；要更正那一次的内容，请填 ${now.validFrom}`
    : undefined;
}

/** Returns why an agency cannot be dissolved on that day. */
export function dissolutionFault(register: Register, now: Agency, on: string, today: string): string | undefined {
  if (now.dissolvedOn !== null) return `“${now.name}”已于 ${now.dissolvedOn} 撤销，不用再办理`;
  if (on > today) return `撤销日期 ${on} 晚于今天。请在撤销之日以后再登记`;
  if (on <= now.validFrom) return `撤销日期须在 ${now.validFrom}（“${now.name}”最近一次变更）之后，请核对`;
  const children = register.childrenOf(now.id);
  return children.length > 0
    ? `“${now.name}”还有 ${children.length} 个下级机关（如“${children[0]!.name}”）。请先将其改到别的上级`
    : undefined;
}
