namespace Geometry.Experiments;

/// <summary>Reads a file of claims.</summary>
internal sealed class ClaimReader(string file)
{
    private static readonly Parameter<string> Name = Parameters.Text("name", "The name of the claims, and of the folder of their results.");
    private static readonly Parameter<string> Title = Parameters.Text("title", "The paper.");
    private static readonly Parameter<double> Confidence = Parameters.Number("confidence", "The confidence of intervals, below 1.", 0.5, 0.9999).Or(0.95, "0.95");

    private static readonly Parameter<string> Id = Parameters.Text("id", "The identifier.");
    private static readonly Parameter<string> Statement = Parameters.Text("statement", "What is claimed.");
    private static readonly Parameter<string> Figure = Parameters.Text("figure", "The figure or section.");
    private static readonly Parameter<string> Source = Parameters.Text("source", "Who claims it.").Or("the paper", "the paper");
    private static readonly Parameter<string> PipelineFile = Parameters.Text("pipeline", "The pipeline file; the path counts from the folder of this file.").Or("", "none");
    private static readonly Parameter<string> Table = Parameters.Text("table", "The table of the results, without its extension.").Or("scores", "scores");
    private static readonly Parameter<string> Column = Parameters.Text("column", "The column of the values.").Or("value", "value");
    private static readonly Parameter<Dictionary<string, string>> Rows = Selection("rows", "The rows: columns and variables of the sweep with their values.");
    private static readonly Parameter<ClaimDirection> Direction = Parameters.Choice<ClaimDirection>("direction", "What is claimed of the effect.").Or(default, "Positive");
    private static readonly Parameter<double> Expected = Parameters.Number("expected", "The expected number, for Equal.").Or(0, "0");
    private static readonly Parameter<double> Smallest = Parameters.Number("smallest", "The smallest effect of interest.", 0).Or(0, "0");
    private static readonly Parameter<double> Reference = Parameters.Number("reference", "The effect in reference runs.").Or(0, "none");
    private static readonly Parameter<string> Remark = Parameters.Text("remark", "What to keep in mind.").Or("", "none");
    private static readonly Parameter<string> NotRun = Parameters.Text("notRun", "Why no experiment is made.").Or("", "it is made");

    private static readonly Parameter<double> Weight = Parameters.Number("weight", "What the term is multiplied by.").Or(1, "1");
    private static readonly Parameter<string> Slope = Parameters.Text("slope", "The column over which the slope is taken.").Or("", "none");

    private readonly ProblemList _problems = new(file);

    /// <summary>Gets the fields of a file of claims, of a claim and of a term, besides the lists <c>claims</c> and <c>terms</c>.</summary>
    public static (IReadOnlyList<Parameter> File, IReadOnlyList<Parameter> Claim, IReadOnlyList<Parameter> Term) Fields { get; } = (
        [Name, Title, Confidence],
        [Id, Statement, Figure, Source, PipelineFile, Table, Column, Rows.Or([], "all"), Direction, Expected, Smallest, Reference, Remark, NotRun],
        [Weight, Rows, Slope]);

    /// <summary>Reads the file.</summary>
    /// <exception cref="PipelineFileException">There is a problem.</exception>
    public ClaimSet Read(byte[] bytes)
    {
        JsonValue? root = JsonFileReader.Read(bytes, _problems);
        Arguments? top = null;
        List<Claim> claims = [];
        if (root is not null && Arguments.TryRead(root, "the file of claims", Fields.File, ["claims"], _problems, out top))
        {
            foreach (JsonValue json in root.Field("claims")?.Items ?? [])
            {
                Claim? claim = ReadClaim(json);
                if (claim is not null && claims.Any(c => c.Id == claim.Id))
                {
                    _problems.Add(json.Place, $"there are two claims '{claim.Id}'.");
                }

                claims.AddRange(claim is null ? [] : [claim]);
            }

            if (claims.Count == 0)
            {
                _problems.Add(root.Place, "the file has no list 'claims' with claims in it.");
            }
        }

        _problems.ThrowIfAny();
        return new ClaimSet(top!.Get(Name), top.Get(Title), top.Get(Confidence), claims);
    }

    private static Parameter<Dictionary<string, string>> Selection(string name, string description) => new(name, "object", description,
        (JsonValue json, ProblemList problems, out Dictionary<string, string> value) =>
        {
            value = json.Fields.ToDictionary(field => field.Name, field => field.Value.ToCompactText());
            return json.Kind == JsonKind.Object || Parameters.Refuse(json, problems, "object");
        });

    private Claim? ReadClaim(JsonValue json)
    {
        if (!Arguments.TryRead(json, "the claim", Fields.Claim, ["terms"], _problems, out Arguments a))
        {
            return null;
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var claim = new Claim
        {
            Id = a.Get(Id), Statement = a.Get(Statement), Figure = a.Get(Figure), Source = a.Get(Source), Table = a.Get(Table), Column = a.Get(Column),
            Pipeline = a.IsGiven(PipelineFile) ? Path.GetFullPath(a.Get(PipelineFile), folder) : "",
            Terms = [.. (json.Field("terms")?.Items ?? []).Select(term => ReadTerm(term, a)).OfType<ClaimTerm>()],
            Direction = a.Get(Direction), Expected = a.Get(Expected), Smallest = a.Get(Smallest), Reference = a.IsGiven(Reference) ? a.Get(Reference) : null,
            Remark = a.Get(Remark), NotRun = a.Get(NotRun),
        };
        string? problem = (claim.NotRun.Length > 0, claim.Pipeline.Length > 0) switch
        {
            (true, true) => "a claim has a 'pipeline', or says in 'notRun' why there is none, not both.",
            (false, false) => "the claim lacks a 'pipeline'; or say in 'notRun' why there is none.",
            (false, true) when claim.Terms.Count == 0 => "the claim lacks 'terms': what its effect is made of.",
            (false, true) when claim.Smallest <= 0 => "the claim lacks 'smallest', the smallest effect of interest, above 0.",
            (false, true) when !File.Exists(claim.Pipeline) => $"there is no pipeline file '{claim.Pipeline}'.",
            _ => null,
        };
        if (problem is not null)
        {
            _problems.Add(json.Place, problem);
        }

        return claim;
    }

    private ClaimTerm? ReadTerm(JsonValue json, Arguments claim)
    {
        if (!Arguments.TryRead(json, "the term", Fields.Term, [], _problems, out Arguments a))
        {
            return null;
        }

        Dictionary<string, string> rows = claim.IsGiven(Rows) ? new(claim.Get(Rows)) : [];
        foreach ((string column, string value) in a.Get(Rows))
        {
            rows[column] = value;
        }

        return new ClaimTerm(a.Get(Weight), rows, a.IsGiven(Slope) ? a.Get(Slope) : null);
    }
}
