/** Before each test file of the second database: its databases and sandboxes are made on the server of this run. */
const { REMIT_TEST_MARIADB } = process.env;
if (REMIT_TEST_MARIADB !== undefined) process.env['REMIT_TEST_STORAGE'] = REMIT_TEST_MARIADB;
