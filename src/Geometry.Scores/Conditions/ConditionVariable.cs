namespace Geometry.Scores;

/// <summary>A variable (such as colour) whose value is the same for all rows of a condition.</summary>
public sealed class ConditionVariable
{
    private readonly int[] _levelOf;
    private readonly string[] _levelNames;

    /// <summary>Makes a variable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="levelOf">The level of each condition, from 0.</param>
    /// <param name="levelNames">The name of each level.</param>
    /// <exception cref="ArgumentException">The name is blank or a level has no name.</exception>
    public ConditionVariable(string name, ReadOnlySpan<int> levelOf, IReadOnlyList<string> levelNames)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(levelNames);
        foreach (var level in levelOf)
        {
            if ((uint)level >= (uint)levelNames.Count)
            {
                throw new ArgumentException($"Variable '{name}' has {levelNames.Count} level names, but a condition is at level {level}.", nameof(levelOf));
            }
        }

        Name = name;
        _levelOf = levelOf.ToArray();
        _levelNames = [.. levelNames];
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the level of each condition.</summary>
    public IReadOnlyList<int> LevelOf => _levelOf;

    /// <summary>Gets the name of each level.</summary>
    public IReadOnlyList<string> LevelNames => _levelNames;
}
