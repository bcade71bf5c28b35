import com.scene7.ipsapi.IpsApiPortType;
import com.scene7.ipsapi.IpsApiService;
import com.scene7.ipsapi.xsd._2014_04_03.*;
import java.net.URL;
import java.util.List;

/**
 * Logs in, submits a publish and waits for its log, with JAX-WS.
 * Arguments: WSDL-URL USER PASSWORD COMPANY-HANDLE; run.sh builds and starts it.
 */
public final class Submit {
    public static void main(String[] args) throws Exception {
        String company = args[3];
        IpsApiPortType ips = new IpsApiService(new URL(args[0])).getIpsApiSoapPort();
        AuthHeader header = new AuthHeader();
        header.setUser(args[1]);
        header.setPassword(args[2]);
        header.setAppName("samples");
        header.setAppVersion("1.0");

        CheckLoginParam login = new CheckLoginParam();
        login.setEmail(args[1]);
        login.setPassword(args[2]);
        System.out.println("login: " + ips.checkLogin(login, header).getStatus());

        ImageServingPublishJob publish = new ImageServingPublishJob();
        publish.setPublishType("Full");
        publish.setEmailSetting("None");
        SubmitJobParam job = new SubmitJobParam();
        job.setCompanyHandle(company);
        job.setJobName("java " + System.currentTimeMillis());
        job.setImageServingPublishJob(publish);
        String handle = ips.submitJob(job, header).getJobHandle();
        System.out.println("submitted: " + handle);

        GetJobLogDetailsParam of = new GetJobLogDetailsParam();
        of.setCompanyHandle(company);
        of.setJobHandle(handle);
        List<JobLog> logs;
        do {
            Thread.sleep(200);
            logs = ips.getJobLogDetails(of, header).getJobLogArray().getItems();
        } while (logs.isEmpty() || logs.get(0).getEndDate() == null);
        logs.get(0).getDetailArray().getItems().forEach(row -> System.out.println(row.getLogType() + " " + row.getLogMessage()));
    }
}
