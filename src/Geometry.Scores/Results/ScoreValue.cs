using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Geometry.Scores;

/// <summary>
/// The value of a score: a finite number, or nothing together with the reason why the data does not define one.
/// A score is never NaN or infinite. The default value of this type is undefined.
/// </summary>
public readonly record struct ScoreValue
{
    private readonly double _value;
    private readonly string? _reason;
    private readonly bool _defined;

    private ScoreValue(double value, string? reason, bool defined)
    {
        _value = value;
        _reason = reason;
        _defined = defined;
    }

    /// <summary>Gets whether there is a number.</summary>
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsDefined => _defined;

    /// <summary>Gets the number.</summary>
    /// <exception cref="InvalidOperationException">The value is undefined; the message repeats <see cref="Reason"/>.</exception>
    public double Value => _defined
        ? _value
        : throw new InvalidOperationException($"The score has no value: {Reason}. Check IsDefined before you read Value.");

    /// <summary>Gets why there is no number, or null when there is one.</summary>
    public string? Reason => _defined ? null : _reason ?? "not computed";

    /// <summary>Makes a defined value.</summary>
    /// <param name="value">A finite number.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or infinite.</exception>
    public static ScoreValue Of(double value) => double.IsFinite(value)
        ? new ScoreValue(value, null, true)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A score value must be finite; use Undefined(reason) when there is none.");

    /// <summary>Makes an undefined value.</summary>
    /// <param name="reason">Why the data does not define the score, as a phrase without a full stop.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is null or blank.</exception>
    public static ScoreValue Undefined(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new ScoreValue(0, reason, false);
    }

    /// <summary>Gets the number, or null when it is undefined.</summary>
    /// <returns>The number or null.</returns>
    public double? ToNullable() => _defined ? _value : null;

    /// <summary>Writes the number in the shortest round-trip form of the invariant culture, or <c>undefined (reason)</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _defined ? _value.ToString("R", CultureInfo.InvariantCulture) : $"undefined ({Reason})";
}
