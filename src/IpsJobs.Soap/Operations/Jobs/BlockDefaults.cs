using IpsJobs.Contracts;
using IpsJobs.Core.Constants;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Fills in what absent options of a job block stand for, and gives its handles the form of the reply.</summary>
/// <param name="options">Defaults of option blocks.</param>
/// <param name="handles">Form of handles.</param>
/// <param name="retainPublishState">The company's setting, for jobs that do not say.</param>
internal sealed class BlockDefaults(OptionDefaults options, HandleForms handles, bool retainPublishState)
{
    public void Fill(IContractType block)
    {
        switch (block)
        {
            case UploadDirectoryJob job: Fill(job); break;
            case UploadUrlsJob job: Fill(job); break;
            case UploadPostJob job: Fill(job); break;
            case ReprocessAssetsJob job: Fill(job); break;
            case RipPdfsJob job: Fill(job); break;
            case ExportJob job: handles.Assets(job.AssetHandleArray); break;
            case AutomatedSetGenerationJob job: handles.Assets(job.AssetHandleArray); break;
            case ImageServingPublishJob job: Fill(job); break;
            case ImageRenderingPublishJob job: Fill(job); break;
            case VideoPublishJob job: Fill(job); break;
            case ServerDirectoryPublishJob job: job.HttpCompletionUrl ??= ""; break;
        }
    }

    private void Fill(UploadDirectoryJob job)
    {
        job.PreserveCrop ??= true;
        job.PreservePublishState ??= retainPublishState;
        job.PostJobOnlyIfFiles ??= false;
        job.PhotoshopOptions = OptionDefaults.Photoshop(job.PhotoshopOptions);
        job.IllustratorOptions = OptionDefaults.Illustrator(job.IllustratorOptions, job.PostScriptOptions);
        job.PostScriptOptions = OptionDefaults.PostScript(job.PostScriptOptions);
        job.PdfOptions = options.Pdf(job.PdfOptions);
        job.ColorManagementOptions = Colors(job.ColorManagementOptions);
        job.AutoSetCreationOptions ??= new AutoSetCreationOptions();
        job.MediaOptions ??= new MediaOptions();
        job.InDesignOptions = OptionDefaults.InDesign(job.InDesignOptions);
        handles.Projects(job.ProjectHandleArray);
        FillPost(job.PostImageServingPublishJob, job.PostImageRenderingPublishJob, job.PostVideoPublishJob);
    }

    private void Fill(UploadUrlsJob job)
    {
        // There may be a thousand addresses, with credentials in them: the API shows their number only.
        job.NumUrls = job.UrlArray?.Items.Count ?? 0;
        job.UrlArray = new UploadUrlArray();
        job.PreserveCrop ??= true;
        job.PreservePublishState ??= retainPublishState;
        job.PostJobOnlyIfFiles ??= false;
        job.PhotoshopOptions = OptionDefaults.Photoshop(job.PhotoshopOptions);
        job.IllustratorOptions = OptionDefaults.Illustrator(job.IllustratorOptions, job.PostScriptOptions);
        job.PostScriptOptions = OptionDefaults.PostScript(job.PostScriptOptions);
        job.PdfOptions = options.Pdf(job.PdfOptions);
        job.ColorManagementOptions = Colors(job.ColorManagementOptions);
        job.AutoSetCreationOptions ??= new AutoSetCreationOptions();
        job.MediaOptions ??= new MediaOptions();
        job.InDesignOptions = OptionDefaults.InDesign(job.InDesignOptions);
        handles.Projects(job.ProjectHandleArray);
        FillPost(job.PostImageServingPublishJob, job.PostImageRenderingPublishJob, job.PostVideoPublishJob);
    }

    private void Fill(UploadPostJob job)
    {
        job.PreserveCrop ??= true;
        job.PreservePublishState ??= retainPublishState;
        job.PhotoshopOptions = OptionDefaults.Photoshop(job.PhotoshopOptions);
        job.IllustratorOptions = OptionDefaults.Illustrator(job.IllustratorOptions, job.PostScriptOptions);
        job.PostScriptOptions = OptionDefaults.PostScript(job.PostScriptOptions);
        job.PdfOptions = options.Pdf(job.PdfOptions);
        job.ColorManagementOptions = Colors(job.ColorManagementOptions);
        job.AutoSetCreationOptions ??= new AutoSetCreationOptions();
        job.MediaOptions ??= new MediaOptions();
        job.InDesignOptions = OptionDefaults.InDesign(job.InDesignOptions);
        handles.Projects(job.ProjectHandleArray);
    }

    private void Fill(ReprocessAssetsJob job)
    {
        handles.Assets(job.AssetHandleArray);
        job.PreserveCrop ??= true;
        job.PreservePublishState ??= retainPublishState;
        job.PostJobOnlyIfFiles ??= false;
        job.PhotoshopOptions = OptionDefaults.Photoshop(job.PhotoshopOptions);
        job.IllustratorOptions = OptionDefaults.Illustrator(job.IllustratorOptions, job.PostScriptOptions);
        job.PostScriptOptions = OptionDefaults.PostScript(job.PostScriptOptions);
        job.PdfOptions = options.Pdf(job.PdfOptions);
        job.ColorManagementOptions = Colors(job.ColorManagementOptions);
        job.AutoSetCreationOptions ??= new AutoSetCreationOptions();
        job.MediaOptions ??= new MediaOptions();
        job.InDesignOptions = OptionDefaults.InDesign(job.InDesignOptions);
        handles.Projects(job.ProjectHandleArray);
        FillPost(job.PostImageServingPublishJob, job.PostImageRenderingPublishJob, job.PostVideoPublishJob);
    }

    private void Fill(RipPdfsJob job)
    {
        handles.Assets(job.PdfHandleArray);
        job.IllustratorOptions = OptionDefaults.Illustrator(job.IllustratorOptions, job.PostScriptOptions);
        job.PostScriptOptions = OptionDefaults.PostScript(job.PostScriptOptions);
        job.PdfOptions = options.Pdf(job.PdfOptions);
        job.ColorManagementOptions = Colors(job.ColorManagementOptions);
        job.InDesignOptions = OptionDefaults.InDesign(job.InDesignOptions);
        handles.Projects(job.ProjectHandleArray);
        FillPost(job.PostImageServingPublishJob, job.PostImageRenderingPublishJob, job.PostVideoPublishJob);
    }

    private static void Fill(ImageServingPublishJob job)
    {
        job.HttpCompletionUrl ??= "";
        job.ContextHandle = HandleForms.Context(job.ContextHandle);
    }

    private static void Fill(ImageRenderingPublishJob job)
    {
        job.HttpCompletionUrl ??= "";
        job.ContextHandle = HandleForms.Context(job.ContextHandle);
    }

    private static void Fill(VideoPublishJob job)
    {
        job.HttpCompletionUrl ??= "";
        job.ContextHandle = HandleForms.Context(job.ContextHandle);
    }

    private static void FillPost(ImageServingPublishJob? serving, ImageRenderingPublishJob? rendering, VideoPublishJob? video)
    {
        if (serving is not null)
            Fill(serving);
        if (rendering is not null)
            Fill(rendering);
        if (video is not null)
            Fill(video);
    }

    private ColorManagementOptions Colors(ColorManagementOptions? given)
    {
        given ??= new ColorManagementOptions();
        given.ColorManagement ??= ColorManagementModes.Default;
        given.SourceProfileHandle = handles.Asset(given.SourceProfileHandle);
        given.OutputProfileHandle = handles.Asset(given.OutputProfileHandle);
        return given;
    }
}
