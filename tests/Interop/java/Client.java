import com.scene7.ipsapi.AuthenticationFault;
import com.scene7.ipsapi.AuthorizationFault;
import com.scene7.ipsapi.IpsApiFault;
import com.scene7.ipsapi.IpsApiPortType;
import com.scene7.ipsapi.IpsApiService;
import com.scene7.ipsapi.xsd._2014_04_03.*;
import java.net.URL;
import java.util.List;
import java.util.concurrent.Callable;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;

/**
 * The job API with JAX-WS, from classes made of the WSDL.
 * Arguments: WSDL-URL USER PASSWORD COMPANY-NAME PICTURE-URL [1.1|1.2]
 */
public final class Client {
    private static final String NIGHTLY = "0 30 2 * * ?";
    private static final String WORDS = "Gr\u00f6\u00dfe \u2265 10 \u65e5\u672c";

    final IpsApiPortType api;
    final AuthHeader header;
    final String name;
    String company;

    private Client(String wsdl, String user, String password, String soap) throws Exception {
        IpsApiService service = new IpsApiService(new URL(wsdl));
        api = soap.equals("1.2") ? service.getIpsApiSoap12Port() : service.getIpsApiSoapPort();
        header = header(user, password);
        name = "java " + soap + " " + System.currentTimeMillis() + " " + ProcessHandle.current().pid();
    }

    public static void main(String[] args) throws Exception {
        try {
            new Client(args[0], args[1], args[2], args.length > 5 ? args[5] : "1.1").walk(args[3], args[4]);
        } catch (Difference difference) {
            System.err.println("FAILED: " + difference.getMessage());
            System.exit(1);
        }
    }

    private void walk(String companyName, String picture) throws Exception {
        CheckLoginParam login = new CheckLoginParam();
        login.setEmail(header.getUser());
        login.setPassword(header.getPassword());
        expect("checkLogin", "ValidLogin", api.checkLogin(login, header).getStatus());
        ok("checkLogin");

        GetCompanyInfoParam ask = new GetCompanyInfoParam();
        ask.setCompanyName(companyName);
        Company info = api.getCompanyInfo(ask, header).getCompanyInfo();
        expect("company name", companyName, info.getName());
        company = info.getCompanyHandle();
        ok("getCompanyInfo: " + company);

        publish();
        String asset = upload(picture);
        schedule();
        logs();
        new AssetWalk(this, asset).walk();
        faults();
        ok("all");
    }

    private void publish() throws Exception {
        SubmitJobParam job = job("publish");
        job.setDescription(WORDS);
        job.setImageServingPublishJob(fullPublish());
        String handle = api.submitJob(job, header).getJobHandle();
        expect("the handle names the job", true, handle.contains("|" + job.getJobName() + "|"));
        JobLog log = untilDone(handle);
        expect("publish: original name", job.getJobName(), log.getOriginalJobName());
        expect("publish: description", WORDS, log.getDescription());
        expect("publish: fatalError", false, log.isFatalError());
        expect("publish: rows", true, log.getDetailArray().getItems().size() >= 2);
        ok("publish: " + handle);
    }

    /** Uploads the picture and gives the handle of its asset. */
    private String upload(String picture) throws Exception {
        UploadUrl url = new UploadUrl();
        url.setSourceUrl(picture);
        url.setDestPath("Interop/" + name + ".png");
        UploadUrlsJob upload = new UploadUrlsJob();
        upload.setUrlArray(new UploadUrlArray());
        upload.getUrlArray().getItems().add(url);
        upload.setOverwrite(true);
        upload.setReadyForPublish(true);
        upload.setCreateMask(false);
        upload.setEmailSetting("None");
        SubmitJobParam job = job("upload");
        job.setUploadUrlsJob(upload);
        String handle = api.submitJob(job, header).getJobHandle();
        ActiveJob active = untilRunning(handle);
        expect("getActiveJobs: name", job.getJobName(), active.getOriginalName());
        expect("getActiveJobs: number of URLs", 1, active.getUploadUrlsJob().getNumUrls());
        ok("getActiveJobs");
        JobLog log = untilDone(handle);
        expect("upload: files", 1, log.getFileSuccessCount());
        String asset = log.getDetailArray().getItems().stream().map(JobLogDetail::getAssetHandle).filter(h -> h != null).findFirst()
            .orElseThrow(() -> new Difference("upload: no asset in the log"));
        ok("upload: " + asset);
        return asset;
    }

    private void schedule() throws Exception {
        SubmitJobParam job = job("nightly");
        job.setExecSchedule(NIGHTLY);
        job.setImageServingPublishJob(fullPublish());
        String handle = api.submitJob(job, header).getJobHandle();
        checkTrigger(handle, "submitJob", "Normal");
        PauseJobParam pause = new PauseJobParam();
        pause.setCompanyHandle(company);
        pause.setJobHandle(handle);
        api.pauseJob(pause, header);
        checkTrigger(handle, "pauseJob", "Paused");
        ResumeJobParam resume = new ResumeJobParam();
        resume.setCompanyHandle(company);
        resume.setJobHandle(handle);
        api.resumeJob(resume, header);
        checkTrigger(handle, "resumeJob", "Normal");
        ExecuteJobParam execute = new ExecuteJobParam();
        execute.setCompanyHandle(company);
        execute.setJobHandle(handle);
        api.executeJob(execute, header);
        expect("executeJob: name", job.getJobName(), untilDone(handle).getOriginalJobName());
        ok("executeJob");
        DeleteJobParam delete = new DeleteJobParam();
        delete.setCompanyHandle(company);
        delete.setJobHandle(handle);
        api.deleteJob(delete, header);
        expect("deleteJob: jobs left", 0, scheduled(handle).size());
        ok("deleteJob");
    }

    private void logs() throws Exception {
        GetJobLogsParam param = new GetJobLogsParam();
        param.setCompanyHandle(company);
        param.setSortBy("StartDate");
        param.setSortDirection("Descending");
        param.setNumRows(20);
        long found = api.getJobLogs(param, header).getJobLogArray().getItems().stream()
            .filter(log -> log.getOriginalJobName().startsWith(name)).count();
        expect("getJobLogs: jobs of this run", 3L, found);
        ok("getJobLogs");
    }

    private void faults() throws Exception {
        SubmitJobParam twoTypes = job("refused");
        twoTypes.setImageServingPublishJob(fullPublish());
        twoTypes.setVideoPublishJob(new VideoPublishJob());
        twoTypes.getVideoPublishJob().setEmailSetting("None");
        refused(30001, "Only one of", () -> api.submitJob(twoTypes, header));

        SubmitJobParam twoTimes = job("refused");
        twoTimes.setImageServingPublishJob(fullPublish());
        twoTimes.setExecTime(DatatypeFactory.newInstance().newXMLGregorianCalendar("2099-01-01T00:00:00Z"));
        twoTimes.setExecSchedule(NIGHTLY);
        refused(30001, "Only one of", () -> api.submitJob(twoTimes, header));

        SubmitJobParam elsewhere = job("refused");
        elsewhere.setImageServingPublishJob(fullPublish());
        elsewhere.setCompanyHandle("c|4711");
        refused(20000, "c|4711", () -> api.submitJob(elsewhere, header));
        elsewhere.setCompanyHandle(null);
        refused(30002, "companyHandle", () -> api.submitJob(elsewhere, header));

        GetActiveJobsParam active = new GetActiveJobsParam();
        active.setCompanyHandle(company);
        refused(10001, "Invalid username/password", () -> api.getActiveJobs(active, header(header.getUser(), "wrong")));
    }

    /** The call must end in the typed fault that goes with the code. */
    static void refused(int code, String words, Callable<?> call) throws Exception {
        try {
            call.call();
        } catch (AuthenticationFault fault) {
            checkFault("10", code, words, fault.getFaultInfo().getCode(), fault.getFaultInfo().getReason());
            return;
        } catch (AuthorizationFault fault) {
            checkFault("20", code, words, fault.getFaultInfo().getCode(), fault.getFaultInfo().getReason());
            return;
        } catch (IpsApiFault fault) {
            checkFault("30", code, words, fault.getFaultInfo().getCode(), fault.getFaultInfo().getReason());
            return;
        }
        throw new Difference("no fault " + code);
    }

    private static void checkFault(String family, int expected, String words, int code, String reason) {
        expect("code", expected, code);
        expect("the type of fault " + code, true, String.valueOf(code).startsWith(family));
        expect("the reason '" + reason + "' has '" + words + "'", true, reason.contains(words));
        ok("fault " + code + ": " + reason);
    }

    JobLog untilDone(String handle) throws Exception {
        GetJobLogDetailsParam param = new GetJobLogDetailsParam();
        param.setCompanyHandle(company);
        param.setJobHandle(handle);
        for (int attempt = 0; attempt < 300; attempt++) {
            List<JobLog> logs = api.getJobLogDetails(param, header).getJobLogArray().getItems();
            if (!logs.isEmpty() && logs.get(0).getEndDate() != null) {
                expect("jobs in the log", 1, logs.size());
                return logs.get(0);
            }
            Thread.sleep(100);
        }
        throw new Difference("no endDate after 30 s for " + handle);
    }

    private ActiveJob untilRunning(String handle) throws Exception {
        GetActiveJobsParam param = new GetActiveJobsParam();
        param.setCompanyHandle(company);
        param.setJobHandle(handle);
        for (int attempt = 0; attempt < 100; attempt++) {
            List<ActiveJob> jobs = api.getActiveJobs(param, header).getJobArray().getItems();
            if (!jobs.isEmpty() && jobs.get(0).getState().equals("Running")) {
                return jobs.get(0);
            }
            Thread.sleep(20);
        }
        throw new Difference("the upload must be running");
    }

    private List<ScheduledJob> scheduled(String handle) throws Exception {
        GetScheduledJobsParam param = new GetScheduledJobsParam();
        param.setCompanyHandle(company);
        param.setJobHandle(handle);
        return api.getScheduledJobs(param, header).getJobArray().getItems();
    }

    private void checkTrigger(String handle, String step, String state) throws Exception {
        List<ScheduledJob> jobs = scheduled(handle);
        expect(step + ": scheduled jobs", 1, jobs.size());
        expect(step + ": trigger state", state, jobs.get(0).getTriggerState());
        expect(step + ": schedule", NIGHTLY, jobs.get(0).getExecSchedule());
        expect(step + ": publish type", "Full", jobs.get(0).getImageServingPublishJob().getPublishType());
        XMLGregorianCalendar next = jobs.get(0).getNextFireTime();
        expect(step + ": next fire time is to come", true, next.toGregorianCalendar().getTimeInMillis() > System.currentTimeMillis());
        ok(step + ": " + state);
    }

    SubmitJobParam job(String suffix) {
        SubmitJobParam job = new SubmitJobParam();
        job.setCompanyHandle(company);
        job.setJobName(name + " " + suffix);
        return job;
    }

    static ImageServingPublishJob fullPublish() {
        ImageServingPublishJob job = new ImageServingPublishJob();
        job.setPublishType("Full");
        job.setEmailSetting("None");
        return job;
    }

    private static AuthHeader header(String user, String password) {
        AuthHeader header = new AuthHeader();
        header.setUser(user);
        header.setPassword(password);
        header.setAppName("interop");
        header.setAppVersion("1.0");
        return header;
    }

    static void expect(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new Difference(what + ": expected '" + expected + "', got '" + actual + "'");
        }
    }

    static void ok(String step) {
        System.out.println("ok " + step);
    }

    private static final class Difference extends RuntimeException {
        Difference(String message) {
            super(message);
        }
    }
}
