#!/usr/bin/env bash
# The job API with nothing but curl: envelopes by hand, SOAPAction bare, authHeader in the namespace that the API's text names.
# Arguments: WSDL-URL USER PASSWORD COMPANY-NAME PICTURE-URL [1.1|1.2]
set -euo pipefail

wsdl=$1 user=$2 password=$3 company_name=$4 picture=$5 soap=${6:-1.1}
base=http://www.scene7.com/IpsApi/xsd
name="curl $soap $(date +%s) $$"

fail() { echo "FAILED: $*" >&2; exit 1; }
expect() { [ "$2" = "$3" ] || fail "$1: expected '$2', got '$3'"; }

description=$(curl -sf "$wsdl") || fail "no WSDL at $wsdl"
address=$(grep -o '<soap:address location="[^"]*"' <<<"$description" | cut -d'"' -f2)
types=$(grep -o "targetNamespace=\"$base[^\"]*\"" <<<"$description" | cut -d'"' -f2 | sort | tail -1)
echo "ok WSDL: $types at $address"

# Posts operation $1 with content $2, as password $3; leaves HTTP status and answer in $status and $answer.
call() {
  local envelope=http://schemas.xmlsoap.org/soap/envelope/ headers=(-H 'Content-Type: text/xml; charset=utf-8' -H "SOAPAction: $1")
  if [ "$soap" = 1.2 ]; then
    envelope=http://www.w3.org/2003/05/soap-envelope
    headers=(-H "Content-Type: application/soap+xml; charset=utf-8; action=\"$1\"")
  fi
  answer=$(curl -s -w '\n%{http_code} %{content_type}' "${headers[@]}" --data-binary @- "$address" <<XML
<?xml version="1.0" encoding="UTF-8"?>
<e:Envelope xmlns:e="$envelope">
  <e:Header><authHeader xmlns="$base"><user>$user</user><password>${3:-$password}</password></authHeader></e:Header>
  <e:Body><$1Param xmlns="$types">$2</$1Param></e:Body>
</e:Envelope>
XML
  ) || fail "$1: no answer"
  local last=${answer##*$'\n'}
  answer=${answer%$'\n'*} status=${last%% *}
  expect "$1: content type" "$([ "$soap" = 1.2 ] && echo application/soap+xml || echo text/xml)" "$(cut -d' ' -f2 <<<"$last" | tr -d ';')"
  [[ $answer == *"$envelope"* ]] || fail "$1: answered in another SOAP version: $answer"
}

# The call must succeed with an answer of the request's own namespace.
ask() {
  call "$@"
  expect "$1: HTTP status ($answer)" 200 "$status"
  [[ $answer == *"$1Return"* && $answer == *"\"$types\""* ]] || fail "$1: no $1Return of $types: $answer"
}

# Prints the first element $1 of the answer, nothing when there is none.
value() { tr -d '\n' <<<"$answer" | grep -oE "<([a-zA-Z0-9]+:)?$1(>| [^>]*[^/]>)[^<]*</" | head -1 | sed -E 's/^<[^>]*>//; s/<\/$//' || true; }
items() { tr -d '\n' <<<"$answer" | grep -oE "<([a-zA-Z0-9]+:)?$1>" | wc -l | tr -d ' '; }

# Fault: operation, content, detail element, code, words of the reason, password.
refused() {
  call "$1" "$2" "${6:-$password}"
  expect "$1: HTTP status of the fault" 500 "$status"
  [[ $answer =~ \<([a-zA-Z0-9]+:)?$3[[:space:]\>] && $answer == *"\"$base\""* ]] || fail "$1: no $3 of $base in $answer"
  expect "$1: code" "$4" "$(value code)"
  [[ $(value reason) == *"$5"* ]] || fail "$1: reason '$(value reason)' lacks '$5'"
  echo "ok fault $4: $(value reason)"
}

until_done() { # company, handle: waits until the log of the job has its endDate
  local try
  for try in $(seq 300); do
    ask getJobLogDetails "<companyHandle>$1</companyHandle><jobHandle>$2</jobHandle>"
    if [ -n "$(value endDate)" ]; then return; fi
    sleep 0.1
  done
  fail "no endDate after 30 s in $answer"
}

ask checkLogin "<email>$user</email><password>$password</password>"
expect "checkLogin" ValidLogin "$(value status)"
echo "ok checkLogin"

ask getCompanyInfo "<companyName>$company_name</companyName>"
company=$(value companyHandle)
expect "company name" "$company_name" "$(value name)"
[ -n "$company" ] || fail "no company handle in $answer"
echo "ok getCompanyInfo: $company"

of="<companyHandle>$company</companyHandle>"
publish="<imageServingPublishJob><publishType>Full</publishType><emailSetting>None</emailSetting></imageServingPublishJob>"
words="Größe ≥ 10 日本"

ask submitJob "$of<jobName>$name publish</jobName><description>$words</description>$publish"
handle=$(value jobHandle)
[[ $handle == *"|$name publish|"* ]] || fail "handle '$handle' does not name the job"
until_done "$company" "$handle"
expect "publish: jobs in the log" 1 "$(items detailArray)"
expect "publish: original name" "$name publish" "$(value originalJobName)"
expect "publish: description" "$words" "$(value description)"
expect "publish: fatalError" false "$(value fatalError)"
[ "$(items items)" -ge 3 ] || fail "publish: no rows in $answer"
echo "ok publish: $handle"

ask submitJob "$of<jobName>$name upload</jobName><uploadUrlsJob><urlArray><items><sourceUrl>$picture</sourceUrl><destPath>Interop/$name.png</destPath></items></urlArray><overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>None</emailSetting></uploadUrlsJob>"
handle=$(value jobHandle)
for try in $(seq 100); do
  ask getActiveJobs "$of<jobHandle>$handle</jobHandle>"
  [ "$(value state)" = Running ] && break
  sleep 0.02
done
expect "getActiveJobs: state" Running "$(value state)"
expect "getActiveJobs: name" "$name upload" "$(value originalName)"
expect "getActiveJobs: number of URLs" 1 "$(value numUrls)"
echo "ok getActiveJobs"
until_done "$company" "$handle"
expect "upload: files" 1 "$(value fileSuccessCount)"
[ -n "$(value assetHandle)" ] || fail "upload: no asset handle in $answer"
echo "ok upload: $(value assetHandle)"

ask submitJob "$of<jobName>$name nightly</jobName><execSchedule>0 30 2 * * ?</execSchedule>$publish"
handle=$(value jobHandle)
for step in submitJob:Normal pauseJob:Paused resumeJob:Normal; do
  if [ "${step%:*}" != submitJob ]; then ask "${step%:*}" "$of<jobHandle>$handle</jobHandle>"; fi
  ask getScheduledJobs "$of<jobHandle>$handle</jobHandle>"
  expect "${step%:*}: trigger state" "${step#*:}" "$(value triggerState)"
  expect "${step%:*}: schedule" "0 30 2 * * ?" "$(value execSchedule)"
  expect "${step%:*}: publish type" Full "$(value publishType)"
  [[ $(value nextFireTime) > $(date +%Y-%m-%d) ]] || fail "next fire time '$(value nextFireTime)' is past"
  echo "ok ${step%:*}: ${step#*:}"
done

ask executeJob "$of<jobHandle>$handle</jobHandle>"
until_done "$company" "$handle"
expect "executeJob: name" "$name nightly" "$(value originalJobName)"
echo "ok executeJob"

ask deleteJob "$of<jobHandle>$handle</jobHandle>"
ask getScheduledJobs "$of<jobHandle>$handle</jobHandle>"
expect "deleteJob: jobs left" 0 "$(items items)"
[[ $answer == *jobArray* ]] || fail "deleteJob: the empty array is missing in $answer"
echo "ok deleteJob"

ask getJobLogs "$of<sortBy>StartDate</sortBy><sortDirection>Descending</sortDirection><numRows>20</numRows>"
for job in publish upload nightly; do
  [[ $answer == *">$name $job</"* ]] || fail "getJobLogs: no '$name $job' in $answer"
done
echo "ok getJobLogs"

# The second walk: an asset from its upload to its end.
names="<nameArray><items>$name</items></nameArray>"
ask getAssetsByName "$of$names"
asset=$(value assetHandle)
[ -n "$asset" ] || fail "getAssetsByName: no '$name' in $answer"
condition="<items><field>Name</field><op>Equals</op><value>$name</value></items>"
ask searchAssets "$of<includeSubfolders>true</includeSubfolders><systemFieldConditionArray>$condition</systemFieldConditionArray>"
expect "searchAssets: handle" "$asset" "$(value assetHandle)"
expect "searchAssets: rows" 1 "$(value totalRows)"
echo "ok searchAssets: $asset"

ask setAssetPublishState "$of<assetHandle>$asset</assetHandle><publishState>MarkedForPublish</publishState>"
ask submitJob "$of<jobName>$name assets</jobName>$publish"
until_done "$company" "$(value jobHandle)"
begun=$(value startDate)
ask getAssetPublishHistory "$of<assetHandle>$asset</assetHandle>"
# The nightly job has published it before: only the time shows that this one did. Both times are texts of the server's zone.
[[ -n $begun && ! $(value lastPublished) < $begun ]] || fail "getAssetPublishHistory: no publish since '$begun' in $answer"
echo "ok getAssetPublishHistory: $(value contextName)"

ask renameAsset "$of<assetHandle>$asset</assetHandle><newName>$name renamed</newName><validateName>true</validateName>"
ask getAssetsByName "$of<nameArray><items>$name renamed</items></nameArray>"
expect "renameAsset: handle" "$asset" "$(value assetHandle)"
echo "ok renameAsset"

ask submitJob "$of<jobName>$name export</jobName><exportJob><assetHandleArray><items>$asset</items></assetHandleArray><fmt>orig</fmt><emailSetting>None</emailSetting></exportJob>"
until_done "$company" "$(value jobHandle)"
expect "export: files" 1 "$(value fileSuccessCount)"
echo "ok export"

one="$of<assetHandleArray><items>$asset</items></assetHandleArray>"
for step in deleteAssets restoreAssetsFromTrash deleteAssets emptyAssetsFromTrash; do
  ask $step "$one"
  expect "$step: done" 1 "$(value successCount)"
  expect "$step: refused" 0 "$(value errorCount)"
  echo "ok $step"
done
refused deleteAsset "$of<assetHandle>$asset</assetHandle>" ipsApiFault 30001 "$asset"

refused getActiveJobs "$of" authenticationFault 10001 "Invalid username/password" "wrong $password"
refused submitJob "$of<jobName>$name refused</jobName>$publish<videoPublishJob><emailSetting>None</emailSetting></videoPublishJob>" ipsApiFault 30001 "Only one of"
refused submitJob "$of<jobName>$name refused</jobName><execTime>2099-01-01T00:00:00Z</execTime><execSchedule>0 30 2 * * ?</execSchedule>$publish" ipsApiFault 30001 "Only one of"
refused submitJob "<companyHandle>c|4711</companyHandle><jobName>$name refused</jobName>$publish" authorizationFault 20000 "c|4711"
refused submitJob "<companyHandle/><jobName>$name refused</jobName>$publish" ipsApiFault 30002 companyHandle
echo "ok all"
