// Logs in, submits a publish and waits for its log, with the package "soap".
// Arguments: WSDL-URL USER PASSWORD COMPANY-HANDLE
'use strict';

const soap = require('soap');
const { setTimeout: pause } = require('timers/promises');

const [wsdl, user, password, companyHandle] = process.argv.slice(2);
const namespace = 'http://www.scene7.com/IpsApi/xsd/2014-04-03';

async function main() {
  const ips = await soap.createClientAsync(wsdl);
  ips.addSoapHeader({ authHeader: { user, password, appName: 'samples', appVersion: '1.0' } }, '', 'ips', namespace);

  const [login] = await ips.checkLoginAsync({ email: user, password });
  console.log('login:', login.status);

  const imageServingPublishJob = { publishType: 'Full', emailSetting: 'None' };
  const [{ jobHandle }] = await ips.submitJobAsync({ companyHandle, jobName: `soap ${Date.now()}`, imageServingPublishJob });
  console.log('submitted:', jobHandle);

  let log;
  while (!log?.endDate) {
    await pause(200);
    const [{ jobLogArray }] = await ips.getJobLogDetailsAsync({ companyHandle, jobHandle });
    [log] = jobLogArray?.items ?? [];
  }
  for (const row of log.detailArray.items) console.log(row.logType, row.logMessage);
}

main().catch((error) => {
  console.error('refused:', error.message);
  process.exitCode = 1;
});
