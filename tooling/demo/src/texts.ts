import { valueAt, type TextBlock, type Tables } from '@gongkai/schema';
import { countyName, type DemoAgency } from './county.ts';
import { Random } from './random.ts';

/** Texts of one report by section key, and its preamble; their numbers are those of the tables. */
export interface DemoTexts {
  readonly preamble: readonly TextBlock[];
  readonly sections: Readonly<Record<string, readonly TextBlock[]>>;
}

const paragraph = (text: string): TextBlock => ({ type: 'paragraph', text });
const heading = (text: string): TextBlock => ({ type: 'heading', text, level: 2 });

const openings = [
  (name: string, year: number) => `${year}年，${name}对照条例要求，把公开融入日常工作，做到应公开尽公开。`,
  (name: string, year: number) => `${year}年，${name}围绕群众关心的事项安排公开工作，公开内容和渠道进一步完善。`,
  (name: string, year: number) => `${name}${year}年的政府信息公开工作由专人负责，按季度自查，按要求整改。`,
  (name: string, year: number) => `${year}年，${name}健全公开制度，注重公开质量，各项工作平稳有序。`,
];

const proactive = [
  (a: string, b: string, n: number) => `通过县政府门户网站主动公开${a}、${b}等信息${n}条，内容及时更新。`,
  (a: string, b: string, n: number) => `全年主动公开信息${n}条，重点是${a}和${b}，并配发通俗易懂的说明。`,
  (a: string, b: string, n: number) => `围绕${a}、${b}等事项主动公开信息${n}条，群众查询更加方便。`,
  (a: string, b: string, n: number) => `把${a}列为公开重点，连同${b}等内容共主动公开${n}条。`,
  (a: string, b: string, n: number) => `${a}信息按月公布，${b}信息随时公布，累计主动公开${n}条。`,
];

const management = [
  '完善政府信息管理，公文起草时同步确定公开属性，定期清理过时信息。',
  '加强政府信息管理，对历年公开内容逐条核对，失效文件及时标注。',
  '规范政府信息管理流程，发布前须经办人、科室负责人、分管领导三级审核。',
  '做好政府信息管理，建立公开台账，信息的制作、审核、发布都有记录。',
];

const platforms = [
  '平台建设方面，维护好门户网站公开专栏，在政务服务大厅设立查阅点。',
  '平台建设方面，优化公开专栏的栏目设置，检索入口移到首页显著位置。',
  '平台建设方面，网站专栏与公示栏内容同步，方便不上网的群众查看。',
  '平台建设方面，整合政务新媒体账号，重要信息在网站和新媒体同时发布。',
];

const supervision = [
  '监督保障方面，公开工作纳入年度工作考核，接受社会评议，本年度没有责任追究情形。',
  '监督保障方面，组织业务培训两次，工作考核合格，社会评议反映良好，未发生责任追究。',
  '监督保障方面，公布监督电话并每季度自查，工作考核和社会评议结果均为合格，无责任追究情况。',
];

const problems = [
  '一是部分信息公开的时效还需提高；二是政策解读的形式比较单一。',
  '一是个别科室对公开范围把握不够准确；二是专栏内容更新不够均衡。',
  '一是经办人员变动较多，业务熟悉程度不一；二是与群众的互动还不够。',
  '一是公开内容的深度不够；二是历史信息的整理进度偏慢。',
  '一是依申请公开的办理经验还需积累；二是线下查阅点的利用率不高。',
];

const improvements = [
  '下一步将明确各类信息的公开时限，定期检查，并尝试图文等解读形式。',
  '下一步将编制公开事项清单，逐项确定责任人，按月更新各栏目。',
  '下一步将开展岗位培训，编写办理手册，做好工作交接。',
  '下一步将围绕群众常问的事项补充内容，分批完成历史信息整理。',
  '下一步将总结办理案例，规范答复文书，在镇村便民点增设查阅设备。',
];

/** Sentences for an agency's report of a year, varied by name and year. */
export function textsOf(agency: DemoAgency, year: number, tables: Tables, disclosed: number): DemoTexts {
  const random = new Random(`texts ${agency.name} ${year}`);
  const [first, second, third] = agency.matters;
  const [a, b] = random.pick([
    [first, second],
    [second, third],
    [third, first],
  ] as const);
  return {
    preamble: [
      paragraph(
        `根据《中华人民共和国政府信息公开条例》，${agency.name}编制本报告。所列数据的统计期限为${year}年1月1日至${year}年12月31日。` +
          `本报告可在${countyName}人民政府门户网站查阅和下载，有疑问请与${agency.name}联系。`,
      ),
    ],
    sections: {
      overview: [
        paragraph(random.pick(openings)(agency.name, year)),
        heading('（一）主动公开'),
        paragraph(random.pick(proactive)(a, b, disclosed)),
        heading('（二）依申请公开'),
        paragraph(requestsSentence(tables)),
        heading('（三）政府信息管理'),
        paragraph(random.pick(management)),
        heading('（四）政府信息公开平台建设'),
        paragraph(random.pick(platforms)),
        heading('（五）监督保障'),
        paragraph(random.pick(supervision)),
      ],
      problems: [
        paragraph(`${year}年，${agency.name}的公开工作还存在一些不足：${random.pick(problems)}`),
        paragraph(random.pick(improvements)),
      ],
      other: [paragraph('本年度未收取信息处理费。没有其他需要报告的事项。')],
    },
  };
}

function requestsSentence(tables: Tables): string {
  const [received, carriedIn, total, carriedOut] = ['received', 'carriedIn', 'total', 'carriedOut'].map(
    (row) => valueAt(tables, `requests.${row}.total`) as number,
  );
  if (received === 0 && carriedIn === 0) return '本年度未收到政府信息公开申请。';
  const before = carriedIn === 0 ? '' : `，上年结转${carriedIn}件`;
  const after = carriedOut === 0 ? '，没有结转下年度办理的申请' : `，结转下年度继续办理${carriedOut}件`;
  return `本年度新收政府信息公开申请${received}件${before}；办结${total}件${after}。`;
}
