/** Words for how one body came out of another, said of the successor and of the predecessor. */
export const successionLabels = {
  merged: { from: '并入本机关', into: '并入' },
  split: { from: '分立出本机关', into: '分立' },
  renamed: { from: '改设为本机关', into: '改设' },
} as const;
