// What both stacks for Node do with the job API. A stack gives:
//   ask(operation, param, password): the answer's content
//   fault(error): { element: its local name, code, reason }
//   types: the namespace of the version's types
'use strict';

const base = 'http://www.scene7.com/IpsApi/xsd';
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
// The namespace of the version's types; the API's first version has them in the base itself.
const typesOf = (client) => Object.values(client.wsdl.definitions.xmlns).filter((uri) => uri.startsWith(base)).sort().pop();
const items = (array) => [array?.items ?? []].flat();
const ok = (step) => console.log(`ok ${step}`);

function expect(what, expected, actual) {
  if (expected !== actual) throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

function require(what, truth, actual) {
  if (!truth) throw new Error(`${what}, got ${JSON.stringify(actual)}`);
}

// node soap reads booleans and numbers, strong-soap leaves some as text.
const text = (value) => String(value);

async function refused(stack, operation, param, element, code, words, password) {
  let answer;
  try {
    answer = await stack.ask(operation, param, password);
  } catch (error) {
    const fault = stack.fault(error);
    expect(`${operation}: detail element`, element, fault.element);
    expect(`${operation}: code`, code, Number(fault.code));
    require(`${operation}: reason must contain "${words}"`, fault.reason.includes(words), fault.reason);
    ok(`fault ${code}: ${fault.reason}`);
    return;
  }
  throw new Error(`${operation}: no fault ${code} but ${JSON.stringify(answer)}`);
}

async function untilDone(stack, job) {
  for (let attempt = 0; attempt < 300; attempt++) {
    const logs = items((await stack.ask('getJobLogDetails', job)).jobLogArray);
    if (logs[0]?.endDate) {
      expect('jobs in the log', 1, logs.length);
      return logs[0];
    }
    await pause(100);
  }
  throw new Error(`no endDate after 30 s for ${job.jobHandle}`);
}

async function untilRunning(stack, job) {
  let active;
  for (let attempt = 0; attempt < 100; attempt++) {
    active = items((await stack.ask('getActiveJobs', job)).jobArray);
    if (active[0]?.state === 'Running') return active[0];
    await pause(20);
  }
  throw new Error(`the upload must be running, got ${JSON.stringify(active)}`);
}

// The second walk, an asset from its upload to its end. submit(name, rest) gives what asks for the job's log.
async function walkAsset(stack, name, companyHandle, assetHandle, submit) {
  const named = async (wanted) => items((await stack.ask('getAssetsByName', { companyHandle, nameArray: { items: [wanted] } })).assetArray);
  const onlyHandle = (what, assets) => {
    expect(`${what}: assets`, 1, assets.length);
    expect(`${what}: handle`, assetHandle, assets[0].assetHandle);
  };

  onlyHandle('getAssetsByName', await named(name));
  const condition = { field: 'Name', op: 'Equals', value: name };
  const found = await stack.ask('searchAssets', { companyHandle, includeSubfolders: true, systemFieldConditionArray: { items: [condition] } });
  expect('searchAssets: rows', '1', text(found.totalRows));
  onlyHandle('searchAssets', items(found.assetArray));
  ok(`searchAssets: ${assetHandle}`);

  await stack.ask('setAssetPublishState', { companyHandle, assetHandle, publishState: 'MarkedForPublish' });
  await untilDone(stack, await submit(`${name} assets`, { imageServingPublishJob: { publishType: 'Full', emailSetting: 'None' } }));
  const history = items((await stack.ask('getAssetPublishHistory', { companyHandle, assetHandle })).pubHistoryArray);
  require('getAssetPublishHistory must tell a time', new Date(history[0]?.lastPublished) > 0, history);
  ok('getAssetPublishHistory');

  await stack.ask('renameAsset', { companyHandle, assetHandle, newName: `${name} renamed`, validateName: true });
  onlyHandle('renameAsset', await named(`${name} renamed`));
  ok('renameAsset');

  const assetHandleArray = { items: [assetHandle] };
  const exported = await submit(`${name} export`, { exportJob: { assetHandleArray, fmt: 'orig', emailSetting: 'None' } });
  expect('export: files', '1', text((await untilDone(stack, exported)).fileSuccessCount));
  ok('export');

  for (const step of ['deleteAssets', 'restoreAssetsFromTrash', 'deleteAssets', 'emptyAssetsFromTrash']) {
    const ended = await stack.ask(step, { companyHandle, assetHandleArray });
    expect(`${step}: done, warned, refused`, '1, 0, 0', [ended.successCount, ended.warningCount, ended.errorCount].join(', '));
    ok(step);
  }
  await refused(stack, 'deleteAsset', { companyHandle, assetHandle }, 'ipsApiFault', 30001, assetHandle);
}

async function walk(stack, name, { user, password, companyName, picture }) {
  const login = await stack.ask('checkLogin', { email: user, password });
  expect('checkLogin', 'ValidLogin', login.status);
  ok('checkLogin');

  const info = (await stack.ask('getCompanyInfo', { companyName })).companyInfo;
  expect('company name', companyName, info.name);
  const companyHandle = info.companyHandle;
  ok(`getCompanyInfo: ${companyHandle}`);

  const imageServingPublishJob = { publishType: 'Full', emailSetting: 'None' };
  const description = 'Größe ≥ 10 日本';
  const submit = async (jobName, rest) => ({
    companyHandle,
    jobHandle: (await stack.ask('submitJob', { companyHandle, jobName, ...rest })).jobHandle,
  });

  const publish = await submit(`${name} publish`, { description, imageServingPublishJob });
  require('the handle must name the job', publish.jobHandle.includes(`|${name} publish|`), publish.jobHandle);
  const published = await untilDone(stack, publish);
  expect('publish: original name', `${name} publish`, published.originalJobName);
  expect('publish: description', description, published.description);
  expect('publish: fatalError', 'false', text(published.fatalError));
  require('publish: rows', items(published.detailArray).length >= 2, published);
  ok(`publish: ${publish.jobHandle}`);

  const upload = await submit(`${name} upload`, {
    uploadUrlsJob: {
      urlArray: { items: [{ sourceUrl: picture, destPath: `Interop/${name}.png` }] },
      overwrite: true, readyForPublish: true, createMask: false, emailSetting: 'None',
    },
  });
  const running = await untilRunning(stack, upload);
  expect('getActiveJobs: name', `${name} upload`, running.originalName);
  expect('getActiveJobs: number of URLs', '1', text(running.uploadUrlsJob.numUrls));
  ok('getActiveJobs');
  const uploaded = await untilDone(stack, upload);
  expect('upload: files', '1', text(uploaded.fileSuccessCount));
  const asset = items(uploaded.detailArray).find((row) => row.assetHandle);
  require('upload: an asset in the log', asset, uploaded);
  ok(`upload: ${asset.assetHandle}`);

  const nightly = await submit(`${name} nightly`, { execSchedule: '0 30 2 * * ?', imageServingPublishJob });
  for (const [step, state] of [['submitJob', 'Normal'], ['pauseJob', 'Paused'], ['resumeJob', 'Normal']]) {
    if (step !== 'submitJob') await stack.ask(step, nightly);
    const jobs = items((await stack.ask('getScheduledJobs', nightly)).jobArray);
    expect(`${step}: scheduled jobs`, 1, jobs.length);
    expect(`${step}: trigger state`, state, jobs[0].triggerState);
    expect(`${step}: schedule`, '0 30 2 * * ?', jobs[0].execSchedule);
    expect(`${step}: publish type`, 'Full', jobs[0].imageServingPublishJob.publishType);
    require(`${step}: next fire time must come`, new Date(jobs[0].nextFireTime) > new Date(), jobs[0].nextFireTime);
    ok(`${step}: ${state}`);
  }

  await stack.ask('executeJob', nightly);
  expect('executeJob: name', `${name} nightly`, (await untilDone(stack, nightly)).originalJobName);
  ok('executeJob');

  await stack.ask('deleteJob', nightly);
  expect('deleteJob: jobs left', 0, items((await stack.ask('getScheduledJobs', nightly)).jobArray).length);
  ok('deleteJob');

  const listed = await stack.ask('getJobLogs', { companyHandle, sortBy: 'StartDate', sortDirection: 'Descending', numRows: 20 });
  const names = items(listed.jobLogArray).map((log) => log.originalJobName);
  for (const job of ['publish', 'upload', 'nightly']) {
    require(`getJobLogs must list "${name} ${job}"`, names.includes(`${name} ${job}`), names);
  }
  ok('getJobLogs');

  // Earlier versions lack steps of the second walk.
  if (stack.types >= `${base}/2012-02-14`) await walkAsset(stack, name, companyHandle, asset.assetHandle, submit);

  const jobName = `${name} refused`;
  const times = { execTime: '2099-01-01T00:00:00Z', execSchedule: '0 30 2 * * ?' };
  const videoPublishJob = { emailSetting: 'None' };
  const fault = (...expected) => refused(stack, 'submitJob', ...expected);
  await fault({ companyHandle, jobName, imageServingPublishJob, videoPublishJob }, 'ipsApiFault', 30001, 'Only one of');
  await fault({ companyHandle, jobName, ...times, imageServingPublishJob }, 'ipsApiFault', 30001, 'Only one of');
  await fault({ companyHandle: 'c|4711', jobName, imageServingPublishJob }, 'authorizationFault', 20000, 'c|4711');
  await fault({ companyHandle: '', jobName, imageServingPublishJob }, 'ipsApiFault', 30002, 'companyHandle');
  await refused(stack, 'getActiveJobs', { companyHandle }, 'authenticationFault', 10001, 'Invalid username/password', 'wrong');
  ok('all');
}

// Runs a client program; connect(settings) makes the stack.
async function main(label, connect) {
  const [wsdl, user, password, companyName, picture, soap = '1.1'] = process.argv.slice(2);
  const settings = { wsdl, user, password, companyName, picture, soap };
  try {
    const stack = await connect(settings);
    await walk(stack, `${label} ${soap} ${Math.floor(Date.now() / 1000)} ${process.pid}`, settings);
  } catch (error) {
    console.error(`FAILED: ${error.message}`);
    process.exitCode = 1;
  }
}

module.exports = { base, main, typesOf };
