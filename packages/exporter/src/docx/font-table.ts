import { element, xmlDeclaration } from '../package/xml.ts';
import { fontNames, wordNamespace } from './styles.ts';

/** Fonts that stand in where a machine lacks the official ones, in the order of preference of offices. */
const alternatives: Readonly<Record<keyof typeof fontNames, string>> = {
  title: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC',
  song: 'SimSun,Songti SC,Noto Serif CJK SC',
  hei: 'SimHei,Heiti SC,Noto Sans CJK SC',
  kai: '楷体,KaiTi,STKaiti,Kaiti SC,LXGW WenKai',
  fangsong: '仿宋,FangSong,STFangsong,Noto Serif CJK SC',
};

export const fontTablePart =
  xmlDeclaration +
  element(
    'w:fonts',
    { 'xmlns:w': wordNamespace },
    ...Object.entries(alternatives).map(([role, names]) =>
      element(
        'w:font',
        { 'w:name': fontNames[role as keyof typeof fontNames] },
        element('w:altName', { 'w:val': names }),
        element('w:charset', { 'w:val': '86' }),
        element('w:family', { 'w:val': role === 'hei' ? 'swiss' : 'roman' }),
        element('w:pitch', { 'w:val': 'fixed' }),
      ),
    ),
  );
