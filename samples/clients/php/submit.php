<?php
// Logs in, submits a publish and waits for its log, with SoapClient.
// Arguments: WSDL-URL USER PASSWORD COMPANY-HANDLE
[, $wsdl, $user, $password, $company] = $argv;

$ips = new SoapClient($wsdl, ['features' => SOAP_SINGLE_ELEMENT_ARRAYS, 'cache_wsdl' => WSDL_CACHE_NONE]);
// The header is no part of the WSDL's messages, so it is made by hand; an object, because an array arrives as pairs.
$ips->__setSoapHeaders(new SoapHeader('http://www.scene7.com/IpsApi/xsd', 'authHeader', (object) ['user' => $user, 'password' => $password]));

echo 'login: ', $ips->checkLogin(['email' => $user, 'password' => $password])->status, "\n";

$job = $ips->submitJob([
    'companyHandle' => $company,
    'jobName' => 'php ' . microtime(true),
    'imageServingPublishJob' => ['publishType' => 'Full', 'emailSetting' => 'None'],
])->jobHandle;
echo "submitted: $job\n";

do {
    usleep(200_000);
    $log = $ips->getJobLogDetails(['companyHandle' => $company, 'jobHandle' => $job])->jobLogArray->items[0] ?? null;
} while (!isset($log->endDate));
foreach ($log->detailArray->items as $row) {
    echo "$row->logType $row->logMessage\n";
}
