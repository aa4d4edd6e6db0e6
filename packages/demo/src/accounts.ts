import { agencies } from './county.ts';

/** An account of the demonstration, whose password is public. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly agencyId?: string;
  readonly roles?: readonly ('drafter' | 'reviewer' | 'publisher')[];
  readonly duty?: 'systemAdministrator' | 'securityAdministrator' | 'auditor';
}

const idOf = (ending: string) => agencies.find(({ name }) => name.endsWith(ending))!.id;

export const accounts: readonly DemoAccount[] = [
  {
    username: 'office',
    password: 'Yunxi-office-1',
    name: '县政府办公室（填报、审核、公布）',
    agencyId: idOf('县人民政府'),
    roles: ['drafter', 'reviewer', 'publisher'],
  },
  {
    username: 'drafter',
    password: 'Yunxi-drafter-1',
    name: '县政府办公室填报人',
    agencyId: idOf('县人民政府'),
    roles: ['drafter'],
  },
  {
    username: 'reviewer',
    password: 'Yunxi-reviewer-1',
    name: '县政府办公室审核人',
    agencyId: idOf('县人民政府'),
    roles: ['reviewer'],
  },
  {
    username: 'publisher',
    password: 'Yunxi-publisher-1',
    name: '县政府办公室公布人',
    agencyId: idOf('县人民政府'),
    roles: ['publisher'],
  },
  {
    username: 'qingyuan',
    password: 'Yunxi-qingyuan-1',
    name: '青原镇填报人',
    agencyId: idOf('青原镇人民政府'),
    roles: ['drafter'],
  },
  {
    username: 'jiaotong',
    password: 'Yunxi-jiaotong-1',
    name: '交通运输局填报人',
    agencyId: idOf('交通运输局'),
    roles: ['drafter'],
  },
  { username: 'system', password: 'Yunxi-system-1', name: '系统管理员', duty: 'systemAdministrator' },
  { username: 'security', password: 'Yunxi-security-1', name: '安全管理员', duty: 'securityAdministrator' },
  { username: 'auditor', password: 'Yunxi-auditor-1', name: '审计员', duty: 'auditor' },
];
