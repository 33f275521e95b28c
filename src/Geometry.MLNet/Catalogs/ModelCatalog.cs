using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>Models that outlive their process; reached as <c>ml.Geometry.Model</c>.</summary>
public sealed partial class ModelCatalog
{
    private readonly MLContext _context;

    internal ModelCatalog(MLContext context) => _context = context;
}
