namespace IpsJobs.Notifications.Localization;

/// <summary>Which form a language uses beside a whole number. The languages of this service have at most two.</summary>
internal static class PluralRules
{
    public static PluralForm Of(string language, long number) => language switch
    {
        "ja" or "ko" or "zh" => PluralForm.Other,
        // Nothing is singular there: "0 fichier", "0 arquivo".
        "fr" or "pt" => number is 0 or 1 ? PluralForm.One : PluralForm.Other,
        _ => number == 1 ? PluralForm.One : PluralForm.Other,
    };
}
