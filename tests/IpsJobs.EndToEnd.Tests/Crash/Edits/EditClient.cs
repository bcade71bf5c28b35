using System.Globalization;
using System.Text;
using System.Xml.Linq;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Server.Client;
using IpsJobs.Testing.Fakes;

namespace IpsJobs.EndToEnd.Tests.Crash.Edits;

/// <summary>A client that edits a folder of its own, one request after the other, and remembers what was answered.</summary>
internal sealed class EditClient(ServerWorld world, string name, int seed)
{
    private const string Company = "<companyHandle>c|47</companyHandle>";
    private const int SheetsPerRound = 4;
    private const int PicturesPerRound = 1;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private readonly EditChoice choice = new(new Random(seed), name);
    private EditedTree tree = EditedTree.Empty(ServerWorld.CompanyRoot + name + "/");
    private PlannedEdit? pending;
    private int files;

    /// <summary>Edits that were answered.</summary>
    public int Answered { get; private set; }

    /// <summary>Edits that a kill cut off, and that are in force all the same.</summary>
    public int CutOffDone { get; private set; }

    /// <summary>Edits that a kill cut off, and that are not, or not all, in force.</summary>
    public int CutOffUndone { get; private set; }

    public static int FilesPerRound => SheetsPerRound + PicturesPerRound;

    /// <summary>Items of an upload that brings new files into the folder.</summary>
    public string NextFiles()
    {
        var items = new StringBuilder();
        for (var i = 0; i < FilesPerRound; i++)
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"{name}-{++files}");
            if (i < PicturesPerRound)
                items.Append(Item(ServerWorld.PathOf(files % ServerWorld.PictureCount), file + ".png"));
            else
                items.Append(Item(Serve(file), file + ".css"));
        }

        return items.ToString();
    }

    /// <summary>Makes a set, and takes note of it and of the files that were uploaded.</summary>
    public async Task TakeOnAsync()
    {
        var set = string.Create(CultureInfo.InvariantCulture, $"{name} set {files}");
        await AskAsync("createImageSet", $"<folderHandle>f|{tree.Root}</folderHandle><name>{set}</name><type>ImageSet</type>");
        var stored = EditedTree.Read(world.Store, tree.Root);
        stored.Assets.Keys.Except(tree.Assets.Keys).Should().HaveCount(FilesPerRound + 1, "every round has new assets to edit");
        tree = stored;
    }

    /// <summary>Edits until <paramref name="over"/> is raised, which is when the server is killed.</summary>
    public async Task RunAsync(CancellationToken over)
    {
        try
        {
            while (!over.IsCancellationRequested)
            {
                if (choice.Next(tree) is { } edit)
                    await EditAsync(edit);
                else
                    await Task.Delay(Pause, TimeProvider.System, over);
            }
        }
        catch (Exception gone) when (over.IsCancellationRequested && gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // The server was killed; what was asked for last is pending.
        }
    }

    /// <summary>What the database says otherwise than the answers did; from here on the database is right.</summary>
    public IReadOnlyList<string> Settle()
    {
        var stored = EditedTree.Read(world.Store, tree.Root);
        var before = tree.PurgedLike(stored);
        var after = pending?.After.PurgedLike(stored) ?? before;
        var isDone = stored.Facts.SetEquals(after.Facts);
        List<string> findings = isDone || stored.Facts.SetEquals(before.Facts) ? [] : [.. Differences(before, after, stored)];
        if (pending is not null)
            (CutOffDone, CutOffUndone) = isDone ? (CutOffDone + 1, CutOffUndone) : (CutOffDone, CutOffUndone + 1);
        (tree, pending) = (stored, null);
        return findings;
    }

    private IEnumerable<string> Differences(EditedTree before, EditedTree after, EditedTree stored)
    {
        var what = $"{name}, with {(pending is null ? "nothing" : pending.Operation + " " + pending.Content)} cut off: ";
        if (pending is { IsBatch: false })
            yield return what + "half done";
        foreach (var lost in before.Facts.Intersect(after.Facts).Except(stored.Facts))
            yield return what + "not so any more: " + lost;
        foreach (var strange in stored.Facts.Except(before.Facts).Except(after.Facts))
            yield return what + "neither before nor after: " + strange;
        foreach (var gone in before.Assets.Keys.Intersect(after.Assets.Keys).Except(stored.Assets.Keys))
            yield return string.Create(CultureInfo.InvariantCulture, $"{what}lost asset {gone}");
    }

    private async Task EditAsync(PlannedEdit edit)
    {
        pending = edit;
        await AskAsync(edit.Operation, edit.Content);
        (tree, pending) = (edit.After, null);
        Answered++;
    }

    private async Task AskAsync(string operation, string content)
    {
        IpsReply reply = await world.PostAsync(operation, Company + content);
        XElement.Parse(reply.Envelope).Descendants().Where(e => e.Name.LocalName is "warningCount" or "errorCount")
            .Should().NotContain(e => e.Value != "0", "{0} of {1} asks for nothing that cannot be: {2}", operation, content, reply.Envelope);
    }

    private string Item(string source, string file) =>
        $"<items><sourceUrl>{world.Web.UrlOf(source)}</sourceUrl><destPath>{tree.Root}{file}</destPath></items>";

    // Every style sheet has bytes of its own, so that one cannot stand in for another.
    private string Serve(string file)
    {
        var path = $"/edits/{file}.css";
        world.Web.Answer(path, LocalResponse.Ok(Encoding.UTF8.GetBytes($"p {{ content: '{file}' }}")));
        return path;
    }
}
