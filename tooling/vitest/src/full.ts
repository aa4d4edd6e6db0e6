/** Whether this is `npm run test:full`, in which tests repeat more often and with more data. */
export const isFull = process.env['TEST_FULL'] !== undefined;
