/** Whether a text says if a fee for processing information (信息处理费) was charged; 行政事业性收费 is another fee. */
export function speaksOfProcessingFees(text: string): boolean {
  return /处理费|(?<!事业性)收费|收取[^，。；]{0,12}费/.test(text);
}
