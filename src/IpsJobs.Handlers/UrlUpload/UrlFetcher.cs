using System.Buffers;
using System.Security.Cryptography;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Outbound;
using IpsJobs.Handlers.Ingest;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace IpsJobs.Handlers.UrlUpload;

/// <summary>Fetches source addresses into files: retries, time-outs and the size limit are here.</summary>
public sealed class UrlFetcher : IDisposable
{
    private const int BufferSize = 128 * 1024;

    private readonly HttpClient client;
    private readonly ResiliencePipeline retries;
    private readonly UrlUploadOptions options;
    private readonly long maxFileSize;
    private readonly TimeProvider time;

    public UrlFetcher(IOptions<UrlUploadOptions> options, IOptions<OutboundOptions> outbound, IOptions<JobOptions> jobs, ServerClock clock)
    {
        this.options = options.Value;
        maxFileSize = jobs.Value.UploadPostMaxFileSize;
        time = clock.Time;
        client = new HttpClient(GuardedHttp.CreateHandler(outbound.Value)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("IpsJobs");
        retries = CreateRetries();
    }

    /// <summary>Fetches <paramref name="source"/> into a file, which is replaced; a failure leaves no file.</summary>
    /// <exception cref="FetchFailedException">Not found, too large, too slow, or no connection.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    public async Task<FetchedFile> FetchAsync(SourceAddress source, string targetPath, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.TotalTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await retries.ExecuteAsync(async token => await AttemptAsync(source, targetPath, token), both.Token);
        }
        catch (Exception failure)
        {
            File.Delete(targetPath);
            if (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                throw FetchFailures.TimedOut(source, failure);
            throw;
        }
    }

    public void Dispose() => client.Dispose();

    private ResiliencePipeline CreateRetries()
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = new PredicateBuilder().Handle<FetchFailedException>(f => f.IsTransient),
            });
        }
        return builder.Build();
    }

    private async Task<FetchedFile> AttemptAsync(SourceAddress source, string targetPath, CancellationToken cancellationToken)
    {
        using var idle = new CancellationTokenSource(options.IdleTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        try
        {
            using var response = await SendAsync(source, both.Token);
            if (!response.IsSuccessStatusCode)
                throw FetchFailures.Status(source, response.StatusCode);
            if (response.Content.Headers.ContentLength > maxFileSize)
                throw FetchFailures.TooLarge(source, maxFileSize);
            return await SaveAsync(source, response, targetPath, idle, both.Token);
        }
        catch (OperationCanceledException slow) when (idle.IsCancellationRequested)
        {
            throw FetchFailures.TimedOut(source, slow);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(SourceAddress source, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, source.Request);
        request.Headers.Authorization = source.Credentials;
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw FetchFailures.Connection(source, failure);
        }
    }

    private async Task<FetchedFile> SaveAsync(
        SourceAddress source,
        HttpResponseMessage response,
        string targetPath,
        CancellationTokenSource idle,
        CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var file = StagedFile.Create(targetPath);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var size = 0L;
            // Connections give small pieces; the disk and the hash are asked once for many of them.
            while (await FillAsync(source, body, buffer, idle, cancellationToken) is var count and > 0)
            {
                size += count;
                if (size > maxFileSize)
                    throw FetchFailures.TooLarge(source, maxFileSize);
                hash.AppendData(buffer, 0, count);
                RandomAccess.Write(file, buffer.AsSpan(0, count), size - count);
            }
            return new FetchedFile(size, hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<int> FillAsync(
        SourceAddress source, Stream body, byte[] buffer, CancellationTokenSource idle, CancellationToken cancellationToken)
    {
        var filled = 0;
        while (filled < buffer.Length && await ReadAsync(source, body, buffer.AsMemory(filled), cancellationToken) is var count and > 0)
        {
            idle.CancelAfter(options.IdleTimeout);
            filled += count;
        }
        return filled;
    }

    // Apart from the write, so that a broken connection is not taken for a broken disk.
    private static async Task<int> ReadAsync(SourceAddress source, Stream body, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException broken)
        {
            throw FetchFailures.Connection(source, broken);
        }
    }
}
