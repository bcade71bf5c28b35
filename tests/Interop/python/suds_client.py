"""The job API with suds, which builds its types from the WSDL and splits the envelope's namespace over two prefixes.

Arguments: WSDL-URL USER PASSWORD COMPANY-NAME PICTURE-URL. SOAP 1.1 only: suds knows no other.
"""
import datetime
import logging
import os
import sys
import time

import suds
import suds.client

wsdl, user, password, company_name, picture = sys.argv[1:6]
name = f"suds 1.1 {int(time.time())} {os.getpid()}"

# suds logs every envelope that is answered with a fault; here faults are expected.
logging.getLogger("suds").setLevel(logging.CRITICAL)
client = suds.client.Client(wsdl, cache=None, port="IpsApiSoapPort")
BASE = "http://www.scene7.com/IpsApi/xsd"
types = next(uri for _, uri in client.sd[0].prefixes if uri.startswith(BASE + "/"))


def expect(what, expected, actual):
    if expected != actual:
        sys.exit(f"FAILED: {what}: expected {expected!r}, got {actual!r}")


def require(what, truth, actual):
    if not truth:
        sys.exit(f"FAILED: {what}, got {actual!r}")


def new_header():
    """The header is in the version's namespace in the newest WSDL, in the API's own in those before it."""
    try:
        return client.factory.create(f"{{{types}}}authHeader")
    except suds.TypeNotFound:
        return client.factory.create(f"{{{BASE}}}authHeader")


def log_in(secret):
    header = new_header()
    header.user, header.password, header.appName, header.appVersion = user, secret, "interop", "1.0"
    client.set_options(soapheaders=[header])


def items(array):
    """suds gives an empty array as an empty text."""
    return list(array["items"]) if array and "items" in array else []


def ask(operation, **param):
    return getattr(client.service, operation)(**param)


def refused(operation, detail, code, words, **param):
    try:
        answer = ask(operation, **param)
    except suds.WebFault as fault:
        typed = fault.fault.detail[detail]
        expect(f"{operation}: code", code, int(typed.code))
        require(f"{operation}: reason must contain {words!r}", words in typed.reason, typed.reason)
        print(f"ok fault {code}: {typed.reason}")
        return
    sys.exit(f"FAILED: {operation}: no fault {code} but {answer!r}")


def until_done(company, handle):
    for _ in range(300):
        logs = items(ask("getJobLogDetails", companyHandle=company, jobHandle=handle))
        if logs and "endDate" in logs[0]:
            expect("jobs in the log", 1, len(logs))
            return logs[0]
        time.sleep(0.1)
    sys.exit(f"FAILED: no endDate after 30 s for {handle}")


log_in(password)
expect("checkLogin", "ValidLogin", ask("checkLogin", email=user, password=password))
print("ok checkLogin")

info = ask("getCompanyInfo", companyName=company_name)
expect("company name", company_name, info.name)
company = info.companyHandle
print(f"ok getCompanyInfo: {company}")

publish = {"publishType": "Full", "emailSetting": "None"}
words = "Größe ≥ 10 日本"
handle = ask("submitJob", companyHandle=company, jobName=f"{name} publish", description=words, imageServingPublishJob=publish)
require("the handle must name the job", f"|{name} publish|" in handle, handle)
log = until_done(company, handle)
expect("publish: original name", f"{name} publish", log.originalJobName)
expect("publish: description", words, log.description)
expect("publish: fatalError", False, log.fatalError)
require("publish: rows", len(items(log.detailArray)) >= 2, log)
print(f"ok publish: {handle}")

handle = ask("submitJob", companyHandle=company, jobName=f"{name} upload", uploadUrlsJob={
    "urlArray": {"items": [{"sourceUrl": picture, "destPath": f"Interop/{name}.png"}]},
    "overwrite": True, "readyForPublish": True, "createMask": False, "emailSetting": "None",
})
for _ in range(100):
    active = items(ask("getActiveJobs", companyHandle=company, jobHandle=handle))
    if active and active[0].state == "Running":
        break
    time.sleep(0.02)
require("the upload must be active", active, active)
expect("getActiveJobs: state", "Running", active[0].state)
expect("getActiveJobs: name", f"{name} upload", active[0].originalName)
expect("getActiveJobs: number of URLs", 1, active[0].uploadUrlsJob.numUrls)
print("ok getActiveJobs")
log = until_done(company, handle)
expect("upload: files", 1, log.fileSuccessCount)
assets = [row.assetHandle for row in items(log.detailArray) if "assetHandle" in row]
require("upload: an asset in the log", assets, log)
print(f"ok upload: {assets[0]}")

handle = ask("submitJob", companyHandle=company, jobName=f"{name} nightly", execSchedule="0 30 2 * * ?", imageServingPublishJob=publish)
for step, state in (("submitJob", "Normal"), ("pauseJob", "Paused"), ("resumeJob", "Normal")):
    if step != "submitJob":
        ask(step, companyHandle=company, jobHandle=handle)
    jobs = items(ask("getScheduledJobs", companyHandle=company, jobHandle=handle))
    expect(f"{step}: scheduled jobs", 1, len(jobs))
    expect(f"{step}: trigger state", state, jobs[0].triggerState)
    expect(f"{step}: schedule", "0 30 2 * * ?", jobs[0].execSchedule)
    expect(f"{step}: publish type", "Full", jobs[0].imageServingPublishJob.publishType)
    next_fire = jobs[0].nextFireTime
    require(f"{step}: next fire time must come", next_fire > datetime.datetime.now(datetime.timezone.utc), next_fire)
    print(f"ok {step}: {state}")

ask("executeJob", companyHandle=company, jobHandle=handle)
expect("executeJob: name", f"{name} nightly", until_done(company, handle).originalJobName)
print("ok executeJob")

ask("deleteJob", companyHandle=company, jobHandle=handle)
expect("deleteJob: jobs left", [], items(ask("getScheduledJobs", companyHandle=company, jobHandle=handle)))
print("ok deleteJob")

logs = items(ask("getJobLogs", companyHandle=company, sortBy="StartDate", sortDirection="Descending", numRows=20))
for job in ("publish", "upload", "nightly"):
    require(f"getJobLogs must list '{name} {job}'", any(log.originalJobName == f"{name} {job}" for log in logs), logs)
print("ok getJobLogs")

# The second walk, an asset from its upload to its end, where the version has all of its steps.
if types >= f"{BASE}/2012-02-14":
    of = {"companyHandle": company}
    named = items(ask("getAssetsByName", **of, nameArray={"items": [name]}))
    expect("getAssetsByName: assets", 1, len(named))
    asset = named[0].assetHandle
    found = ask("searchAssets", **of, includeSubfolders=True, systemFieldConditionArray={
        "items": [{"field": "Name", "op": "Equals", "value": name}]})
    expect("searchAssets: rows", 1, found.totalRows)
    expect("searchAssets: handles", [asset], [row.assetHandle for row in items(found.assetArray)])
    print(f"ok searchAssets: {asset}")
    ask("setAssetPublishState", **of, assetHandle=asset, publishState="MarkedForPublish")
    log = until_done(company, ask("submitJob", **of, jobName=f"{name} assets", imageServingPublishJob=publish))
    history = items(ask("getAssetPublishHistory", **of, assetHandle=asset))
    # The nightly job has published it before: only the time shows that this one did.
    require("getAssetPublishHistory must tell this publish", history and history[0].lastPublished >= log.startDate, history)
    print(f"ok getAssetPublishHistory: {history[0].contextName}")
    ask("renameAsset", **of, assetHandle=asset, newName=f"{name} renamed", validateName=True)
    renamed = items(ask("getAssetsByName", **of, nameArray={"items": [f"{name} renamed"]}))
    expect("renameAsset: handles", [asset], [row.assetHandle for row in renamed])
    print("ok renameAsset")
    export = ask("submitJob", **of, jobName=f"{name} export", exportJob={
        "assetHandleArray": {"items": [asset]}, "fmt": "orig", "emailSetting": "None"})
    expect("export: files", 1, until_done(company, export).fileSuccessCount)
    print("ok export")
    for step in ("deleteAssets", "restoreAssetsFromTrash", "deleteAssets", "emptyAssetsFromTrash"):
        ended = ask(step, **of, assetHandleArray={"items": [asset]})
        expect(f"{step}: done, warned, refused", (1, 0, 0), (ended.successCount, ended.warningCount, ended.errorCount))
        print(f"ok {step}")
    refused("deleteAsset", "ipsApiFault", 30001, asset, **of, assetHandle=asset)

job = {"companyHandle": company, "jobName": f"{name} refused", "imageServingPublishJob": publish}
refused("submitJob", "ipsApiFault", 30001, "Only one of", **job, videoPublishJob={"emailSetting": "None"})
refused("submitJob", "ipsApiFault", 30001, "Only one of", **job, execSchedule="0 30 2 * * ?",
        execTime=datetime.datetime(2099, 1, 1, tzinfo=datetime.timezone.utc))
refused("submitJob", "authorizationFault", 20000, "c|4711", **{**job, "companyHandle": "c|4711"})
refused("submitJob", "ipsApiFault", 30002, "companyHandle", **{**job, "companyHandle": ""})
log_in("wrong")
refused("getActiveJobs", "authenticationFault", 10001, "Invalid username/password", companyHandle=company)
print("ok all")
