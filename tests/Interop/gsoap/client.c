/*
 * The job API with gSOAP, in its strict mode and from code made of the WSDL; the header must be understood.
 * Arguments: USER PASSWORD COMPANY-NAME PICTURE-URL [1.1|1.2]; the address is the WSDL's.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "soapH.h"
#include "IpsApiSoapBinding.nsmap"

#define NIGHTLY "0 30 2 * * ?"
#define WORDS "Größe ≥ 10 日本"

static struct soap *ctx;
static const char *soap_version, *user, *password, *secret;

static void fail(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("FAILED: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    exit(1);
}

static char *text(const char *format, ...)
{
    static char made[64][512];
    static int next;
    char *place = made[next++ % 64];
    va_list args;
    va_start(args, format);
    vsnprintf(place, sizeof made[0], format, args);
    va_end(args);
    return place;
}

static void expect(const char *what, const char *expected, const char *actual)
{
    if (!actual || strcmp(expected, actual))
        fail("%s: expected '%s', got '%s'", what, expected, actual ? actual : "nothing");
}

static void expect_number(const char *what, int expected, int actual)
{
    if (expected != actual)
        fail("%s: expected %d, got %d", what, expected, actual);
}

static void ok(const char *step)
{
    printf("ok %s\n", step);
    fflush(stdout);
}

static void pause_for(int milliseconds)
{
    usleep(milliseconds * 1000);
}

static void log_in(void)
{
    static struct _ips__authHeader header;
    header.user = (char *)user;
    header.password = (char *)secret;
    header.appName = "interop";
    header.appVersion = "1.0";
    soap_header(ctx);
    ctx->header->ips__authHeader = &header;
}

/* Calls an operation; the result is gSOAP's, 0 without a fault. */
#define TRY(operation, param, answer) \
    (log_in(), memset((answer), 0, sizeof *(answer)), soap_call___api__##operation(ctx, NULL, NULL, (param), (answer)))

/* Calls an operation that must not fail. */
#define ASK(operation, answer, ...) \
    do { \
        struct _ips__##operation##Param param = { __VA_ARGS__ }; \
        if (TRY(operation, &param, (answer))) { \
            soap_print_fault(ctx, stderr); \
            fail(#operation " was refused"); \
        } \
    } while (0)

static char *submit(struct _ips__submitJobParam job)
{
    struct _ips__submitJobReturn answer;
    if (TRY(submitJob, &job, &answer)) {
        soap_print_fault(ctx, stderr);
        fail("submitJob was refused");
    }
    return answer.jobHandle;
}

/* Compares the typed fault of the call that ended with the given result. */
static void refused(int result, const char *element, int code, const char *words)
{
    if (result == SOAP_OK || !ctx->fault)
        fail("no fault %d but result %d", code, result);
    struct SOAP_ENV__Detail *detail = strcmp(soap_version, "1.2") ? ctx->fault->detail : ctx->fault->SOAP_ENV__Detail;
    if (!detail)
        fail("fault %d has no detail", code);
    int actual = 0;
    const char *reason = NULL;
#define READ(type) if (!strcmp(element, #type) && detail->base__##type) actual = detail->base__##type->code, reason = detail->base__##type->reason
    READ(authenticationFault);
    READ(authorizationFault);
    READ(ipsApiFault);
    if (!reason)
        fail("fault %d is no typed %s", code, element);
    expect_number("code", code, actual);
    if (!strstr(reason, words))
        fail("reason '%s' lacks '%s'", reason, words);
    ok(text("fault %d: %s", code, reason));
}

static struct ips__JobLog *until_done(char *company, char *job)
{
    for (int attempt = 0; attempt < 300; attempt++) {
        struct _ips__getJobLogDetailsReturn answer;
        ASK(getJobLogDetails, &answer, .companyHandle = company, .jobHandle = job);
        if (answer.jobLogArray->__sizeitems > 0 && answer.jobLogArray->items[0].endDate) {
            expect_number("jobs in the log", 1, answer.jobLogArray->__sizeitems);
            return &answer.jobLogArray->items[0];
        }
        pause_for(100);
    }
    fail("no endDate after 30 s for %s", job);
    return NULL;
}

static struct ips__ActiveJob *until_running(char *company, char *job)
{
    for (int attempt = 0; attempt < 100; attempt++) {
        struct _ips__getActiveJobsReturn answer;
        ASK(getActiveJobs, &answer, .companyHandle = company, .jobHandle = job);
        if (answer.jobArray->__sizeitems > 0 && !strcmp(answer.jobArray->items[0].state, "Running"))
            return &answer.jobArray->items[0];
        pause_for(20);
    }
    fail("the upload must be running");
    return NULL;
}

static void check_trigger(char *company, char *job, const char *step, const char *state)
{
    struct _ips__getScheduledJobsReturn answer;
    ASK(getScheduledJobs, &answer, .companyHandle = company, .jobHandle = job);
    expect_number("scheduled jobs", 1, answer.jobArray->__sizeitems);
    struct ips__ScheduledJob *trigger = &answer.jobArray->items[0];
    expect("trigger state", state, trigger->triggerState);
    expect("schedule", NIGHTLY, trigger->execSchedule);
    expect("publish type", "Full", trigger->imageServingPublishJob->publishType);
    if (!trigger->nextFireTime || *trigger->nextFireTime <= time(NULL))
        fail("%s: the next fire time must come", step);
    ok(text("%s: %s", step, state));
}

static char *asset_of(struct ips__JobLog *log)
{
    for (int row = 0; row < log->detailArray->__sizeitems; row++)
        if (log->detailArray->items[row].assetHandle)
            return log->detailArray->items[row].assetHandle;
    fail("upload: no asset in the log");
    return NULL;
}

static char *asset_named(char *company, char *asset_name)
{
    struct ips__StringArray names = { .__sizeitems = 1, .items = &asset_name };
    struct _ips__getAssetsByNameReturn answer;
    ASK(getAssetsByName, &answer, .companyHandle = company, .nameArray = &names);
    if (!answer.assetArray)
        fail("getAssetsByName: no array for '%s'", asset_name);
    expect_number("getAssetsByName: assets", 1, answer.assetArray->__sizeitems);
    return answer.assetArray->items[0].assetHandle;
}

/* Calls an operation on the only asset of an array; the answers have the same counts but are of different types. */
#define ASK_ENDED(operation, company, assets) \
    do { \
        struct _ips__##operation##Return ended; \
        ASK(operation, &ended, .companyHandle = (company), .assetHandleArray = (assets)); \
        expect_number(#operation ": done", 1, ended.successCount); \
        expect_number(#operation ": warned", 0, ended.warningCount); \
        expect_number(#operation ": refused", 0, ended.errorCount); \
        ok(#operation); \
    } while (0)

/* The second walk: an asset from its upload to its end. */
static void walk_asset(char *company, const char *name, char *uploaded, struct ips__ImageServingPublishJob *publish)
{
    time_t started = time(NULL);
    char *asset_name = text("%s", name), *new_name = text("%s renamed", name);
    char *asset = asset_named(company, asset_name);
    expect("getAssetsByName: handle", uploaded, asset);

    struct ips__SystemFieldCondition condition = { .field = "Name", .op = "Equals", .value = asset_name };
    struct ips__SystemFieldConditionArray conditions = { .__sizeitems = 1, .items = &condition };
    struct _ips__searchAssetsReturn found;
    ASK(searchAssets, &found, .companyHandle = company, .includeSubfolders = xsd__boolean__true_, .systemFieldConditionArray = &conditions);
    expect_number("searchAssets: rows", 1, found.totalRows ? *found.totalRows : -1);
    expect_number("searchAssets: assets", 1, found.assetArray ? found.assetArray->__sizeitems : -1);
    expect("searchAssets: handle", asset, found.assetArray->items[0].assetHandle);
    ok(text("searchAssets: %s", asset));

    struct _ips__setAssetPublishStateReturn marked;
    ASK(setAssetPublishState, &marked, .companyHandle = company, .assetHandle = asset, .publishState = "MarkedForPublish");
    until_done(company, submit((struct _ips__submitJobParam) {
        .companyHandle = company, .jobName = text("%s assets", name), .imageServingPublishJob = publish }));
    struct _ips__getAssetPublishHistoryReturn history;
    ASK(getAssetPublishHistory, &history, .companyHandle = company, .assetHandle = asset);
    if (history.pubHistoryArray->__sizeitems < 1)
        fail("getAssetPublishHistory: nothing was published");
    if (history.pubHistoryArray->items[0].lastPublished < started)
        fail("getAssetPublishHistory must tell the time of this publish");
    ok(text("getAssetPublishHistory: %s", history.pubHistoryArray->items[0].contextName));

    struct _ips__renameAssetReturn renamed;
    ASK(renameAsset, &renamed, .companyHandle = company, .assetHandle = asset, .newName = new_name, .validateName = xsd__boolean__true_);
    expect("renameAsset: handle", asset, asset_named(company, new_name));
    ok("renameAsset");

    struct ips__HandleArray assets = { .__sizeitems = 1, .items = &asset };
    struct ips__ExportJob export = { .assetHandleArray = &assets, .fmt = "orig", .emailSetting = "None" };
    char *handle = submit((struct _ips__submitJobParam) {
        .companyHandle = company, .jobName = text("%s export", name), .exportJob = &export });
    expect_number("export: files", 1, until_done(company, handle)->fileSuccessCount);
    ok("export");

    ASK_ENDED(deleteAssets, company, &assets);
    ASK_ENDED(restoreAssetsFromTrash, company, &assets);
    ASK_ENDED(deleteAssets, company, &assets);
    ASK_ENDED(emptyAssetsFromTrash, company, &assets);
    struct _ips__deleteAssetParam gone = { .companyHandle = company, .assetHandle = asset };
    struct _ips__deleteAssetReturn none;
    refused(TRY(deleteAsset, &gone, &none), "ipsApiFault", 30001, asset);
}

int main(int argc, char **argv)
{
    if (argc < 5)
        fail("arguments: USER PASSWORD COMPANY-NAME PICTURE-URL [1.1|1.2]");
    user = argv[1];
    secret = password = argv[2];
    char *company_name = argv[3], *picture = argv[4];
    soap_version = argc > 5 ? argv[5] : "1.1";
    const char *name = text("gsoap %s %ld %d", soap_version, (long)time(NULL), (int)getpid());

    ctx = soap_new1(SOAP_XML_STRICT | SOAP_C_UTFSTRING | SOAP_IO_KEEPALIVE);
    soap_set_namespaces(ctx, namespaces);

    struct _ips__checkLoginReturn login;
    ASK(checkLogin, &login, .email = (char *)user, .password = (char *)password);
    expect("checkLogin", "ValidLogin", login.status);
    expect_number("SOAP version", strcmp(soap_version, "1.2") ? 1 : 2, ctx->version);
    ok("checkLogin");

    struct _ips__getCompanyInfoReturn info;
    ASK(getCompanyInfo, &info, .companyName = company_name);
    expect("company name", company_name, info.companyInfo->name);
    char *company = info.companyInfo->companyHandle;
    ok(text("getCompanyInfo: %s", company));

    struct ips__ImageServingPublishJob publish = { .publishType = "Full", .emailSetting = "None" };
    char *publish_name = text("%s publish", name), *upload_name = text("%s upload", name), *nightly_name = text("%s nightly", name);

    char *handle = submit((struct _ips__submitJobParam) {
        .companyHandle = company, .jobName = publish_name, .description = WORDS, .imageServingPublishJob = &publish });
    if (!strstr(handle, text("|%s|", publish_name)))
        fail("handle '%s' does not name the job", handle);
    struct ips__JobLog *log = until_done(company, handle);
    expect("publish: original name", publish_name, log->originalJobName);
    expect("publish: description", WORDS, log->description);
    expect_number("publish: fatalError", xsd__boolean__false_, log->fatalError);
    if (log->detailArray->__sizeitems < 2)
        fail("publish: no rows");
    ok(text("publish: %s", handle));

    struct ips__UploadUrl url = { .sourceUrl = picture, .destPath = text("Interop/%s.png", name) };
    struct ips__UploadUrlArray urls = { .__sizeitems = 1, .items = &url };
    struct ips__UploadUrlsJob upload = {
        .urlArray = &urls, .overwrite = xsd__boolean__true_, .readyForPublish = xsd__boolean__true_,
        .createMask = xsd__boolean__false_, .emailSetting = "None" };
    handle = submit((struct _ips__submitJobParam) { .companyHandle = company, .jobName = upload_name, .uploadUrlsJob = &upload });
    struct ips__ActiveJob *active = until_running(company, handle);
    expect("getActiveJobs: name", upload_name, active->originalName);
    expect_number("getActiveJobs: number of URLs", 1, active->uploadUrlsJob->numUrls ? *active->uploadUrlsJob->numUrls : -1);
    ok("getActiveJobs");
    log = until_done(company, handle);
    expect_number("upload: files", 1, log->fileSuccessCount);
    char *asset = asset_of(log);
    ok(text("upload: %s", asset));

    handle = submit((struct _ips__submitJobParam) {
        .companyHandle = company, .jobName = nightly_name, .execSchedule = NIGHTLY, .imageServingPublishJob = &publish });
    check_trigger(company, handle, "submitJob", "Normal");
    struct _ips__pauseJobReturn paused;
    ASK(pauseJob, &paused, .companyHandle = company, .jobHandle = handle);
    check_trigger(company, handle, "pauseJob", "Paused");
    struct _ips__resumeJobReturn resumed;
    ASK(resumeJob, &resumed, .companyHandle = company, .jobHandle = handle);
    check_trigger(company, handle, "resumeJob", "Normal");

    struct _ips__executeJobReturn executed;
    ASK(executeJob, &executed, .companyHandle = company, .jobHandle = handle);
    expect("executeJob: name", nightly_name, until_done(company, handle)->originalJobName);
    ok("executeJob");

    struct _ips__deleteJobReturn deleted;
    ASK(deleteJob, &deleted, .companyHandle = company, .jobHandle = handle);
    struct _ips__getScheduledJobsReturn left;
    ASK(getScheduledJobs, &left, .companyHandle = company, .jobHandle = handle);
    if (!left.jobArray)
        fail("deleteJob: the empty array is missing");
    expect_number("deleteJob: jobs left", 0, left.jobArray->__sizeitems);
    ok("deleteJob");

    struct _ips__getJobLogsReturn logs;
    int rows = 20, found = 0;
    ASK(getJobLogs, &logs, .companyHandle = company, .sortBy = "StartDate", .sortDirection = "Descending", .numRows = &rows);
    for (int i = 0; i < logs.jobLogArray->__sizeitems; i++)
        found += !strncmp(logs.jobLogArray->items[i].originalJobName, name, strlen(name));
    expect_number("getJobLogs: jobs of this run", 3, found);
    ok("getJobLogs");

    walk_asset(company, name, asset, &publish);

    struct ips__VideoPublishJob video = { .emailSetting = "None" };
    time_t later = 4070908800; /* 2099 */
    struct _ips__submitJobReturn none;
    struct _ips__submitJobParam job = { .companyHandle = company, .jobName = text("%s refused", name), .imageServingPublishJob = &publish };
    job.videoPublishJob = &video;
    refused(TRY(submitJob, &job, &none), "ipsApiFault", 30001, "Only one of");
    job.videoPublishJob = NULL, job.execSchedule = NIGHTLY, job.execTime = &later;
    refused(TRY(submitJob, &job, &none), "ipsApiFault", 30001, "Only one of");
    job.execSchedule = NULL, job.execTime = NULL, job.companyHandle = "c|4711";
    refused(TRY(submitJob, &job, &none), "authorizationFault", 20000, "c|4711");
    job.companyHandle = "";
    refused(TRY(submitJob, &job, &none), "ipsApiFault", 30002, "companyHandle");
    secret = "wrong";
    struct _ips__getActiveJobsParam all = { .companyHandle = company };
    struct _ips__getActiveJobsReturn active_jobs;
    refused(TRY(getActiveJobs, &all, &active_jobs), "authenticationFault", 10001, "Invalid username/password");
    ok("all");
    return 0;
}
