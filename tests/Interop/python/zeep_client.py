"""The job API with zeep, which reads the WSDL at run time and checks every answer against it.

Arguments: WSDL-URL USER PASSWORD COMPANY-NAME PICTURE-URL [1.1|1.2]
"""
import datetime
import logging
import os
import re
import sys
import time

import zeep
import zeep.exceptions

wsdl, user, password, company_name, picture = sys.argv[1:6]
soap = sys.argv[6] if len(sys.argv) > 6 else "1.1"
BASE = "http://www.scene7.com/IpsApi/xsd"
name = f"zeep {soap} {int(time.time())} {os.getpid()}"

# zeep warns about its own port search, not about the answers.
logging.getLogger("zeep").setLevel(logging.ERROR)
client = zeep.Client(wsdl)
binding = "IpsApiSoap12Port" if soap == "1.2" else "IpsApiSoapPort"
service = client.bind("IpsApiService", binding)
# Which namespace the header is in differs from one version of the WSDL to the next.
auth_header = client.wsdl.messages["{http://www.scene7.com/IpsApi}authHeader"].parts["header"].element

# The API's first version: handles without prefix, and jobs have no description yet.
unversioned = client.wsdl.messages["{http://www.scene7.com/IpsApi}submitJobInput"].parts["body"].element.qname.namespace == BASE


def expect(what, expected, actual):
    if expected != actual:
        sys.exit(f"FAILED: {what}: expected {expected!r}, got {actual!r}")


def require(what, truth, actual):
    if not truth:
        sys.exit(f"FAILED: {what}, got {actual!r}")


def header(secret):
    return [auth_header(user=user, password=secret, appName="interop", appVersion="1.0")]


def ask(operation, secret=password, **param):
    return service[operation](_soapheaders=header(secret), **param)


def refused(operation, detail, code, words, secret=password, **param):
    try:
        answer = ask(operation, secret, **param)
    except zeep.exceptions.Fault as fault:
        element = fault.detail[0]
        expect(f"{operation}: detail element", f"{{{BASE}}}{detail}", element.tag)
        typed = client.get_element(element.tag).parse(element, client.wsdl.types)
        expect(f"{operation}: code", code, typed.code)
        require(f"{operation}: reason must contain {words!r}", words in typed.reason, typed.reason)
        print(f"ok fault {code}: {typed.reason}")
        return
    sys.exit(f"FAILED: {operation}: no fault {code} but {answer!r}")


def original(log):
    """The submitted name; the first version has only the name of the run, which adds the time of its start."""
    return re.sub(r"_\d{4}-\d\d-\d\d-\d\d:\d\d:\d\d\.\d{3}$", "", log.jobName) if unversioned else log.originalJobName


def until_done(company, handle):
    for _ in range(300):
        logs = ask("getJobLogDetails", companyHandle=company, jobHandle=handle)
        if logs and logs[0].endDate:
            expect("jobs in the log", 1, len(logs))
            return logs[0]
        time.sleep(0.1)
    sys.exit(f"FAILED: no endDate after 30 s for {handle}")


expect("checkLogin", "ValidLogin", ask("checkLogin", email=user, password=password))
print("ok checkLogin")

info = ask("getCompanyInfo", companyName=company_name)
expect("company name", company_name, info.name)
company = info.companyHandle
require("the company's handle must be of the version", company.isdigit() if unversioned else company.startswith("c|"), company)
print(f"ok getCompanyInfo: {company}")

publish = {"publishType": "Full", "emailSetting": "None"}
words = "Größe ≥ 10 日本"
described = {} if unversioned else {"description": words}
handle = ask("submitJob", companyHandle=company, jobName=f"{name} publish", **described, imageServingPublishJob=publish)
if unversioned:
    expect("the handle of the first version", f"{company}|{name} publish|", handle)
else:
    require("the handle must name the job", handle.startswith("j|") and f"|{name} publish|" in handle, handle)
log = until_done(company, handle)
expect("publish: original name", f"{name} publish", original(log))
if described:
    expect("publish: description", words, log.description)
expect("publish: fatalError", False, log.fatalError)
require("publish: rows", len(log.detailArray["items"]) >= 2, log.detailArray)
print(f"ok publish: {handle}")

handle = ask("submitJob", companyHandle=company, jobName=f"{name} upload", uploadUrlsJob={
    "urlArray": {"items": [{"sourceUrl": picture, "destPath": f"Interop/{name}.png"}]},
    "overwrite": True, "readyForPublish": True, "createMask": False, "emailSetting": "None",
})
for _ in range(100):
    active = ask("getActiveJobs", companyHandle=company, jobHandle=handle)
    if active and active[0].state == "Running":
        break
    time.sleep(0.02)
require("the upload must be active", active, active)
expect("getActiveJobs: state", "Running", active[0].state)
expect("getActiveJobs: name", f"{name} upload", active[0].originalName)
# Versions before 2010 have no such number.
expect("getActiveJobs: number of URLs", 1, getattr(active[0].uploadUrlsJob, "numUrls", 1))
print("ok getActiveJobs")
log = until_done(company, handle)
expect("upload: files", 1, log.fileSuccessCount)
if not unversioned:
    assets = [row.assetHandle for row in log.detailArray["items"] if row.assetHandle]
    require("upload: an asset in the log", assets, log.detailArray)
print(f"ok upload: {handle}")

handle = ask("submitJob", companyHandle=company, jobName=f"{name} nightly", execSchedule="0 30 2 * * ?", imageServingPublishJob=publish)
for step, state in (("submitJob", "Normal"), ("pauseJob", "Paused"), ("resumeJob", "Normal")):
    if step != "submitJob":
        ask(step, companyHandle=company, jobHandle=handle)
    jobs = ask("getScheduledJobs", companyHandle=company, jobHandle=handle)
    expect(f"{step}: scheduled jobs", 1, len(jobs))
    expect(f"{step}: trigger state", state, jobs[0].triggerState)
    expect(f"{step}: schedule", "0 30 2 * * ?", jobs[0].execSchedule)
    expect(f"{step}: publish type", "Full", jobs[0].imageServingPublishJob.publishType)
    next_fire = jobs[0].nextFireTime
    require(f"{step}: next fire time must come", next_fire > datetime.datetime.now(datetime.timezone.utc), next_fire)
    print(f"ok {step}: {state}")

ask("executeJob", companyHandle=company, jobHandle=handle)
expect("executeJob: name", f"{name} nightly", original(until_done(company, handle)))
print("ok executeJob")

ask("deleteJob", companyHandle=company, jobHandle=handle)
# zeep gives an empty array as None.
expect("deleteJob: jobs left", None, ask("getScheduledJobs", companyHandle=company, jobHandle=handle))
print("ok deleteJob")

logs = ask("getJobLogs", companyHandle=company, sortBy="StartDate", sortDirection="Descending", numRows=20)
for job in ("publish", "upload", "nightly"):
    require(f"getJobLogs must list '{name} {job}'", any(original(log) == f"{name} {job}" for log in logs), logs)
print("ok getJobLogs")

# The second walk, an asset from its upload to its end, where the version has all of its steps.
if client.wsdl.messages["{http://www.scene7.com/IpsApi}submitJobInput"].parts["body"].element.qname.namespace >= f"{BASE}/2012-02-14":
    asset = ask("getAssetsByName", companyHandle=company, nameArray={"items": [name]})[0].assetHandle
    found = ask("searchAssets", companyHandle=company, includeSubfolders=True, systemFieldConditionArray={
        "items": [{"field": "Name", "op": "Equals", "value": name}]})
    expect("searchAssets: rows", 1, found.totalRows)
    expect("searchAssets: handle", asset, found.assetArray["items"][0].assetHandle)
    print(f"ok searchAssets: {asset}")
    ask("setAssetPublishState", companyHandle=company, assetHandle=asset, publishState="MarkedForPublish")
    log = until_done(company, ask("submitJob", companyHandle=company, jobName=f"{name} assets", imageServingPublishJob=publish))
    history = ask("getAssetPublishHistory", companyHandle=company, assetHandle=asset)
    # The nightly job has published it before: only the time shows that this one did.
    require("getAssetPublishHistory must tell this publish", history and history[0].lastPublished >= log.startDate, history)
    print("ok getAssetPublishHistory")
    ask("renameAsset", companyHandle=company, assetHandle=asset, newName=f"{name} renamed", validateName=True)
    renamed = ask("getAssetsByName", companyHandle=company, nameArray={"items": [f"{name} renamed"]})
    expect("renameAsset: handle", asset, renamed[0].assetHandle)
    print("ok renameAsset")
    export = ask("submitJob", companyHandle=company, jobName=f"{name} export", exportJob={
        "assetHandleArray": {"items": [asset]}, "fmt": "orig", "emailSetting": "None"})
    expect("export: files", 1, until_done(company, export).fileSuccessCount)
    print("ok export")
    for step in ("deleteAssets", "restoreAssetsFromTrash", "deleteAssets", "emptyAssetsFromTrash"):
        ended = ask(step, companyHandle=company, assetHandleArray={"items": [asset]})
        expect(f"{step}: done, warned, refused", (1, 0, 0), (ended.successCount, ended.warningCount, ended.errorCount))
        print(f"ok {step}")
    refused("deleteAsset", "ipsApiFault", 30001, asset, companyHandle=company, assetHandle=asset)

job = {"companyHandle": company, "jobName": f"{name} refused", "imageServingPublishJob": publish}
refused("getActiveJobs", "authenticationFault", 10001, "Invalid username/password", secret="wrong", companyHandle=company)
refused("submitJob", "ipsApiFault", 30001, "Only one of", **job, videoPublishJob={"emailSetting": "None"})
refused("submitJob", "ipsApiFault", 30001, "Only one of", **job, execSchedule="0 30 2 * * ?",
        execTime=datetime.datetime(2099, 1, 1, tzinfo=datetime.timezone.utc))
refused("submitJob", "authorizationFault", 20000, "c|4711", **{**job, "companyHandle": "c|4711"})
refused("submitJob", "ipsApiFault", 30002, "companyHandle", **{**job, "companyHandle": ""})
print("ok all")
