namespace IpsJobs.Core.Handles;

/// <summary>How a reply writes handles; a request may use any form whatever its version.</summary>
public enum HandleForm
{
    /// <summary>The unversioned namespace: no tags, <c>47</c>.</summary>
    D0,

    /// <summary>2008-01-15 to 2009-07-31: tags, long asset handles, jobs without instance id.</summary>
    /// <remarks>The two versions of 2008 still write folders without a tag, as <see cref="D0"/> does.</remarks>
    D1,

    /// <summary>2010-01-31 and later: tags, short asset handles, jobs with instance id.</summary>
    D2,
}
