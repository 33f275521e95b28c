using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Geometry.Experiments;

/// <summary>
/// Tells cells apart by all that their scores depend on: the rows (files by their content), the steps with their settings, the seeds, and the
/// software. The name of the experiment and of the cell are not part of it.
/// </summary>
internal sealed class CellIdentity(Pipeline pipeline)
{
    private static readonly string s_software = DescribeSoftware();

    private readonly Dictionary<string, string> _files = [];

    /// <summary>Gives the SHA-256 of the cell in hexadecimal digits.</summary>
    /// <exception cref="BadInputException">A file of its data cannot be read.</exception>
    public string Of(Cell cell)
    {
        var text = new StringBuilder(s_software)
            .Append(CultureInfo.InvariantCulture, $"seeds {cell.CellSeed} {cell.PipelineSeed}\n")
            .Append(CultureInfo.InvariantCulture, $"data {cell.Source.Arguments.CanonicalText}\n");
        foreach (string file in cell.Source.Definition.Files(cell.Source.Arguments, pipeline.Directory))
        {
            text.Append(CultureInfo.InvariantCulture, $"file {HashOf(file)}\n");
        }

        foreach (BoundStep step in cell.Steps)
        {
            text.Append(CultureInfo.InvariantCulture, $"step {step.Arguments.CanonicalText}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // The identifiers of the modules change whenever their code does, which the version alone does not say between releases. The
    // architecture counts because elementary functions of the system may differ in their last bit.
    private static string DescribeSoftware()
    {
        IEnumerable<string> modules = (string[])
        [
            .. new[]
            {
                typeof(Seeding.RandomStream), typeof(Tasks.GeometryTask), typeof(Scores.ScoreEntry), typeof(Networks.MlpOptions),
                typeof(MLNet.ScoreTable), typeof(CellIdentity), typeof(Microsoft.ML.MLContext), typeof(TorchSharp.torch),
            }.Select(type => $"{type.Module.Name} {type.Module.ModuleVersionId}"),
        ];
        return $"{SoftwareVersions.Current}\n{RuntimeInformation.OSArchitecture}\n{string.Join('\n', modules)}\n";
    }

    private string HashOf(string file)
    {
        if (!_files.TryGetValue(file, out string? hash))
        {
            try
            {
                using FileStream stream = File.OpenRead(file);
                hash = _files[file] = Convert.ToHexStringLower(SHA256.HashData(stream));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new BadInputException($"cannot read the data file '{file}': {UserErrors.Text(e)}", e);
            }
        }

        return hash;
    }
}
