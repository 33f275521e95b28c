using System.Globalization;

namespace Geometry.Tasks;

/// <summary>Collects what is wrong with the settings of a task, so that all of it is said at once.</summary>
public sealed class SettingChecks
{
    private readonly string _task;
    private readonly List<(string Setting, string Text)> _violations = [];

    internal SettingChecks(string task) => _task = task;

    /// <summary>Notes a setting that is out of range or contradicts another one; the first violation of a setting counts.</summary>
    /// <param name="holds">Whether the setting is good; if it is, nothing is noted.</param>
    /// <param name="setting">The name of the property.</param>
    /// <param name="value">Its value.</param>
    /// <param name="rule">What the value must be, why, and the remedy; ends with a full stop.</param>
    public void Require(bool holds, string setting, object? value, string rule)
    {
        if (!holds && !_violations.Exists(violation => violation.Setting == setting))
        {
            _violations.Add((setting, $"  {setting} = {Convert.ToString(value, CultureInfo.InvariantCulture)}: {rule}"));
        }
    }

    /// <summary>Gets whether nothing was noted so far, so that checks of several settings together can rely on each of them.</summary>
    public bool AllHold => _violations.Count == 0;

    internal void ThrowIfAny()
    {
        if (!AllHold)
        {
            string count = _violations.Count == 1 ? "1 setting" : $"{_violations.Count} settings";
            throw new ArgumentException($"{_task} has {count} out of range:\n{string.Join('\n', _violations.Select(violation => violation.Text))}");
        }
    }
}
