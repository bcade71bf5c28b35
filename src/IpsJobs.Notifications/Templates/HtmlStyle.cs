namespace IpsJobs.Notifications.Templates;

/// <summary>The look of a mail.</summary>
internal static class HtmlStyle
{
    private const string Wraps = "overflow-wrap:anywhere;word-break:break-word";
    private const string Font = "font-family:Arial,Helvetica,sans-serif";

    public const string Body = "margin:0;padding:0;background-color:#f2f4f7";
    public const string Backdrop = "background-color:#f2f4f7;border-collapse:collapse";
    public const string Around = "padding:24px 12px";
    public const string Card =
        "width:100%;max-width:640px;background-color:#ffffff;border:1px solid #d0d5dd;border-collapse:separate;text-align:left;"
        + Font + ";font-size:14px;line-height:20px;color:#1d2939";

    public const string Inside = "padding:16px 28px 0 28px";
    public const string Bottom = "padding:20px 28px 24px 28px;font-size:12px;line-height:18px;color:#667085";
    public const string Company = "margin:0 0 4px 0;font-size:13px;color:#667085;" + Wraps;
    public const string Heading = "margin:0 0 8px 0;font-size:20px;line-height:26px;font-weight:bold;" + Wraps;
    public const string Subheading = "margin:8px 0 8px 0;font-size:16px;line-height:22px;font-weight:bold";
    public const string More = "margin:16px 0 0 0";
    public const string Button =
        "display:inline-block;padding:8px 16px;background-color:#175cd3;color:#ffffff;text-decoration:none;border-radius:4px;font-weight:bold";

    public const string Facts = "border-collapse:collapse;" + Font + ";font-size:14px;line-height:20px;color:#1d2939";
    public const string Label =
        "width:38%;padding:5px 16px 5px 0;border-bottom:1px solid #eaecf0;text-align:left;vertical-align:top;font-weight:normal;color:#667085";

    public const string Value = "padding:5px 0;border-bottom:1px solid #eaecf0;vertical-align:top;" + Wraps;
    public const string Link = "color:#175cd3;" + Wraps;
    public const string List = "margin:0;padding:0 0 0 20px";
    public const string Item = "margin:0 0 6px 0;" + Wraps;
    public const string Notes = "margin:2px 0 0 0;padding:0 0 0 20px;color:#475467";
    public const string Small = "margin:8px 0 0 0;font-size:13px;color:#667085";

    public static string Top(MailTone tone) => $"padding:24px 28px 8px 28px;border-top:4px solid {Color(tone)}";

    public static string Outcome(MailTone tone) => $"margin:0;font-size:16px;line-height:22px;font-weight:bold;color:{Color(tone)}";

    // All of them dark enough to be read as text on white.
    private static string Color(MailTone tone) => tone switch
    {
        MailTone.Good => "#067647",
        MailTone.Doubtful => "#93370d",
        MailTone.Bad => "#b42318",
        _ => "#475467",
    };
}
