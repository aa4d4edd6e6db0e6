const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\b(QQBrowser|MQQBrowser)\//, 'QQ 浏览器'],
  [/\bMicroMessenger\//, '微信'],
  [/\bFirefox\//, 'Firefox'],
  [/\b(HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\b(HarmonyOS|OpenHarmony)\b/, '鸿蒙'],
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\b(UOS|Kylin)\b/i, '国产操作系统'],
  [/\bLinux\b/, 'Linux'],
];

/** Describes the browser and operating system of a user agent, such as Chrome，Windows. */
export function describeDevice(userAgent: string): string {
  const named = (list: typeof browsers) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [named(browsers), named(systems)].filter((name) => name !== undefined).join('，') || '其他程序';
}
