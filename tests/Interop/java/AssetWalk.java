import com.scene7.ipsapi.xsd._2014_04_03.*;
import java.util.List;

/** The second walk, an asset from its upload to its end. */
final class AssetWalk {
    private final Client client;
    private final String asset;

    AssetWalk(Client client, String asset) {
        this.client = client;
        this.asset = asset;
    }

    void walk() throws Exception {
        find();
        publish();
        rename();
        export();
        delete();
        restore();
        delete();
        empty();
        refuseWhatIsGone();
    }

    private void find() throws Exception {
        expectOnlyAsset("getAssetsByName", named(client.name));
        SystemFieldCondition condition = new SystemFieldCondition();
        condition.setField("Name");
        condition.setOp("Equals");
        condition.setValue(client.name);
        SearchAssetsParam param = new SearchAssetsParam();
        param.setCompanyHandle(client.company);
        param.setIncludeSubfolders(true);
        param.setSystemFieldConditionArray(new SystemFieldConditionArray());
        param.getSystemFieldConditionArray().getItems().add(condition);
        SearchAssetsReturn found = client.api.searchAssets(param, client.header);
        Client.expect("searchAssets: rows", 1, found.getTotalRows());
        expectOnlyAsset("searchAssets", found.getAssetArray());
        Client.ok("searchAssets: " + asset);
    }

    private void publish() throws Exception {
        SetAssetPublishStateParam mark = new SetAssetPublishStateParam();
        mark.setCompanyHandle(client.company);
        mark.setAssetHandle(asset);
        mark.setPublishState("MarkedForPublish");
        client.api.setAssetPublishState(mark, client.header);
        SubmitJobParam job = client.job("assets");
        job.setImageServingPublishJob(Client.fullPublish());
        client.untilDone(client.api.submitJob(job, client.header).getJobHandle());
        GetAssetPublishHistoryParam param = new GetAssetPublishHistoryParam();
        param.setCompanyHandle(client.company);
        param.setAssetHandle(asset);
        List<PublishHistory> history = client.api.getAssetPublishHistory(param, client.header).getPubHistoryArray().getItems();
        Client.expect("getAssetPublishHistory tells a time", true, !history.isEmpty() && history.get(0).getLastPublished() != null);
        Client.ok("getAssetPublishHistory");
    }

    private void rename() throws Exception {
        RenameAssetParam param = new RenameAssetParam();
        param.setCompanyHandle(client.company);
        param.setAssetHandle(asset);
        param.setNewName(client.name + " renamed");
        param.setValidateName(true);
        client.api.renameAsset(param, client.header);
        expectOnlyAsset("renameAsset", named(param.getNewName()));
        Client.ok("renameAsset");
    }

    private void export() throws Exception {
        ExportJob export = new ExportJob();
        export.setAssetHandleArray(handles());
        export.setFmt("orig");
        export.setEmailSetting("None");
        SubmitJobParam job = client.job("export");
        job.setExportJob(export);
        JobLog log = client.untilDone(client.api.submitJob(job, client.header).getJobHandle());
        Client.expect("export: files", 1, log.getFileSuccessCount());
        Client.ok("export");
    }

    private void delete() throws Exception {
        DeleteAssetsParam param = new DeleteAssetsParam();
        param.setCompanyHandle(client.company);
        param.setAssetHandleArray(handles());
        DeleteAssetsReturn ended = client.api.deleteAssets(param, client.header);
        checkEnded("deleteAssets", ended.getSuccessCount(), ended.getWarningCount(), ended.getErrorCount());
    }

    private void restore() throws Exception {
        RestoreAssetsFromTrashParam param = new RestoreAssetsFromTrashParam();
        param.setCompanyHandle(client.company);
        param.setAssetHandleArray(handles());
        RestoreAssetsFromTrashReturn ended = client.api.restoreAssetsFromTrash(param, client.header);
        checkEnded("restoreAssetsFromTrash", ended.getSuccessCount(), ended.getWarningCount(), ended.getErrorCount());
    }

    private void empty() throws Exception {
        EmptyAssetsFromTrashParam param = new EmptyAssetsFromTrashParam();
        param.setCompanyHandle(client.company);
        param.setAssetHandleArray(handles());
        EmptyAssetsFromTrashReturn ended = client.api.emptyAssetsFromTrash(param, client.header);
        checkEnded("emptyAssetsFromTrash", ended.getSuccessCount(), ended.getWarningCount(), ended.getErrorCount());
    }

    private void refuseWhatIsGone() throws Exception {
        DeleteAssetParam param = new DeleteAssetParam();
        param.setCompanyHandle(client.company);
        param.setAssetHandle(asset);
        Client.refused(30001, asset, () -> client.api.deleteAsset(param, client.header));
    }

    private static void checkEnded(String step, int done, int warned, int refused) {
        Client.expect(step + ": done, warned, refused", List.of(1, 0, 0), List.of(done, warned, refused));
        Client.ok(step);
    }

    private AssetArray named(String wanted) throws Exception {
        GetAssetsByNameParam param = new GetAssetsByNameParam();
        param.setCompanyHandle(client.company);
        param.setNameArray(new StringArray());
        param.getNameArray().getItems().add(wanted);
        return client.api.getAssetsByName(param, client.header).getAssetArray();
    }

    // Both lookups may answer without the array.
    private void expectOnlyAsset(String what, AssetArray found) {
        List<String> handles = found == null ? List.of() : found.getItems().stream().map(Asset::getAssetHandle).toList();
        Client.expect(what + ": handles", List.of(asset), handles);
    }

    private HandleArray handles() {
        HandleArray handles = new HandleArray();
        handles.getItems().add(asset);
        return handles;
    }
}
