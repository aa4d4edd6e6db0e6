/** Whether the run is `npm run test:full`: tests repeat more often and with more data then. */
export const isFull = process.env['TEST_FULL'] !== undefined;
