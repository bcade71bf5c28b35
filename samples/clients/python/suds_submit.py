"""Logs in, submits a publish and waits for its log, with suds.

Arguments: WSDL-URL USER PASSWORD COMPANY-HANDLE
"""
import sys
import time

import suds.client

wsdl, user, password, company = sys.argv[1:5]
client = suds.client.Client(wsdl, port="IpsApiSoapPort")
header = client.factory.create("{http://www.scene7.com/IpsApi/xsd/2014-04-03}authHeader")
header.user, header.password, header.appName, header.appVersion = user, password, "samples", "1.0"
client.set_options(soapheaders=[header])
ips = client.service

print("login:", ips.checkLogin(email=user, password=password))

publish = client.factory.create("{http://www.scene7.com/IpsApi/xsd/2014-04-03}ImageServingPublishJob")
publish.publishType, publish.emailSetting = "Full", "None"
job = ips.submitJob(companyHandle=company, jobName=f"suds {time.time()}", imageServingPublishJob=publish)
print("submitted:", job)

logs = ""
while not logs or "endDate" not in logs["items"][0]:
    time.sleep(0.2)
    logs = ips.getJobLogDetails(companyHandle=company, jobHandle=job)
for row in logs["items"][0].detailArray["items"]:
    print(row.logType, row.logMessage)
