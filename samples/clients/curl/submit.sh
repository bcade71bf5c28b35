#!/usr/bin/env bash
# Logs in, submits a publish and waits for its log, with nothing but curl.
# Arguments: WSDL-URL USER PASSWORD COMPANY-HANDLE
set -euo pipefail
wsdl=$1 user=$2 password=$3 company=$4
types=http://www.scene7.com/IpsApi/xsd/2014-04-03
service=$(curl -sf "$wsdl" | grep -o '<soap:address location="[^"]*"' | cut -d'"' -f2)

call() { # operation, content of its request
  curl -s "$service" -H 'Content-Type: text/xml; charset=utf-8' -H "SOAPAction: \"$1\"" --data-binary @- <<XML
<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Header><authHeader xmlns="$types"><user>$user</user><password>$password</password></authHeader></soap:Header>
  <soap:Body><$1Param xmlns="$types">$2</$1Param></soap:Body>
</soap:Envelope>
XML
}

values() { grep -oE "<$1>[^<]*" | cut -d'>' -f2; } # the texts of an element, one a line
refused() { echo "refused: $(values reason <<<"$answer")" >&2; exit 1; }

answer=$(call checkLogin "<email>$user</email><password>$password</password>")
login=$(values status <<<"$answer") || refused
echo "login: $login"

answer=$(call submitJob "<companyHandle>$company</companyHandle><jobName>curl $(date +%s) $$</jobName><imageServingPublishJob>
  <publishType>Full</publishType><emailSetting>None</emailSetting></imageServingPublishJob>")
job=$(values jobHandle <<<"$answer") || refused
echo "submitted: $job"

until grep -q '<endDate>' <<<"${answer:=}"; do
  sleep 0.2
  answer=$(call getJobLogDetails "<companyHandle>$company</companyHandle><jobHandle>$job</jobHandle>")
  ! grep -q '<reason>' <<<"$answer" || refused
done
paste -d' ' <(values logType <<<"${answer#*<detailArray>}") <(values logMessage <<<"${answer#*<detailArray>}")
