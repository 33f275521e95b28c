using System.Text.Json.Nodes;

namespace Geometry.Reports;

/// <summary>A chart: a Vega-Lite specification with its data in it, and what to say to those who do not see it.</summary>
/// <param name="Id">The identifier, unique among the charts of one experiment: lower case with hyphens, fit for the name of a file.</param>
/// <param name="Title">What the chart shows, in a sentence without a full stop.</param>
/// <param name="Caption">What is drawn how: points, intervals and lines, in a line or two.</param>
/// <param name="Description">A text alternative: what is drawn how, and the numbers that matter.</param>
/// <param name="Specification">
/// The specification, of Vega-Lite 6. It has the texts too, so that a picture of it alone says what it shows; a page that has a heading of its own
/// may remove the field <c>title</c>.
/// </param>
public sealed record Chart(string Id, string Title, string Caption, string Description, JsonObject Specification);
