<?php
/*
 * The job API with PHP's SoapClient, the header as an object in the namespace that the API's text names.
 * Arguments: WSDL-URL USER PASSWORD COMPANY-NAME PICTURE-URL [1.1|1.2]
 */
declare(strict_types=1);
error_reporting(E_ALL);
set_error_handler(fn ($level, $message) => fail($message));

[, $wsdl, $user, $password, $companyName, $picture] = $argv;
$soap = $argv[6] ?? '1.1';
const BASE = 'http://www.scene7.com/IpsApi/xsd';
$name = "php $soap " . time() . ' ' . getmypid();

$client = new SoapClient($wsdl, [
    'soap_version' => $soap === '1.2' ? SOAP_1_2 : SOAP_1_1,
    'cache_wsdl' => WSDL_CACHE_NONE,
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
    // Requests and answers both zipped, as PHP sends them only when told to.
    'compression' => SOAP_COMPRESSION_ACCEPT | SOAP_COMPRESSION_GZIP,
    'exceptions' => true,
]);

function fail(string $message): never
{
    fwrite(STDERR, "FAILED: $message\n");
    exit(1);
}

function expect(string $what, mixed $expected, mixed $actual): void
{
    if ($expected !== $actual) {
        fail("$what: expected " . var_export($expected, true) . ', got ' . var_export($actual, true));
    }
}

function ok(string $step): void
{
    echo "ok $step\n";
}

function logIn(string $secret): void
{
    global $client, $user;
    $client->__setSoapHeaders(new SoapHeader(BASE, 'authHeader', (object) ['user' => $user, 'password' => $secret]));
}

function ask(string $operation, array $param): object
{
    global $client;
    return $client->$operation($param);
}

function items(?object $array): array
{
    return $array->items ?? [];
}

function refused(string $operation, array $param, string $detail, int $code, string $words): void
{
    try {
        ask($operation, $param);
    } catch (SoapFault $fault) {
        $typed = $fault->detail->$detail ?? fail("$operation: no $detail in the fault: " . $fault->getMessage());
        expect("$operation: code", $code, (int) $typed->code);
        if (!str_contains($typed->reason, $words)) {
            fail("$operation: reason '$typed->reason' lacks '$words'");
        }
        ok("fault $code: $typed->reason");
        return;
    }
    fail("$operation: no fault $code");
}

function untilDone(string $company, string $handle): object
{
    for ($try = 0; $try < 300; $try++) {
        $logs = items(ask('getJobLogDetails', ['companyHandle' => $company, 'jobHandle' => $handle])->jobLogArray);
        if (isset($logs[0]->endDate)) {
            expect('jobs in the log', 1, count($logs));
            return $logs[0];
        }
        usleep(100_000);
    }
    fail("no endDate after 30 s for $handle");
}

logIn($password);
expect('checkLogin', 'ValidLogin', ask('checkLogin', ['email' => $user, 'password' => $password])->status);
ok('checkLogin');

$info = ask('getCompanyInfo', ['companyName' => $companyName])->companyInfo;
expect('company name', $companyName, $info->name);
$company = $info->companyHandle;
ok("getCompanyInfo: $company");

$publish = ['publishType' => 'Full', 'emailSetting' => 'None'];
$words = 'Größe ≥ 10 日本';
$handle = ask('submitJob', [
    'companyHandle' => $company, 'jobName' => "$name publish", 'description' => $words, 'imageServingPublishJob' => $publish,
])->jobHandle;
expect('the handle names the job', true, str_contains($handle, "|$name publish|"));
$log = untilDone($company, $handle);
expect('publish: original name', "$name publish", $log->originalJobName);
expect('publish: description', $words, $log->description);
expect('publish: fatalError', false, $log->fatalError);
expect('publish: rows', true, count(items($log->detailArray)) >= 2);
ok("publish: $handle");

$handle = ask('submitJob', ['companyHandle' => $company, 'jobName' => "$name upload", 'uploadUrlsJob' => [
    'urlArray' => ['items' => [['sourceUrl' => $picture, 'destPath' => "Interop/$name.png"]]],
    'overwrite' => true, 'readyForPublish' => true, 'createMask' => false, 'emailSetting' => 'None',
]])->jobHandle;
for ($try = 0; $try < 100; $try++) {
    $active = items(ask('getActiveJobs', ['companyHandle' => $company, 'jobHandle' => $handle])->jobArray);
    if (($active[0]->state ?? '') === 'Running') {
        break;
    }
    usleep(20_000);
}
expect('getActiveJobs: jobs', 1, count($active));
expect('getActiveJobs: state', 'Running', $active[0]->state);
expect('getActiveJobs: name', "$name upload", $active[0]->originalName);
expect('getActiveJobs: number of URLs', 1, $active[0]->uploadUrlsJob->numUrls);
ok('getActiveJobs');
$log = untilDone($company, $handle);
expect('upload: files', 1, $log->fileSuccessCount);
$assets = array_values(array_filter(array_map(fn ($row) => $row->assetHandle ?? null, items($log->detailArray))));
expect('upload: assets in the log', true, count($assets) > 0);
ok("upload: $assets[0]");

$handle = ask('submitJob', [
    'companyHandle' => $company, 'jobName' => "$name nightly", 'execSchedule' => '0 30 2 * * ?', 'imageServingPublishJob' => $publish,
])->jobHandle;
$job = ['companyHandle' => $company, 'jobHandle' => $handle];
foreach (['submitJob' => 'Normal', 'pauseJob' => 'Paused', 'resumeJob' => 'Normal'] as $step => $state) {
    if ($step !== 'submitJob') {
        ask($step, $job);
    }
    $jobs = items(ask('getScheduledJobs', $job)->jobArray);
    expect("$step: scheduled jobs", 1, count($jobs));
    expect("$step: trigger state", $state, $jobs[0]->triggerState);
    expect("$step: schedule", '0 30 2 * * ?', $jobs[0]->execSchedule);
    expect("$step: publish type", 'Full', $jobs[0]->imageServingPublishJob->publishType);
    expect("$step: next fire time is to come", true, new DateTime($jobs[0]->nextFireTime) > new DateTime());
    ok("$step: $state");
}

ask('executeJob', $job);
expect('executeJob: name', "$name nightly", untilDone($company, $handle)->originalJobName);
ok('executeJob');

ask('deleteJob', $job);
$left = ask('getScheduledJobs', $job);
expect('deleteJob: an array is answered', true, is_object($left->jobArray));
expect('deleteJob: jobs left', [], items($left->jobArray));
ok('deleteJob');

$logs = items(ask('getJobLogs', [
    'companyHandle' => $company, 'sortBy' => 'StartDate', 'sortDirection' => 'Descending', 'numRows' => 20,
])->jobLogArray);
$names = array_map(fn ($log) => $log->originalJobName, $logs);
expect('getJobLogs: missing jobs', [], array_values(array_diff(["$name publish", "$name upload", "$name nightly"], $names)));
ok('getJobLogs');

// The second walk, an asset from its upload to its end, where the version has all of its steps: the export came last.
if (preg_grep('/^struct ExportJob /', $client->__getTypes())) {
    $of = ['companyHandle' => $company];
    $handles = fn (object $answer) => array_map(fn ($asset) => $asset->assetHandle, items($answer->assetArray ?? null));
    $named = $handles(ask('getAssetsByName', $of + ['nameArray' => ['items' => [$name]]]));
    expect('getAssetsByName: assets', 1, count($named));
    $asset = $named[0];
    $found = ask('searchAssets', $of + ['includeSubfolders' => true, 'systemFieldConditionArray' => [
        'items' => [['field' => 'Name', 'op' => 'Equals', 'value' => $name]],
    ]]);
    expect('searchAssets: rows', 1, $found->totalRows);
    expect('searchAssets: handles', [$asset], $handles($found));
    ok("searchAssets: $asset");

    ask('setAssetPublishState', $of + ['assetHandle' => $asset, 'publishState' => 'MarkedForPublish']);
    $log = untilDone($company, ask('submitJob', $of + ['jobName' => "$name assets", 'imageServingPublishJob' => $publish])->jobHandle);
    $history = items(ask('getAssetPublishHistory', $of + ['assetHandle' => $asset])->pubHistoryArray);
    expect('getAssetPublishHistory: is empty', false, $history === []);
    // The nightly job has published it before: only the time shows that this one did.
    $since = new DateTime($log->startDate);
    expect('getAssetPublishHistory: tells this publish', true, new DateTime($history[0]->lastPublished) >= $since);
    ok("getAssetPublishHistory: {$history[0]->contextName}");

    ask('renameAsset', $of + ['assetHandle' => $asset, 'newName' => "$name renamed", 'validateName' => true]);
    expect('renameAsset: handles', [$asset], $handles(ask('getAssetsByName', $of + ['nameArray' => ['items' => ["$name renamed"]]])));
    ok('renameAsset');

    $export = ask('submitJob', $of + ['jobName' => "$name export", 'exportJob' => [
        'assetHandleArray' => ['items' => [$asset]], 'fmt' => 'orig', 'emailSetting' => 'None',
    ]])->jobHandle;
    expect('export: files', 1, untilDone($company, $export)->fileSuccessCount);
    ok('export');

    foreach (['deleteAssets', 'restoreAssetsFromTrash', 'deleteAssets', 'emptyAssetsFromTrash'] as $step) {
        $ended = ask($step, $of + ['assetHandleArray' => ['items' => [$asset]]]);
        expect("$step: done, warned, refused", [1, 0, 0], [$ended->successCount, $ended->warningCount, $ended->errorCount]);
        ok($step);
    }
    refused('deleteAsset', $of + ['assetHandle' => $asset], 'ipsApiFault', 30001, $asset);
}

$job = ['companyHandle' => $company, 'jobName' => "$name refused", 'imageServingPublishJob' => $publish];
$times = ['execTime' => '2099-01-01T00:00:00Z', 'execSchedule' => '0 30 2 * * ?'];
refused('submitJob', $job + ['videoPublishJob' => ['emailSetting' => 'None']], 'ipsApiFault', 30001, 'Only one of');
refused('submitJob', $job + $times, 'ipsApiFault', 30001, 'Only one of');
refused('submitJob', ['companyHandle' => 'c|4711'] + $job, 'authorizationFault', 20000, 'c|4711');
refused('submitJob', ['companyHandle' => ''] + $job, 'ipsApiFault', 30002, 'companyHandle');
logIn('wrong');
refused('getActiveJobs', ['companyHandle' => $company], 'authenticationFault', 10001, 'Invalid username/password');
ok('all');
