"""Logs in, submits a publish and waits for its log, with zeep.

Arguments: WSDL-URL USER PASSWORD COMPANY-HANDLE
"""
import sys
import time

import zeep

wsdl, user, password, company = sys.argv[1:5]
client = zeep.Client(wsdl)
header_type = client.wsdl.messages["{http://www.scene7.com/IpsApi}authHeader"].parts["header"].element
client.set_default_soapheaders([header_type(user=user, password=password, appName="samples", appVersion="1.0")])
ips = client.service

print("login:", ips.checkLogin(email=user, password=password))

job = ips.submitJob(
    companyHandle=company,
    jobName=f"zeep {time.time()}",
    imageServingPublishJob={"publishType": "Full", "emailSetting": "None"},
)
print("submitted:", job)

logs = None
while not logs or not logs[0].endDate:
    time.sleep(0.2)
    logs = ips.getJobLogDetails(companyHandle=company, jobHandle=job)
for row in logs[0].detailArray["items"]:
    print(row.logType, row.logMessage)
