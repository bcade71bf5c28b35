// Logs in, submits a publish and waits for its log, with the package "strong-soap".
// Arguments: WSDL-URL USER PASSWORD COMPANY-HANDLE
'use strict';

const { soap, QName } = require('strong-soap');
const { promisify } = require('util');
const { setTimeout: pause } = require('timers/promises');

const [wsdl, user, password, companyHandle] = process.argv.slice(2);

async function main() {
  const ips = await promisify(soap.createClient)(wsdl, {});
  // Without the qualified name the header would be in no namespace.
  ips.addSoapHeader({ user, password }, new QName('http://www.scene7.com/IpsApi/xsd', 'authHeader'));
  const call = async (operation, param) => (await ips[operation]({ [`${operation}Param`]: param })).result;

  console.log('login:', (await call('checkLogin', { email: user, password })).status);

  const imageServingPublishJob = { publishType: 'Full', emailSetting: 'None' };
  const { jobHandle } = await call('submitJob', { companyHandle, jobName: `strong-soap ${Date.now()}`, imageServingPublishJob });
  console.log('submitted:', jobHandle);

  let log;
  while (!log?.endDate) {
    await pause(200);
    const { jobLogArray } = await call('getJobLogDetails', { companyHandle, jobHandle });
    [log] = [jobLogArray?.items ?? []].flat();
  }
  for (const row of [log.detailArray.items].flat()) console.log(row.logType, row.logMessage);
}

main().catch((error) => {
  console.error('refused:', error.message);
  process.exitCode = 1;
});
