using System.Globalization;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Storage.Writing;

namespace IpsJobs.Storage.Accounts;

/// <summary>Adds and changes companies and their publish targets.</summary>
internal static class CompanyWrites
{
    private const string NameHolder = """SELECT 1 FROM "Companies" WHERE "Name" = ?1 AND "CompanyId" <> ?2""";
    private const string RootHolder = """SELECT 1 FROM "Companies" WHERE "RootKey" = ?1 AND "CompanyId" <> ?2""";
    private const string OrganisationHolder = """SELECT 1 FROM "Companies" WHERE "ImsOrgId" = ?1 AND "CompanyId" <> ?2""";
    private const string IdHolder = """SELECT 1 FROM "Companies" WHERE "CompanyId" = ?1""";

    private const string Insert =
        """
        INSERT INTO "Companies" ("CompanyId", "Name", "RootPath", "RootKey", "ExpiresUtc", "OverwriteMode", "RetainPublishState",
        "JavascriptUploadEnabled", "InstantPublish", "PublishNeedsAdmin", "UploadLaneSize", "ImsOrgId", "DefaultSourceProfileId",
        "DefaultDisplayProfileId", "IptcExifMappingXsltId", "XmpMappingXsltId", "DiskSpaceWarningMin", "EmailTrashCleanupWarning")
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
        """;

    private const string UpdateRow =
        """
        UPDATE "Companies" SET "Name" = ?2, "RootPath" = ?3, "RootKey" = ?4, "ExpiresUtc" = ?5, "OverwriteMode" = ?6,
        "RetainPublishState" = ?7, "JavascriptUploadEnabled" = ?8, "InstantPublish" = ?9, "PublishNeedsAdmin" = ?10, "UploadLaneSize" = ?11,
        "ImsOrgId" = ?12, "DefaultSourceProfileId" = ?13, "DefaultDisplayProfileId" = ?14, "IptcExifMappingXsltId" = ?15,
        "XmpMappingXsltId" = ?16, "DiskSpaceWarningMin" = ?17, "EmailTrashCleanupWarning" = ?18
        WHERE "CompanyId" = ?1
        """;

    private const string ContextHolder =
        """SELECT 1 FROM "PublishContexts" WHERE "CompanyId" = ?1 AND "Name" = ?2 AND "Type" = ?3""";

    private const string InsertContext =
        """INSERT INTO "PublishContexts" ("CompanyId", "Name", "Type", "PublishAll") VALUES (?1, ?2, ?3, ?4)""";

    private const string ContextById = """SELECT 1 FROM "PublishContexts" WHERE "ContextId" = ?1""";

    private const string InsertServer =
        """INSERT INTO "PublishServers" ("ContextId", "Name", "Directory", "IsActive") VALUES (?1, ?2, ?3, 1)""";

    private const string DeactivateServer = """UPDATE "PublishServers" SET "IsActive" = 0 WHERE "ServerId" = ?1""";

    /// <summary>Types, and names, of the contexts every company has.</summary>
    public static IReadOnlyList<string> DefaultContexts { get; } =
    [
        PublishContextTypes.ImageServing, PublishContextTypes.ImageRendering, PublishContextTypes.Video, PublishContextTypes.ServerDirectory,
    ];

    /// <exception cref="NameTakenException">Name, root path or id are in use.</exception>
    public static Company Add(WriteSession session, DataFolder data, NewCompany wanted)
    {
        if (session.Exists(NameHolder, wanted.Name, 0))
            throw new NameTakenException("Company", wanted.Name);
        if (wanted.CompanyId is { } id && session.Exists(IdHolder, id))
            throw new NameTakenException("Company id", id.ToString(CultureInfo.InvariantCulture));
        RequireFreeOrganisation(session, wanted.ImsOrgId, companyId: 0);
        var company = new Company
        {
            CompanyId = wanted.CompanyId ?? 0,
            Name = wanted.Name,
            RootPath = FreeRoot(session, wanted.Name, wanted.RootPath),
            ExpiresUtc = wanted.ExpiresUtc,
            ImsOrgId = wanted.ImsOrgId,
        };
        session.Execute(Insert, Values(company, wanted.CompanyId));
        company = company with { CompanyId = (int)session.LastId };
        AddTargets(session, data, company);
        if (wanted.Founder is { } founder)
            MembershipWrites.Add(session, founder.UserId, [new Membership(company.CompanyId, founder.Role, IsActive: true)]);
        return company;
    }

    private static void AddTargets(WriteSession session, DataFolder data, Company company)
    {
        foreach (var type in DefaultContexts)
        {
            var context = AddContext(session, company.CompanyId, type, type, publishAll: false);
            AddServer(session, data, context.ContextId, type, data.PublishTarget(type));
        }
    }

    /// <exception cref="NameTakenException">Name or root path are in use.</exception>
    /// <exception cref="KeyNotFoundException">There is no such company.</exception>
    public static void Update(WriteSession session, Company company)
    {
        if (!session.Exists(IdHolder, company.CompanyId))
            throw new KeyNotFoundException($"There is no company {company.CompanyId}");
        if (session.Exists(NameHolder, company.Name, company.CompanyId))
            throw new NameTakenException("Company", company.Name);
        RequireFreeRoot(session, company.RootPath, company.CompanyId);
        RequireFreeOrganisation(session, company.ImsOrgId, company.CompanyId);
        session.Execute(UpdateRow, Values(company, company.CompanyId));
    }

    /// <exception cref="NameTakenException">Name, root path or outside id are in use.</exception>
    /// <exception cref="KeyNotFoundException">There is no such company.</exception>
    public static Company Change(WriteSession session, int companyId, Func<Company, Company> change)
    {
        var before = session.Find(CompanyRow.Select, CompanyRow.Read, companyId)
            ?? throw new KeyNotFoundException($"There is no company {companyId}");
        var after = change(before);
        Update(session, after);
        return after;
    }

    /// <exception cref="NameTakenException">The company has a context of that name and type.</exception>
    /// <exception cref="KeyNotFoundException">There is no such company.</exception>
    public static PublishContext AddContext(WriteSession session, int companyId, string name, string type, bool publishAll)
    {
        if (!session.Exists(IdHolder, companyId))
            throw new KeyNotFoundException($"There is no company {companyId}");
        if (session.Exists(ContextHolder, companyId, name, type))
            throw new NameTakenException("Publish context", name);
        return new PublishContext((int)session.Insert(InsertContext, companyId, name, type, publishAll), companyId, name, type, publishAll);
    }

    /// <exception cref="KeyNotFoundException">There is no such context.</exception>
    public static PublishServer AddServer(WriteSession session, DataFolder data, int contextId, string name, string directory)
    {
        if (!session.Exists(ContextById, contextId))
            throw new KeyNotFoundException($"There is no publish context {contextId}");
        return new PublishServer((int)session.Insert(InsertServer, contextId, name, Stored(data, directory)), contextId, name, directory, IsActive: true);
    }

    /// <exception cref="KeyNotFoundException">There is no such server.</exception>
    public static void RemoveServer(WriteSession session, int serverId)
    {
        if (session.Execute(DeactivateServer, serverId) == 0)
            throw new KeyNotFoundException($"There is no publish server {serverId}");
    }

    // Targets below the data folder move with it, to another machine or out of a backup.
    private static string Stored(DataFolder data, string directory)
    {
        var prefix = data.Root + Path.DirectorySeparatorChar;
        return directory.StartsWith(prefix, StringComparison.Ordinal) ? directory[prefix.Length..] : directory;
    }

    private static object?[] Values(Company c, int? companyId) =>
    [
        companyId, c.Name, c.RootPath, RootKey(c.RootPath), c.ExpiresUtc, c.OverwriteMode, c.RetainPublishState,
        c.JavascriptUploadEnabled, c.InstantPublish, c.PublishNeedsAdmin, c.UploadLaneSize, c.ImsOrgId, c.DefaultSourceProfileId,
        c.DefaultDisplayProfileId, c.IptcExifMappingXsltId, c.XmpMappingXsltId, c.DiskSpaceWarningMin, c.EmailTrashCleanupWarning,
    ];

    private static string FreeRoot(WriteSession session, string name, string? rootPath)
    {
        if (rootPath is null)
            return CompanyRoot.FromName(name).First(r => !session.Exists(RootHolder, RootKey(r), 0));
        var root = CompanyRoot.Normalize(rootPath);
        RequireFreeRoot(session, root, companyId: 0);
        return root;
    }

    private static void RequireFreeRoot(WriteSession session, string root, int companyId)
    {
        if (session.Exists(RootHolder, RootKey(root), companyId))
            throw new NameTakenException("Root path", root);
    }

    private static void RequireFreeOrganisation(WriteSession session, string? imsOrgId, int companyId)
    {
        if (imsOrgId is not null && session.Exists(OrganisationHolder, imsOrgId, companyId))
            throw new NameTakenException("Organisation", imsOrgId);
    }

    private static string RootKey(string root) => root.ToUpperInvariant();
}
