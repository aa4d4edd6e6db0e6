import { completeForm, formOf } from '../forms/registry.ts';
import { applyRules } from '../engine/apply-rules.ts';
import type { Context } from '../engine/context.ts';
import type { Finding } from '../engine/finding.ts';
import type { Form } from '../engine/form.ts';
import { cellOf } from '../layout/cells.ts';
import { blankReport, buildTables } from '../report/blank.ts';
import type { Layout } from '../layout/layout.ts';
import type { Report } from '../report/report.ts';
import { withValue } from '../report/values.ts';
import type { Value } from '../report/value.ts';
import type { Rule, Verdict } from '../engine/rule.ts';
import type { Sample, Vector } from '../engine/vector.ts';

/**
 * The report that a sample describes: 0 in every cell but those given.
 * @param layout a form, or its layout
 * @param sample what differs from a report of zeros
 * @param year the year reported on, where the sample names none
 * @returns a complete report
 * @throws RangeError for a cell that the layout lacks
 * @example sampleReport(form, { set: { 'requests.received.total': 1 } })
 */
export function sampleReport(layout: Layout, sample: Sample, year: number = layout.years.from): Report {
  const blank = blankReport(
    layout,
    { name: sample.agency ?? '云溪县青原镇人民政府' },
    sample.year ?? year,
    sample.kind ?? 'own',
  );
  const filled: Report = {
    ...blank,
    tables: buildTables(layout, (key) => (cellOf(layout, key).measure === 'money' ? '0' : 0)),
    sections: blank.sections.map((section) => ({
      ...section,
      blocks: (sample.text?.[section.key] ?? []).map((text) => ({ type: 'paragraph', text })),
    })),
    ...sample.report,
  };
  return Object.entries(sample.set ?? {}).reduce(
    (report, [key, value]) => withValue(layout, report, key, value as Value),
    filled,
  );
}

/**
 * The verdict on a vector over all places: a failure outweighs a skip, a skip a pass; nothing to judge is a pass.
 * @param form an official form, as `formOf` gives it
 * @param rule a rule of it
 * @param vector a vector of the rule
 * @returns `pass`, `fail` or `skip`
 * @example runVector(form, rule, rule.vectors[0]!) === rule.vectors[0]!.verdict
 */
export function runVector(form: Form, rule: Rule, vector: Vector): Verdict {
  const verdicts = judgeVector(form, rule, vector).map(({ verdict }) => verdict);
  return verdicts.includes('fail') ? 'fail' : verdicts.includes('skip') ? 'skip' : 'pass';
}

/** What a rule finds in a vector, place by place. */
export function judgeVector(form: Form, rule: Rule, vector: Vector): Finding[] {
  const report = sampleReport(form, vector);
  return applyRules(completeForm(form), [rule], report, contextOf(form, vector, report.year));
}

function contextOf(form: Form, vector: Vector, year: number): Context {
  const { previous, predecessors, peers, parts, context } = vector;
  const lastYear = (sample: Sample) => {
    const before = sample.year ?? year - 1;
    return sampleReport(
      before < form.years.from && form.lineage ? formOf(form.lineage.previous) : form,
      sample,
      before,
    );
  };
  const { rollUp, ...rest } = context ?? {};
  return {
    ...rest,
    ...(previous && { previous: lastYear(previous) }),
    ...(predecessors && { predecessors: predecessors.map(lastYear) }),
    ...(peers && {
      peers: peers.flatMap((peer) =>
        Array.from({ length: peer.times ?? 1 }, () =>
          sampleReport(form, { agency: '云溪县白石乡人民政府', ...peer }, year),
        ),
      ),
    }),
    ...((parts || rollUp) && {
      rollUp: {
        ...rollUp,
        parts: (parts ?? []).map(({ digest, currentDigest, ...sample }) => ({
          report: sampleReport(form, sample, year),
          ...(digest && { digest }),
          ...(currentDigest && { currentDigest }),
        })),
      },
    }),
  };
}
