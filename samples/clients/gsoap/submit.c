/*
 * Logs in, submits a publish and waits for its log, with code that gSOAP makes of the WSDL.
 * Arguments: USER PASSWORD COMPANY-HANDLE; run.sh builds and starts it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "soapH.h"
#include "IpsApiSoapBinding.nsmap"

/* Calls an operation; ends the program when it is refused. gSOAP takes the header off after every call. */
#define CALL(operation, param, answer) \
    do { \
        soap_header(ips); \
        ips->header->ips__authHeader = &login; \
        if (soap_call___api__##operation(ips, NULL, NULL, (param), (answer))) { \
            soap_print_fault(ips, stderr); \
            exit(1); \
        } \
    } while (0)

int main(int count, char **args)
{
    if (count < 4)
        return 2;
    struct soap *ips = soap_new1(SOAP_XML_STRICT);
    struct _ips__authHeader login = { .user = args[1], .password = args[2], .appName = "samples", .appVersion = "1.0" };

    struct _ips__checkLoginParam who = { .email = args[1], .password = args[2] };
    struct _ips__checkLoginReturn known;
    CALL(checkLogin, &who, &known);
    printf("login: %s\n", known.status);

    char name[64];
    snprintf(name, sizeof name, "gsoap %ld %d", (long)time(NULL), (int)getpid());
    struct ips__ImageServingPublishJob publish = { .publishType = "Full", .emailSetting = "None" };
    struct _ips__submitJobParam job = { .companyHandle = args[3], .jobName = name, .imageServingPublishJob = &publish };
    struct _ips__submitJobReturn submitted;
    CALL(submitJob, &job, &submitted);
    printf("submitted: %s\n", submitted.jobHandle);

    struct _ips__getJobLogDetailsParam of = { .companyHandle = args[3], .jobHandle = submitted.jobHandle };
    struct _ips__getJobLogDetailsReturn logs;
    do {
        usleep(200000);
        CALL(getJobLogDetails, &of, &logs);
    } while (!logs.jobLogArray->__sizeitems || !logs.jobLogArray->items[0].endDate);
    struct ips__JobLogDetailArray *rows = logs.jobLogArray->items[0].detailArray;
    for (int i = 0; i < rows->__sizeitems; i++)
        printf("%s %s\n", rows->items[i].logType, rows->items[i].logMessage);

    soap_destroy(ips);
    soap_end(ips);
    soap_free(ips);
    return 0;
}
