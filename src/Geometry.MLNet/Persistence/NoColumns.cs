using System.ComponentModel;

namespace Geometry.MLNet.Persistence;

/// <summary>The input of a mapping that reads no column.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NoColumns;
